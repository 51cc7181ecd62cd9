import { amounts } from '#words/en/amounts.ts';
import { useMemo } from 'react';
import { longestThought } from '#run/interrupted.ts';
import { stateAt } from '#run/timeline.ts';
import { spokenName } from '#app/models/spoken-name.ts';
import { interruptedOnStage } from '#app/store/interrupted.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { useKeyHint } from '#app/ui/key-hint.ts';
import { classes } from '#views/classes.ts';
import styles from './run-heading.module.css';
import { stage } from '#words/en/stage.ts';

/**
 * Ways on from a run that broke off: as the same run, with its own model; or, where another model is set up, as a branch.
 * Another model's tokens are no part of the same run, so that it only gets a thought, as text.
 */
export function ResumeButtons() {
  const app = useActions();
  const hint = useKeyHint();
  const experiment = useApp(interruptedOnStage);
  const blocked = useApp(({ library }) =>
    experiment ? app.setup.blocked({ draft: experiment, invalid: {}, library }) : null,
  );
  const other = useApp((state) =>
    experiment && state.draft.model !== experiment.model ? state.draft.model : null,
  );
  const log = useApp((state) => state.log);
  // Of the whole run, wherever the cursor is; it no longer grows.
  const thought = useMemo(
    () => (other === null || !log ? '' : longestThought(stateAt(log.entries, log.entries.length))),
    [other, log],
  );
  if (!experiment) return null;
  return (
    <>
      <button
        type="button"
        className="button button-primary"
        disabled={blocked !== null}
        title={blocked ?? hint(stage.resume.help)}
        onClick={() => app.runs.resume()}
      >
        <Icon name="play" size={14} />
        {stage.resume.run}
      </button>
      {other !== null && thought !== '' && (
        <button
          type="button"
          className="button"
          title={stage.resume.otherHelp}
          onClick={() => app.runs.editThought(thought, 'edit', other)}
        >
          {stage.resume.other(spokenName(other))}
        </button>
      )}
    </>
  );
}

/** What there is of a run that was cancelled or saved half-way, and the ways on. One that failed says so itself. */
export function BrokenOff() {
  const app = useActions();
  const experiment = useApp(interruptedOnStage);
  const last = useApp(({ log }) => log?.entries.at(-1)?.event.type);
  const blocked = useApp(({ library }) =>
    experiment ? app.setup.blocked({ draft: experiment, invalid: {}, library }) : null,
  );
  if (!experiment) return null;
  return (
    <div className={styles.banner}>
      <p>
        {last === 'run-cancelled' ? stage.resume.cancelled : stage.resume.saved}
        {amounts.between}
        {blocked ?? stage.resume.canGoOn}
      </p>
      <div className="row">
        <ResumeButtons />
      </div>
    </div>
  );
}

/** What of the run is from before it was interrupted. */
export function ResumedNote() {
  const tokens = useApp(({ view }) => view.tokens);
  const recalled = useApp(({ view }) => view.recalledTokens);
  return <p className={classes(styles.start, 'quiet')}>{stage.resume.recalled(recalled, tokens)}</p>;
}
