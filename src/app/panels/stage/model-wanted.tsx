import { isOwnModel } from '#experiment/model-id.ts';
import { fitText } from '#app/models/fit-text.ts';
import { modelsFor } from '#policy/models.ts';
import { spokenName } from '#app/models/spoken-name.ts';
import { amounts } from '#words/en/amounts.ts';
import { engineOf, libraryModel, missingGpu, modelUnavailable } from '#app/store/library-state.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { experimentLine } from '../experiment-line.ts';
import { AskAgain } from '../models/ask-again.tsx';
import { FullPrecisionButton } from '../models/full-precision-button.tsx';
import { GpuInstead } from '../models/gpu-instead.tsx';
import { OwnWanted } from './own-wanted.tsx';
import { ServerWanted } from './server-wanted.tsx';
import { classes } from '#views/classes.ts';
import styles from './empty-stage.module.css';
import { modelWanted } from '#words/en/model-wanted.ts';
import { stage } from '#words/en/stage.ts';

/** What is set up, by a link say, wants a model that is not here. Nothing is fetched, or sent to a server, until the person says so. */
export function ModelWanted({ model }: { readonly model: string }) {
  const { elsewhere } = useApp((state) => engineOf(model, state.library));
  if (isOwnModel(model)) return <OwnWanted />;
  return elsewhere ? <ServerWanted key={model} model={model} /> : <DownloadWanted model={model} />;
}

/** How much would be fetched, and what would do without. */
function DownloadWanted({ model }: { readonly model: string }) {
  const app = useActions();
  const draft = useApp((state) => state.draft);
  const link = useApp((state) => state.draftFrom === 'link');
  const known = useApp((state) => libraryModel(state.library, model));
  const why = useApp((state) => modelUnavailable(state.library, model));
  const looking = useApp((state) => state.library.report === null && state.library.failure === null);
  const missing = useApp((state) => missingGpu(state.library));
  const failed = useApp((state) => !state.library.report && state.library.failure !== null);
  /** There is something else to run here, and the way to what is missing. */
  const instead = draft.problem.family === 'question' ? missing : null;
  const [embedded] = modelsFor(draft.problem.family);
  const wanted = modelWanted[link ? 'link' : 'person'];
  const size = known?.model.downloadBytes ?? null;
  return (
    <>
      <p className={styles.sentence}>
        {why || looking
          ? wanted.uses(spokenName(model))
          : size === null
            ? wanted.unknown(spokenName(model))
            : wanted.sized(spokenName(model), amounts.bytes(size))}
      </p>
      <p className={classes(styles.line, 'quiet')}>{experimentLine(draft)}</p>
      {why && !instead && (
        <p className={styles.note}>
          {!looking && <Icon name="warning" size={13} />}
          {why}
        </p>
      )}
      {known?.fit.kind === 'unsure' && (
        <p className={styles.note}>
          <Icon name="unknown" size={13} />
          {fitText(known.fit.why)}
        </p>
      )}
      {!why && <p className={classes('quiet', styles.note)}>{modelWanted.nothingYet}</p>}
      {instead && <GpuInstead missing={instead} />}
      <div className={classes('row', styles.ways)}>
        {(failed || (missing === 'no-answer' && !instead)) && <AskAgain />}
        {!why && (
          <button
            type="button"
            className="button button-primary button-large"
            onClick={() => app.models.askDownload(model, true)}
          >
            <Icon name="import" />
            {modelWanted.downloadAndRun}
          </button>
        )}
        {why && <FullPrecisionButton model={model} className="button button-primary" />}
        {embedded && (
          <button type="button" className="button" onClick={() => app.setup.setModel(embedded.id)}>
            {modelWanted.switchInstead(spokenName(embedded.id))}
          </button>
        )}
        {!instead && (
          <button type="button" className="button" onClick={() => app.view.openDialog('models')}>
            {stage.allModels}
          </button>
        )}
      </div>
    </>
  );
}
