import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { Experiment } from '#experiment/experiment.ts';
import type { RunState } from '#run/state.ts';
import { stateAt } from '#run/timeline.ts';
import { type ChapterPage, runOfPage, type Task } from '#learn/chapter.ts';
import { type TargetPlace, placesOf } from '#learn/targets.ts';
import type { AppState, TokenSelection } from '#app/store/app-state.ts';
import { experimentOf } from '#app/store/main-tab.ts';
import { sameExperiment } from '#app/store/same-experiment.ts';
import type { CompareRun } from '#app/store/compare.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import type { ChapterId } from '#learn/chapters.ts';
import type { ChapterPart } from '#words/chapter-parts.ts';
import { usePageProgress } from './page-progress.ts';
import { useProgress } from './progress.ts';

export interface PageState {
  readonly page: ChapterPage;
  /** The experiment whose run the page looks at; null where it looks at none. */
  readonly wanted: Experiment | null;
  /** The whole of that run, once it stands finished on the stage. */
  readonly ran: RunState | null;
  /** The whole of its setups' runs, once all of them have been run side by side. */
  readonly beside: Readonly<Record<string, RunState>> | null;
  /** Whether what the page asks for has been done, once. */
  readonly done: boolean;
  /** Where the run has what the page asks to select or to step to. */
  readonly places: readonly TargetPlace[];
}

const none: readonly TargetPlace[] = [];

/** The page of a chapter at which a person is, as far as they are with it. */
export function useOpenPage(
  id: ChapterId,
  part: ChapterPart,
): {
  readonly at: number;
  readonly last: number;
  readonly finished: boolean;
  readonly state: PageState | null;
} {
  const progress = useProgress(id);
  const last = part.chapter.pages.length - 1;
  const at = Math.min(progress?.page ?? 0, last);
  const { pageDone } = usePageProgress(part.chapter.pages[at]);
  return { at, last, finished: progress?.finished ?? false, state: usePageState(part, at, pageDone) };
}

/** What a page asks for and how far that is. @param pageDone what only the page knows of has been done: it was guessed, a curve was drawn. */
export function usePageState({ chapter }: ChapterPart, at: number, pageDone: boolean): PageState | null {
  const page = chapter.pages[at];
  const wanted = useMemo(() => runOfPage(chapter, at), [chapter, at]);
  const log = useApp((state) => state.log);
  const idle = useApp((state) => state.phase === 'idle');
  const over = useApp((state) => state.view.status === 'finished');
  const shown = experimentOf(log);
  const here = wanted !== null && shown !== null && idle && sameExperiment(shown, wanted);
  const whole = useMemo(() => (here && log ? stateAt(log.entries, log.entries.length) : null), [here, log]);
  const ran = whole?.status === 'finished' ? whole : null;
  const task = page?.task ?? null;
  const compared = useStore(useActions().runs.compare.store, ({ runs }) => runs);
  const beside = useMemo(
    () => (page?.task.kind === 'beside' ? besideOf(page.setups ?? {}, compared) : null),
    [page, compared],
  );
  const places = useMemo(
    () => (ran && log && task && 'target' in task ? placesOf(task.target, log.entries, ran) : none),
    [ran, log, task],
  );
  const now = useApp(
    (state) =>
      task !== null &&
      isDone(task, state, { ran: (task.kind === 'beside' ? beside : ran) !== null, places, pageDone }),
  );
  // To have done it once is enough: what is looked at next takes nothing back. A run is done when it has been seen to its end.
  const finished = now && (task?.kind !== 'run' || over);
  const { doneBefore, keepDone } = usePageProgress(page);
  useEffect(() => {
    if (finished) keepDone();
  }, [finished, keepDone]);
  const done =
    (finished || doneBefore) && ((beside ?? ran) !== null || wanted === null || task?.kind === 'read');
  return page ? { page, wanted, ran, beside, done, places } : null;
}

/** What was compared last, by setup; null unless it is all of them, each to its end. */
function besideOf(
  setups: Readonly<Record<string, Experiment>>,
  runs: readonly CompareRun[],
): Readonly<Record<string, RunState>> | null {
  const wanted = Object.entries(setups);
  if (runs.length !== wanted.length) return null;
  const states: Record<string, RunState> = {};
  for (const [place, [name, experiment]] of wanted.entries()) {
    const run = runs[place];
    if (run?.phase !== 'done' || !run.log || !sameExperiment(run.experiment, experiment)) return null;
    const { entries } = run.log;
    const state = stateAt(entries, entries.length);
    if (state.status !== 'finished') return null;
    states[name] = state;
  }
  return states;
}

function isDone(
  task: Task,
  state: AppState,
  {
    ran,
    places,
    pageDone,
  }: { readonly ran: boolean; readonly places: readonly TargetPlace[]; readonly pageDone: boolean },
): boolean {
  switch (task.kind) {
    case 'read':
      return pageDone;
    case 'run':
    case 'beside':
      return ran;
    case 'look':
      return ran && state.tab === task.picture;
    case 'select':
    case 'step':
      return places.some((place) => isAt(place, state));
  }
}

function isAt(place: TargetPlace, { selection, cursor, following }: AppState): boolean {
  switch (place.kind) {
    case 'cursor':
      return cursor === place.cursor && !following;
    case 'trace':
      return (
        (selection?.kind === 'trace' || selection?.kind === 'token') && selection.sequence === place.sequence
      );
    case 'votes':
      return selection?.kind === 'votes' && selection.key === place.key;
    case 'node':
      return selection?.kind === 'node' && selection.node === place.node;
  }
}

/** What selects a place; null for one that is stepped to. */
export function selectionOf(place: TargetPlace): TokenSelection | null {
  return place.kind === 'cursor' ? null : place;
}
