import { useEffect, useRef } from 'react';
import { sharing } from '#words/en/sharing.ts';
import { runLine } from '../panels/experiment-line.ts';
import { side } from '../panels/side.ts';
import { ErrorBoundary } from '../error-boundary.tsx';
import { shownExperiment } from '../store/main-tab.ts';
import { lengthOf, sharedWith } from '../store/transitions.ts';
import { useActions, useApp } from '../store/use-app.tsx';
import { Icon } from '../ui/icon.tsx';
import { useKeyHint } from '../ui/key-hint.ts';
import { usePart } from '../ui/use-part.ts';
import { VerdictMark } from '../ui/verdict.tsx';
import { classes } from '#views/classes.ts';
import styles from './presenter.module.css';
import { StagePicture } from './stage-picture.tsx';
import { useStepInSight } from './step-in-sight.ts';
import { problems as problemWords } from '#words/en/problems.ts';

/** The run for a room full of people: one picture, large, and the keys of a clicker. */
export function Presenter() {
  const app = useActions();
  const hint = useKeyHint();
  const root = useRef<HTMLElement>(null);
  const picture = useRef<HTMLDivElement>(null);
  useStepInSight(picture);
  const log = useApp((state) => state.log);
  const cursor = useApp((state) => state.cursor);
  const length = useApp(lengthOf);
  const experiment = useApp(shownExperiment);
  const moment = useApp((state) => sharedWith(state.shared, experiment)?.moment);
  const answer = useApp(({ view }) => view.chosen?.answer?.display);
  const grade = useApp(({ view }) => view.grade);
  const words = usePart(side);
  useEffect(() => {
    root.current?.focus();
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const act = actionOf(event.key);
      if (!act) return;
      // Before the page's own keys, some of which are the same.
      event.preventDefault();
      event.stopPropagation();
      act();
    };
    const actionOf = (key: string): (() => void) | undefined => {
      switch (key) {
        case 'ArrowRight':
        case 'ArrowDown':
        case 'PageDown':
          return () => app.view.stepAlgorithm(1);
        case 'ArrowLeft':
        case 'ArrowUp':
        case 'PageUp':
          return () => app.view.stepAlgorithm(-1);
        case 'f':
        case 'F':
          return () => void toggleFullscreen();
        case 'Escape':
        case 'p':
        case 'P':
          return () => app.view.present(false);
        default:
          return undefined;
      }
    };
    document.addEventListener('keydown', onKey, true);
    return () => {
      document.removeEventListener('keydown', onKey, true);
      if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined);
    };
  }, [app]);
  const problem = problemWords.text(experiment.problem);
  const sentence = log && cursor > 0 ? (words?.stepSentence(log.entries, cursor) ?? '') : '';
  return (
    <main ref={root} className={styles.root} tabIndex={-1} aria-label={sharing.present.title}>
      <header className={styles.head}>
        <h1 className={styles.title} dir="auto" translate="no">
          {moment?.title ?? problem}
        </h1>
        {answer !== undefined && (
          <p className={styles.answer}>
            <strong className="mono" translate="no">
              {answer}
            </strong>
            {grade && <VerdictMark grade={grade} />}
          </p>
        )}
        <p className={styles.line}>
          {moment?.title !== undefined && (
            <>
              <span translate="no">{problem}</span> ·{' '}
            </>
          )}
          {runLine(experiment)}
        </p>
        <button
          type="button"
          className={classes('button button-plain button-icon', styles.leave)}
          aria-label={hint(sharing.present.leave)}
          title={hint(sharing.present.leave)}
          onClick={() => app.view.present(false)}
        >
          <Icon name="close" size={18} />
        </button>
      </header>
      <div className={styles.middle}>
        <div ref={picture} className={styles.picture}>
          <ErrorBoundary part="stage">
            <StagePicture />
          </ErrorBoundary>
        </div>
        {moment?.note !== undefined && (
          <p className={styles.note} dir="auto" translate="no">
            {moment.note}
          </p>
        )}
      </div>
      <footer className={styles.foot}>
        <p className={styles.step} aria-live="polite">
          {sentence}
        </p>
        <p className={styles.keys}>
          <span className="mono">{sharing.present.count({ cursor, length })}</span>{' '}
          <span className="for-keys">{sharing.present.keys}</span>
        </p>
      </footer>
    </main>
  );
}

/** Where the browser allows it; elsewhere the page stays as it is. */
async function toggleFullscreen(): Promise<void> {
  try {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await document.documentElement.requestFullscreen();
  } catch {
    return;
  }
}
