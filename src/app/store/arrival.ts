import type { StoreApi } from 'zustand/vanilla';
import { isOwnModel } from '#experiment/model-id.ts';
import { isKeyOf } from '#experiment/keys-of.ts';
import type { Moment } from '#experiment/moment.ts';
import { cursorAtMoment } from '#run/moments.ts';
import type { LogEntry } from '#run/events.ts';
import { stage } from '#words/en/stage.ts';
import type { AppState } from './app-state.ts';
import type { Compare } from './compare.ts';
import { engineOf, isHere } from './library-state.ts';
import { experimentOf } from './main-tab.ts';
import { moved, sharedWith } from './transitions.ts';

export interface ArrivalNeeds {
  /** As a person presses Run. */
  readonly start: () => void;
  readonly compare: Pick<Compare, 'store'>;
  /** As a person presses Compare. */
  readonly startCompare: () => void;
  /** The person asked for less motion: nothing plays by itself. */
  readonly calm: boolean;
}

/**
 * Brings the page to where a link says. The link holds no run but an experiment whose run is the same everywhere; so it is run
 * where its model ships with the page, else once the person has pressed Run. Then it goes to the link's step, and holds or
 * plays there. A link that holds a comparison starts that, if it says so. Whoever moves through the run meanwhile is left where they are. Returns what ends it.
 */
export function startArrival(
  store: StoreApi<AppState>,
  { start, compare, startCompare, calm }: ArrivalNeeds,
): () => void {
  /** The beginning of the run that waits for its step. */
  let held: LogEntry | null = null;

  const setNext = (next: 'go' | null, change: Partial<AppState> = {}) =>
    store.setState(({ shared }) => ({ ...change, shared: shared && { ...shared, next } }));

  function begin(): void {
    const { shared, draft, library, phase, tab } = store.getState();
    const comparing = tab === 'compare';
    const arms = comparing ? compare.store.getState().arms : [];
    const models = [draft.model, ...arms.flatMap(({ model }) => model ?? [])];
    // A model of a person's own is known once the page has looked.
    if (shared?.next !== 'run' || (!library.own && models.some(isOwnModel))) return;
    setNext(comparing ? null : 'go');
    if (phase !== 'idle' || !models.every((id) => engineOf(id, library).ships && isHere(library, id))) return;
    if (comparing && shared.moment.plays) startCompare();
    if (!comparing && needsRun(shared.moment)) start();
  }

  function go(state: AppState, moment: Moment): void {
    const { log, phase } = state;
    const [first] = log?.entries ?? [];
    if (!log || !first) return;
    const { step, tab, plays = false } = moment;
    if (held !== first) {
      held = first;
      const shown = tab !== undefined && isKeyOf(stage.tabs, tab) ? { tab } : {};
      if (step) setNext('go', { ...shown, following: true, playing: false });
      else if (plays && !calm)
        setNext(null, { ...moved(state, 0), ...shown, following: false, playing: true });
      else setNext(null, shown);
      return;
    }
    if (!step || !state.following) return setNext(null);
    const ended = phase === 'idle';
    const cursor = cursorAtMoment(log.entries, step, ended);
    if (cursor !== null)
      setNext(null, { ...moved(state, cursor), following: false, playing: plays && !calm });
    else if (ended) setNext(null, { notice: { kind: 'problem', what: { kind: 'moment-missing' } } });
  }

  return store.subscribe((state) => {
    const next = state.shared?.next ?? null;
    if (next === null) held = null;
    // Not in the middle of the change that brought the link.
    else if (next === 'run') queueMicrotask(begin);
    else {
      const shared = sharedWith(state.shared, experimentOf(state.log));
      if (shared) go(state, shared.moment);
    }
  });
}

/** Whether there is anything of a run to be shown. */
export const needsRun = ({ step, tab, plays }: Moment): boolean =>
  step !== undefined || plays === true || (tab !== undefined && tab !== 'compare');
