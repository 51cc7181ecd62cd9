import { explain } from '#words/explain.ts';
import type { ModelProgress } from '#worker/run-calls.ts';
import { amounts } from '#words/en/amounts.ts';
import { spokenName } from '#app/models/spoken-name.ts';
import { engineOf } from '#app/store/library-state.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { FailureButtons } from './failure-buttons.tsx';
import { classes } from '#views/classes.ts';
import styles from './opening.module.css';
import { header } from '#words/en/header.ts';
import { shell } from '#words/en/shell.ts';
import { stage } from '#words/en/stage.ts';

/** What is going on, and what to expect where it can take long. */
function phaseWords(
  phase: ModelProgress['phase'] | 'compiling' | 'self-check',
  ships: boolean,
): { readonly now: string; readonly note?: string } {
  switch (phase) {
    case 'fetching':
      return { now: ships ? stage.opening.fetching : stage.opening.reading };
    case 'checking':
      return { now: stage.opening.checking };
    case 'starting':
      return { now: stage.opening.starting };
    case 'compiling':
      return {
        now: stage.opening.compiling,
        note: stage.opening.compilingNote,
      };
    case 'self-check':
      return {
        now: stage.opening['self-check'],
        note: stage.opening.selfCheckNote,
      };
    case 'ready':
      return { now: stage.opening.ready };
  }
}

/** Whether the model is being opened for a run that has no event yet. */
export function useOpening(): boolean {
  return useApp((state) => state.phase === 'opening' || (state.phase === 'stopping' && state.log === null));
}

/** The model is being opened: phase, bytes, and a way out. */
export function Opening() {
  const app = useActions();
  const progress = useApp((state) => state.progress);
  const model = useApp((state) => state.draft.model);
  const stopping = useApp((state) => state.phase === 'stopping');
  const known = progress !== null && progress.totalBytes > 0;
  const id = progress?.model ?? model;
  const ships = useApp((state) => engineOf(id, state.library).ships);
  const words = progress ? phaseWords(progress.phase, ships) : { now: stage.opening.begin };
  return (
    <section className={styles.card} aria-label={stage.opening.title}>
      <p className={styles.title}>{words.now}</p>
      <p className="quiet">
        {spokenName(id)}
        {words.note && `. ${words.note}`}
      </p>
      <progress
        className="progress"
        aria-label={stage.opening.loaded}
        {...(known ? { value: progress.bytes, max: progress.totalBytes } : {})}
      />
      <div className={styles.foot}>
        <span className="mono quiet">
          {known
            ? stage.opening.bytes(amounts.bytes(progress.bytes), amounts.bytes(progress.totalBytes))
            : stage.opening.waiting}
        </span>
        <button type="button" className="button button-small" onClick={app.runs.cancel} disabled={stopping}>
          {stopping ? header.stopping : header.cancel}
        </button>
      </div>
    </section>
  );
}

/** The run never began: what, why and what to do. */
export function OpeningFailure() {
  const app = useActions();
  const failure = useApp((state) => state.openingFailure);
  if (!failure) return null;
  const { message, advice } = explain(failure);
  return (
    <div className={classes(styles.card, styles.failure)} role="alert">
      <p className={styles.title}>
        <Icon name="warning" size={18} />
        {stage.opening.failed}
      </p>
      <p>{message}</p>
      <p className="quiet">{advice}</p>
      <FailureButtons failure={failure} />
      <button
        type="button"
        className={classes('button button-plain button-icon', styles.close)}
        aria-label={shell.close}
        onClick={app.view.dismissFailure}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}
