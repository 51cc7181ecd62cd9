import { FailureText } from '#app/ui/failure-text.tsx';
import { areaFragment } from '#app/store/areas.ts';
import { isLive } from '#app/store/transitions.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { sameExperiment } from '#app/store/same-experiment.ts';
import { interruptedOnStage } from '#app/store/interrupted.ts';
import { Icon } from '#app/ui/icon.tsx';
import { lazyPart } from '#app/ui/lazy-part.tsx';
import { ProblemPicture } from '#app/problems/problem-picture.tsx';
import { experimentLine, runLine } from '../experiment-line.ts';
import { side } from '../side.ts';
import { FailureButtons } from './failure-buttons.tsx';
import { classes } from '#views/classes.ts';
import styles from './run-heading.module.css';
import { stage } from '#words/en/stage.ts';
import { problems as problemWords } from '#words/en/problems.ts';

const BranchOf = lazyPart(side, (part) => part.BranchOf);
const Branches = lazyPart(side, (part) => part.Branches);
const BrokenOff = lazyPart(side, (part) => part.BrokenOff);
const ResumeButtons = lazyPart(side, (part) => part.ResumeButtons);
const HiddenNote = lazyPart(
  side,
  (part) => part.HiddenNote,
  () => null,
);
const LoggedBy = lazyPart(side, (part) => part.LoggedBy);
const SentNote = lazyPart(side, (part) => part.SentNote);
const ResumedNote = lazyPart(side, (part) => part.ResumedNote);

/** Which run is on the stage, in a line: its problem, how it was thought about, and where it comes from. */
export function RunHeading() {
  const app = useActions();
  const busy = useApp((state) => state.phase !== 'idle');
  const failure = useApp((state) => state.view.failure);
  const log = useApp((state) => state.log);
  const resumed = useApp(({ view }) => view.resumed !== null);
  const sent = useApp(({ view }) => view.usage.server !== undefined);
  const interrupted = useApp((state) => interruptedOnStage(state) !== null);
  const answer = useApp(({ view }) => view.chosen?.answer?.display);
  const outcome = useApp(({ view }) => view.grade?.outcome);
  const failed = log?.entries.at(-1)?.event.type === 'run-failed';
  const branched = useApp((state) => state.branches.length > 1);
  const first = log?.entries[0]?.event;
  const { experiment = null, elsewhere = null } = first?.type === 'run-started' ? first : {};
  // Once something else is set up, running that is another matter: Run stands beside it.
  const offered = useApp(
    ({ draft }) => log?.origin === 'recorded' && experiment !== null && sameExperiment(experiment, draft),
  );
  if (!experiment) return null;
  return (
    <div className={styles.root}>
      <h2 className="hidden-visually" translate="no">
        {problemWords.text(experiment.problem)}
      </h2>
      <ProblemPicture problem={experiment.problem} answer={answer} outcome={outcome} />
      <p className={classes(styles.line, 'quiet')}>
        <Origin />
        {elsewhere ? (
          <LoggedBy />
        ) : (
          <span data-part="experiment" title={experimentLine(experiment)}>
            {runLine(experiment)}
          </span>
        )}
      </p>
      {branched && <Branches />}
      {(experiment.start || experiment.pruned) && <BranchOf experiment={experiment} />}
      {resumed && <ResumedNote />}
      {sent && <SentNote />}
      <HiddenNote />
      {interrupted && !failed && <BrokenOff />}
      {failure && (
        <div className={classes(styles.banner, styles.failed)} role="alert">
          <Icon name="warning" size={18} />
          <p>
            <FailureText failure={failure} />
          </p>
          <FailureButtons failure={failure}>
            <>{interrupted && <ResumeButtons />}</>
          </FailureButtons>
        </div>
      )}
      {offered && (
        <div className={styles.banner}>
          <p className={styles.offer}>
            <span>{stage.recordedRun}</span>{' '}
            <a href={areaFragment('learn', 'lesson/first-story')}>{stage.story}</a>
          </p>
          <button type="button" className="button button-primary" onClick={app.runs.start} disabled={busy}>
            <Icon name="play" size={14} />
            {stage.runHere}
          </button>
        </div>
      )}
    </div>
  );
}

/** Where the run comes from: it is going on here, it was saved in a file, or it came with the page. One that ended here needs no word. */
function Origin() {
  const origin = useApp((state) => state.log?.origin);
  const live = useApp(isLive);
  switch (origin) {
    case 'recorded':
      return <span className="chip">{stage.recorded}</span>;
    case 'imported':
      return (
        <span className="chip">
          <Icon name="import" size={13} />
          {stage.imported}
        </span>
      );
    case 'live':
      return live ? (
        <span className="chip chip-busy">
          <span className="pulse" aria-hidden="true" />
          {stage.live}
        </span>
      ) : null;
    case undefined:
      return null;
  }
}
