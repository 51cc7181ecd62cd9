import { useEffect, useRef, useState } from 'react';
import { runsOf } from '#lab/sweeps/cells.ts';
import { headerLine, resultLine } from '#lab/sweeps/results-file.ts';
import { saveFile } from '#app/sharing/save-file.ts';
import { type LoadedSweep, shapeOfLoaded } from '#app/sweeps/sweeps-state.ts';
import { FailureText } from '#app/ui/failure-text.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { classes } from '#views/classes.ts';
import { sweepWords } from '#words/en/sweeps.ts';
import page from '../../area-page.module.css';
import { edit, goToSweeps, takesFocus } from './go-to.ts';
import { RenameForm } from '#app/ui/rename-form.tsx';
import { MoreRuns } from './more-runs.tsx';
import { SweepLinkButton } from './sweep-link-button.tsx';
import { SweepProgress } from './sweep-progress.tsx';
import { SweepResultsView } from './sweep-results-view.tsx';
import { sweepTitle } from './sweep-title.ts';
import styles from './sweep-view.module.css';
import { useSweeps, useSweepsState } from './use-sweeps.ts';

/** A sweep: how far it is, and what came of it. */
export function SweepView({ id }: { readonly id: string }) {
  const sweeps = useSweeps();
  const loaded = useSweepsState((state) => state.loaded.get(id));
  const trouble = useSweepsState((state) => state.trouble.get(id));
  const keeps = useSweepsState((state) => state.keeps);
  useEffect(() => void sweeps.load(id), [id, sweeps]);
  const said = trouble && (
    <p role="alert">
      {trouble.kind === 'failed' ? <FailureText failure={trouble.failure} /> : sweepWords[trouble.kind]}
    </p>
  );
  if (!loaded) return <div className={page.root}>{said}</div>;
  return (
    <div className={page.root}>
      <header className={page.head}>
        <SweepHead id={id} loaded={loaded} />
        {keeps === false && <p className={page.intro}>{sweepWords.notKept}</p>}
        <SweepProgress id={id} loaded={loaded} />
        {said}
      </header>
      <SweepResultsView loaded={loaded} />
      <MoreRuns id={id} loaded={loaded} />
    </div>
  );
}

function SweepHead({ id, loaded }: { readonly id: string; readonly loaded: LoadedSweep }) {
  const sweeps = useSweeps();
  const [renaming, setRenaming] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus(id)) heading.current?.focus();
  }, [id]);
  const { sweep, results } = loaded;
  const shape = shapeOfLoaded(loaded);
  const title = sweepTitle(sweep);
  return (
    <>
      {renaming ? (
        <RenameForm
          words={sweepWords}
          title={title}
          onDone={(next) => {
            setRenaming(false);
            if (next !== null) void sweeps.rename(id, next);
          }}
        />
      ) : (
        <h2 ref={heading} className={classes(page.title, styles.heading)} tabIndex={-1}>
          {title}
        </h2>
      )}
      <p className="quiet">
        {sweepWords.size({ arms: shape.arms, problems: shape.problems, runs: runsOf(shape) })}
      </p>
      <div className={styles.actions}>
        <SweepLinkButton sweep={sweep} />
        <button
          type="button"
          className="button"
          title={sweepWords.saveIs}
          onClick={() =>
            saveFile(
              `second-thought-sweep-${id}.jsonl`,
              new Blob([headerLine(sweep), ...results.map(resultLine)], { type: 'application/x-ndjson' }),
            )
          }
        >
          <Icon name="export" size={14} />
          {sweepWords.save}
        </button>
        <button type="button" className="button button-plain" onClick={() => setRenaming(true)}>
          {sweepWords.rename}
        </button>
        <button type="button" className="button button-plain" onClick={() => edit(sweeps, sweep)}>
          {sweepWords.duplicated}
        </button>
        <button
          type="button"
          className="button button-plain"
          onClick={() => {
            void sweeps.remove(id);
            goToSweeps();
          }}
        >
          {sweepWords.delete}
        </button>
      </div>
    </>
  );
}
