import type { Experiment } from '#experiment/experiment.ts';
import { algorithmSteps, nextStep, previousStep } from '#run/algorithm-steps.ts';
import type { Failure } from '#run/events.ts';
import type { NodeId } from '#run/search-events.ts';
import { emptyRun } from '#run/state.ts';
import { stateAt } from '#run/timeline.ts';
import { places } from '#words/en/places.ts';
import type { AppState, Notice, RunLog, Shared, TokenSelection } from './app-state.ts';
import { type Area, lessonOf } from './areas.ts';
import { sameExperiment } from './same-experiment.ts';

/** Pure changes of the state: what the buttons, keys and the run worker bring about. */

const nothingFolded: AppState['folded'] = new Set();

/** A log takes the stage; the cursor stands at `cursor`. */
export function withLog(log: RunLog, cursor: number): Partial<AppState> {
  const length = log.entries.length;
  const place = Math.min(Math.max(0, cursor), length);
  return {
    log,
    cursor: place,
    view: stateAt(log.entries, place),
    following: place === length,
    playing: false,
    selection: null,
    enlarged: null,
    folded: nothingFolded,
    openingFailure: null,
  };
}

/** Entries of the run on the stage that the page knows. */
export function lengthOf({ log }: Pick<AppState, 'log'>): number {
  return log?.entries.length ?? 0;
}

/** A run has come further: on the stage, where it is there, and among the branches. */
export function grown(state: AppState, before: RunLog, log: RunLog): Partial<AppState> {
  const branches = state.branches.some((one) => one.log === before)
    ? state.branches.map((one) => (one.log === before ? { ...one, log } : one))
    : state.branches;
  if (state.log !== before) return { branches };
  const { entries } = log;
  const end = state.following ? { cursor: entries.length, view: stateAt(entries, entries.length) } : {};
  return { log, branches, ...end };
}

/** The cursor goes to `cursor`; at the end it follows again. */
export function moved(state: AppState, cursor: number): Partial<AppState> {
  if (!state.log) return {};
  const { entries } = state.log;
  const place = Math.min(Math.max(0, Math.round(cursor)), entries.length);
  return { cursor: place, view: stateAt(entries, place), following: place === entries.length };
}

/** One step back or forth: always a pause, so that the page stands still to be looked at. */
export function stepped(state: AppState, by: number): Partial<AppState> {
  return { ...moved(state, state.cursor + by), following: false, playing: false };
}

/** Whether the run on the page still grows. */
export function isLive(state: AppState): boolean {
  return state.phase === 'running' || state.phase === 'stopping';
}

/** Whether the stage is kept free for a run that is on its way. */
export function isHeld({ awaited, area, draftFrom }: AppState): boolean {
  return awaited && area.kind === 'play' && draftFrom === 'default';
}

/** Play, or pause what plays or follows. At the end of a finished run it plays from the start. */
export function toggledPlay(state: AppState): Partial<AppState> {
  if (lengthOf(state) === 0) return {};
  if (state.playing) return { playing: false };
  if (isLive(state) && state.following) return { following: false };
  if (state.cursor < lengthOf(state)) return { playing: true, following: false };
  return isLive(state) ? { following: true } : { ...moved(state, 0), playing: true, following: false };
}

/** The cursor goes by the algorithm's own steps; past the last one, to the end. */
export function steppedAlgorithm(state: AppState, way: 1 | -1): Partial<AppState> {
  if (!state.log) return {};
  const steps = algorithmSteps(state.log.entries);
  const to =
    way > 0
      ? (nextStep(steps, state.cursor)?.cursor ?? lengthOf(state))
      : (previousStep(steps, state.cursor)?.cursor ?? 0);
  return { ...moved(state, to), following: false, playing: false };
}

/** A subtree is folded away, or shown again. */
export function foldToggled({ folded }: AppState, node: NodeId): Partial<AppState> {
  const next = new Set(folded);
  if (!next.delete(node)) next.add(node);
  return { folded: next };
}

/** Another area of the page is looked at; dialogs belong to the one before. */
export function inArea(state: AppState, area: Area): Partial<AppState> {
  const lesson = lessonOf(area);
  // Where there is no column for it, a lesson begins with its sheet open.
  const teacherOpen = lesson === lessonOf(state.area) ? state.teacherOpen : lesson !== null;
  if (area.kind === state.area.kind) return { area, teacherOpen };
  // What went wrong in one area is not said in another.
  const notice = state.notice?.kind === 'problem' ? null : state.notice;
  return { area, teacherOpen, dialog: 'none', editing: null, setupOpen: false, notice };
}

export function selected(selection: TokenSelection | null): Partial<AppState> {
  return { selection };
}

/** What the opened link says of the experiment that is set up, or of the run on the stage; null where it speaks of another. */
export function sharedWith(shared: Shared | null, experiment: Experiment | null): Shared | null {
  return shared && experiment && sameExperiment(shared.experiment, experiment) ? shared : null;
}

export const emptyStage = {
  log: null,
  cursor: 0,
  view: emptyRun,
  following: true,
  playing: false,
  folded: nothingFolded,
} as const;

/** Nothing is shown of what stood on the stage. */
export const clearedStage = {
  ...emptyStage,
  branches: [],
  selection: null,
  enlarged: null,
  openingFailure: null,
} as const satisfies Partial<AppState>;

/** That an address leads nowhere, as a message above the page. */
export function unknownAddress(instead: () => string): Notice {
  return { kind: 'problem', what: { kind: 'in-words', message: () => places.unknown(instead()) } };
}

/** A failure as a message above the page. */
export function problemNotice(failure: Failure): Notice {
  return { kind: 'problem', what: { kind: 'failure', failure } };
}
