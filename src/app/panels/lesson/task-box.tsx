import { useId } from 'react';
import { useStore } from 'zustand';
import type { Task } from '#learn/chapter.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { keysOf, lookUp } from '#experiment/keys-of.ts';
import { experimentOf } from '#app/store/main-tab.ts';
import { sameExperiment } from '#app/store/same-experiment.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { classes } from '#views/classes.ts';
import { lessonWords } from '#words/en/lessons.ts';
import type { PageWords } from '#words/lesson-words.ts';
import { Marked } from '../teacher/marked.tsx';
import type { ChapterPart } from '#words/chapter-parts.ts';
import styles from './lesson.module.css';
import { type PageState, selectionOf } from './use-task.ts';

interface TaskProps {
  readonly part: ChapterPart;
  readonly at: number;
  readonly state: PageState;
  readonly words: PageWords;
}

/** What a page asks a person to do, with the one control that it takes: where that runs something, all others are quieter (`shell.module.css`). */
export function TaskBox({ part, at, state, words }: TaskProps) {
  const { task, setups } = state.page;
  const several = task.kind !== 'beside' && setups !== undefined && Object.keys(setups).length > 1;
  return (
    <div className={styles.task} data-done={state.done ? '' : undefined}>
      <p className={styles.ask}>
        {state.done && <Icon name="right" size={14} />}
        <span>
          <span className="hidden-visually">{state.done ? lessonWords.done : lessonWords.toDo}</span>
          <Marked text={words.task} />
        </span>
      </p>
      {several && <SetupChoice setups={setups} words={words} />}
      {task.kind === 'run' ? (
        <RunHere done={state.done} wanted={task.setup} setups={setups ?? {}} words={words} />
      ) : task.kind === 'beside' ? (
        <RunBeside state={state} words={words} />
      ) : (
        <Looking state={state} part={part} at={at} task={task} />
      )}
    </div>
  );
}

const nameOf = (words: PageWords, setup: string): string => lookUp(words.setups ?? {}, setup) ?? setup;

const isSetup = (setup: Experiment | undefined, draft: Experiment): boolean =>
  setup !== undefined && sameExperiment(setup, draft);

/** Which of a page's setups is to run: its one control. */
function SetupChoice({
  setups,
  words,
}: {
  readonly setups: NonNullable<PageState['page']['setups']>;
  readonly words: PageWords;
}) {
  const app = useActions();
  const draft = useApp((state) => state.draft);
  const name = useId();
  return (
    <div className="segmented" role="radiogroup" aria-label={lessonWords.choose}>
      {keysOf(setups).map((key) => {
        const experiment = setups[key];
        return (
          <label key={key}>
            <input
              type="radio"
              name={name}
              checked={isSetup(experiment, draft)}
              onChange={() => experiment && app.setup.setExperiment(experiment)}
            />
            <span>{nameOf(words, key)}</span>
          </label>
        );
      })}
    </div>
  );
}

function RunHere({
  done,
  wanted,
  setups,
  words,
}: {
  readonly done: boolean;
  /** The setup that the task runs, one of the page's. */
  readonly wanted: string;
  readonly setups: NonNullable<PageState['page']['setups']>;
  readonly words: PageWords;
}) {
  const app = useActions();
  const shown = useApp(({ log, draft }) => {
    const experiment = experimentOf(log);
    return experiment !== null && sameExperiment(experiment, draft);
  });
  const over = useApp((state) => state.view.status === 'finished');
  const chosen = useApp(({ draft }) => keysOf(setups).find((key) => isSetup(setups[key], draft)) ?? wanted);
  const busy = useApp((state) => state.phase !== 'idle');
  const blocked = useApp((state) => app.setup.blocked(state));
  // Run again stands beside the setup.
  if (done && shown) return null;
  // To run it again would show nothing new, and what was asked for is another.
  if (!busy && shown && over && chosen !== wanted)
    return (
      <p aria-live="polite">
        {lessonWords.otherChosen({ shown: nameOf(words, chosen), wanted: nameOf(words, wanted) })}
      </p>
    );
  return (
    <button
      type="button"
      className={classes('button button-primary', styles.run)}
      data-asks-run
      disabled={busy || blocked !== null}
      title={blocked ?? undefined}
      onClick={app.runs.start}
    >
      <Icon name="play" size={13} />
      {busy ? lessonWords.running : lessonWords.run}
    </button>
  );
}

/** Tokens that each side may draw beside those of its setup's own choice: what the comparison offers when it is changed. */
const besideTokens = 2000;

function RunBeside({ state, words }: Pick<TaskProps, 'state' | 'words'>) {
  const app = useActions();
  const { compare } = app.runs;
  const idle = useApp((one) => one.phase === 'idle');
  const comparing = useStore(compare.store, ({ busy }) => busy);
  const setups = state.page.setups ?? {};
  if (state.done && state.beside) return null;
  return (
    <button
      type="button"
      className={classes('button button-primary', styles.run)}
      data-asks-run
      disabled={!idle || comparing}
      onClick={() => {
        const experiments = Object.values(setups);
        compare.pick({
          arms: experiments.map(({ strategy: { kind }, model }) => ({ kind, model })),
          tokens: besideTokens,
        });
        app.runs.showSideBySide({ kind: 'arms' });
        void compare.start(
          experiments,
          keysOf(setups).map((key) => nameOf(words, key)),
        );
      }}
    >
      <Icon name="compare" size={13} />
      {comparing ? lessonWords.running : lessonWords.runBeside}
    </button>
  );
}

/** Something to find in a run: the run itself first, where it is not on the stage; then the way to it, for who does not find it. */
function Looking({
  state,
  task,
}: Omit<TaskProps, 'words'> & { readonly task: Exclude<Task, { readonly kind: 'run' | 'beside' }> }) {
  const app = useActions();
  const busy = useApp((one) => one.phase !== 'idle');
  const { wanted, ran, done, places } = state;
  if (task.kind === 'read') return null;
  if (!ran)
    return (
      <>
        <p className="quiet">{lessonWords.runFirst}</p>
        <button
          type="button"
          className={classes('button button-primary', styles.run)}
          data-asks-run
          disabled={busy || wanted === null}
          onClick={() => {
            if (wanted) app.setup.setExperiment(wanted);
            app.runs.start();
          }}
        >
          <Icon name="play" size={13} />
          {busy ? lessonWords.running : lessonWords.runIt}
        </button>
      </>
    );
  const [place] = places;
  if (done || (task.kind !== 'look' && !place)) return null;
  return (
    <button
      type="button"
      className={classes('button', styles.run)}
      onClick={() => {
        // A sheet over the stage makes room for what is to be seen there.
        app.view.openTeacher(false);
        if (task.kind === 'look') app.view.showTab(task.picture);
        else if (place?.kind === 'cursor') app.view.seek(place.cursor);
        else if (place) app.view.select(selectionOf(place));
      }}
    >
      {task.kind === 'look' ? lessonWords.lookAt[task.picture] : lessonWords.showMe}
    </button>
  );
}
