import { spokenName } from '#app/models/spoken-name.ts';
import type { ReactNode } from 'react';
import type { Failure } from '#run/events.ts';
import { modelsFor } from '#policy/models.ts';
import { type Help, helpFor } from '#app/models/failure-help.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { FullPrecisionButton } from '../models/full-precision-button.tsx';
import { modelWanted } from '#words/en/model-wanted.ts';
import { stage } from '#words/en/stage.ts';
import { shell } from '#words/en/shell.ts';

/** A button for each thing that can be done about a failure of the model set up now. Children are further ones. */
export function FailureHelp({
  failure,
  children,
}: {
  readonly failure: Failure;
  readonly children?: ReactNode;
}) {
  return (
    <div className="row">
      {children}
      {helpFor(failure).map((help, place) => (
        <HelpButton key={help} help={help} first={place === 0 && !children} />
      ))}
    </div>
  );
}

function HelpButton({ help, first }: { readonly help: Help; readonly first: boolean }) {
  const app = useActions();
  const model = useApp((state) => state.draft.model);
  const busy = useApp((state) => state.phase !== 'idle');
  const [embedded] = modelsFor(useApp((state) => state.draft.problem.family));
  const button = (words: string, perform: () => void) => (
    <button
      type="button"
      className={first ? 'button button-primary' : 'button'}
      disabled={busy}
      onClick={perform}
    >
      {words}
    </button>
  );
  switch (help) {
    case 'run-again':
      return button(shell.tryAgain, app.runs.start);
    case 'download':
      return button(stage.download, () => app.models.askDownload(model, true));
    case 'choose-model':
      return button(stage.chooseModel, () => app.view.openDialog('models'));
    case 'full-precision':
      return <FullPrecisionButton model={model} className={first ? 'button button-primary' : 'button'} />;
    case 'embedded-model':
      return embedded
        ? button(modelWanted.switchTo(spokenName(embedded.id)), () => app.setup.setModel(embedded.id))
        : null;
    case 'reload-page':
      return button(shell.reload, () => app.runs.reload());
  }
}
