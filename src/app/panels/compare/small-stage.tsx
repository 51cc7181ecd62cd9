import { useStore } from 'zustand';
import { compare } from '#words/en/compare.ts';
import { stage } from '#words/en/stage.ts';
import { strategies } from '#words/en/strategies.ts';
import { ErrorBoundary } from '#app/error-boundary.tsx';
import type { App } from '#app/store/app.ts';
import type { StageSide } from '#app/store/sides.ts';
import { whyNot } from '#app/store/why-not.ts';
import { AppProvider, useActions } from '#app/store/use-app.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { VerdictMark } from '#app/ui/verdict.tsx';
import { classes } from '#views/classes.ts';
import { letterOf, nameOfSide, type Naming, whyNoneYet, whyThisAnswer } from './side-words.ts';
import { picturesOf, SmallPicture } from './small-picture.tsx';
import styles from './small-stage.module.css';

interface SmallStageProps {
  readonly side: StageSide;
  readonly place: number;
  /** The app as what is inside knows it. */
  readonly app: App;
  readonly naming: Naming;
  /** What was run. */
  readonly line: string;
}

/** One side: what was run, its picture and its answer. What it has cost stands in the results below. */
export function SmallStage({ side, place, app, naming, line }: SmallStageProps) {
  const page = useActions();
  const view = useStore(app.store, (state) => state.view);
  const wished = useStore(app.store, (state) => state.tab);
  const busy = useStore(page.store, (state) => state.phase !== 'idle');
  const blocked = useStore(page.store, ({ library }) =>
    side.phase === 'ready' ? whyNot(side.experiment, library) : null,
  );
  const name = nameOfSide(side, naming);
  const letter = letterOf(place);
  const pictures = picturesOf(side, view);
  const picture = pictures.find((one) => one === wished) ?? pictures[0];
  const answer = view.chosen?.answer ?? null;
  const started = view.status !== 'idle';
  const why = answer ? whyThisAnswer(view) : whyNoneYet(side, view);
  return (
    <section id={`side-${place}`} className={styles.root} aria-label={compare.named(letter, name)}>
      <header className={styles.head}>
        <span className={styles.letter} aria-hidden="true">
          {letter}
        </span>
        <h3 className={styles.line} title={line}>
          {(side.name !== undefined || side.branch || side.way) && <strong>{name} · </strong>}
          {line}
        </h3>
        {pictures.length > 1 && picture && (
          <select
            className={classes('field-select', styles.pictures)}
            aria-label={compare.picture(name)}
            value={picture}
            onChange={(event) => {
              const next = pictures.find((one) => one === event.currentTarget.value);
              if (next) app.view.showTab(next);
            }}
          >
            {pictures.map((one) => (
              <option key={one} value={one}>
                {stage.tabs[one]}
              </option>
            ))}
          </select>
        )}
        <button
          type="button"
          className="button button-plain button-icon button-small"
          aria-label={compare.open}
          title={compare.open}
          disabled={busy || !side.log || side.phase === 'running'}
          onClick={() => side.log && page.runs.openCompared(side.log)}
        >
          <Icon name="enlarge" size={14} />
        </button>
      </header>
      <div className={styles.picture}>
        {started && picture ? (
          <AppProvider app={app}>
            <ErrorBoundary part="comparison">
              <SmallPicture picture={picture} view={view} />
            </ErrorBoundary>
          </AppProvider>
        ) : (
          <p className={classes('quiet', styles.none)}>
            {(side.failure ?? blocked) && <Icon name="warning" size={14} />}
            {blocked ?? (side.phase === 'ready' ? strategies[side.experiment.strategy.kind].does : why)}
          </p>
        )}
      </div>
      {started && (
        <footer className={styles.foot}>
          {answer && (
            <strong className={classes('mono', styles.answer)} title={answer.display} translate="no">
              {answer.display}
            </strong>
          )}
          {answer && view.grade && <VerdictMark grade={view.grade} />}
          <span className={classes('quiet', styles.why)} title={why}>
            {why}
          </span>
        </footer>
      )}
    </section>
  );
}
