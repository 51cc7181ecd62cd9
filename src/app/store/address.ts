import type { StoreApi } from 'zustand/vanilla';
import { defaultExperiment } from '#experiment/defaults.ts';
import { decodeExperiment, encodeExperiment, isExperimentLink, withoutTail } from '#experiment/url-codec.ts';
import { places as areaWords } from '#words/en/places.ts';
import type { AddressBar } from './address-bar.ts';
import type { AppState, RunLog } from './app-state.ts';
import { areaFragment, leadsNowhere, play, readArea } from './areas.ts';
import type { Compare } from './compare.ts';
import { createPlaces, type Place, sameSetup, type SetupPlace } from './places.ts';
import { sameExperiment } from './same-experiment.ts';
import { loadSetup } from './setup.ts';
import { experimentOf, mainTab, tabAtStart } from './main-tab.ts';
import { clearedStage, inArea, problemNotice, sharedWith, unknownAddress, withLog } from './transitions.ts';

export interface Address {
  /** Settles once the address the page was opened with has been read. */
  readonly opened: Promise<void>;
  /** The address of what is looked at: the experiment as it is set up now, or another area of the page. */
  link(): string;
  /** What is set up is looked at, with a place of its own in the history. */
  toPlay(): void;
  /** A run of what is set up begins, and belongs to the place that is here. */
  ran(): void;
  /** A run has come further: where it was shown, it is kept so. */
  grew(before: RunLog, after: RunLog): void;
  close(): void;
}

export interface AddressNeeds {
  readonly bar: AddressBar;
  /** Tells the marks of this visit to the page from those of earlier ones. */
  readonly visit: string;
  /** Another place takes the stage: a run that goes on ends, and stays as far as it came. */
  readonly leave: () => void;
}

/** Long enough that a dragged slider writes the address once: Safari refuses more than 100 changes in 30 seconds. */
const pause = 350;

/**
 * Keeps the experiment and the address the same, and makes Back and Forward move between what was shown: each place in the
 * history is a setup and the stage that stood with it, and both come back together.
 *
 * A whole setup that comes in gets a place of its own, and so does the first edit of one; further edits change that place,
 * until something runs there. Edits that lead back to the setup they began at lead back to its place. So no two places that
 * follow each other are the same. A link that cannot be read says so and changes nothing.
 *
 * Other areas of the page have addresses of their own: going there and back changes neither setup nor stage.
 */
export function startAddress(
  store: StoreApi<AppState>,
  compare: Compare,
  { bar, visit, leave }: AddressNeeds,
): Address {
  const now = (): SetupPlace => {
    const { draft, tab, shared } = store.getState();
    const { subject, arms, tokens } = compare.store.getState();
    const compared = tab === 'compare' && subject.kind === 'arms';
    const moment = sharedWith(shared, draft)?.moment ?? null;
    return { experiment: draft, moment, ...(compared ? { arms, tokens } : { arms: null, tokens: null }) };
  };
  const places = createPlaces();
  let marks = 0;
  const newMark = () => `${visit}.${++marks}`;
  let here = newMark();
  /** The place whose setup was edited to make this one; null once this one stands for itself. */
  let editedFrom: string | null = null;
  /** Places that the browser does not have yet. */
  const unpushed = new Set<string>();
  let seen = now();
  let { setups } = store.getState();
  /** The newest setup in writing. Written at once on every edit, so that a link is at hand when it is asked for. */
  let written: (SetupPlace & { readonly fragment: string }) | null = null;
  let takeBack: (() => void) | null = null;
  let moves = 0;
  let moving = false;

  async function write(setup: SetupPlace): Promise<string> {
    const { experiment, arms, tokens, moment } = setup;
    const fragment =
      written && sameSetup(setup, written)
        ? written.fragment
        : await encodeExperiment(
            experiment,
            arms !== null && tokens !== null ? { arms, tokens } : undefined,
            moment ?? undefined,
          );
    if (sameSetup(setup, now())) written = { ...setup, fragment };
    return fragment;
  }

  let line: Promise<void> = Promise.resolve();
  /** Gives a place its address: one after the other, so that places stand in the history in the order they were made. */
  function put(mark: string, setup: SetupPlace): void {
    const asked = moves;
    line = line.then(async () => {
      const fragment = await write(setup);
      // The person went elsewhere meanwhile.
      if (asked !== moves || store.getState().area.kind !== 'play') return;
      if (unpushed.delete(mark)) bar.push(fragment, mark);
      else if (mark === here && (bar.fragment() !== fragment || bar.mark() !== mark))
        bar.replace(fragment, mark);
    });
  }

  function keep(): void {
    const { draftFrom: from, log, branches } = store.getState();
    const place: Place = { ...seen, from, log, branches };
    const known = places.get(here);
    if (
      !known ||
      !sameSetup(place, known) ||
      known.from !== from ||
      known.log !== log ||
      known.branches !== branches
    )
      places.keep(here, place);
  }

  function settle(): void {
    takeBack?.();
    takeBack = null;
  }

  function newPlace(from: string | null): void {
    here = newMark();
    editedFrom = from;
    unpushed.add(here);
    put(here, seen);
  }

  /** Where edits have led back to the setup they began at: back to its place. */
  function turnedBack(): boolean {
    const origin = editedFrom === null ? undefined : places.get(editedFrom);
    if (editedFrom === null || !origin || !sameExperiment(origin.experiment, store.getState().draft))
      return false;
    const pushed = !unpushed.delete(here);
    here = editedFrom;
    editedFrom = null;
    keep();
    if (pushed) bar.back();
    return true;
  }

  function follow(): void {
    if (moving) return;
    const { draftFrom, setups: count } = store.getState();
    const before = seen;
    const whole = count !== setups;
    seen = now();
    setups = count;
    if (sameSetup(seen, before)) return keep();
    settle();
    void write(seen);
    // Nobody chose it yet, so the address stays as it was opened.
    if (draftFrom === 'default' && seen.arms === null && before.arms === null) return keep();
    const other =
      seen.experiment !== before.experiment &&
      (!whole || !sameExperiment(seen.experiment, before.experiment));
    if (other && whole) newPlace(null);
    else if (other && editedFrom === null) newPlace(here);
    else {
      takeBack = bar.later(() => {
        takeBack = null;
        if (!turnedBack()) put(here, now());
      }, pause);
    }
    keep();
  }

  /** What stood at a place takes setup and stage. */
  function show(mark: string, { experiment, arms, tokens, moment, from, log, branches }: Place): void {
    const { tab, view } = store.getState();
    const shown = experimentOf(log)?.strategy.kind ?? experiment.strategy.kind;
    here = mark;
    editedFrom = null;
    moving = true;
    // The comparison that is there already keeps what it compared. The tab changes last: at every moment the address is that of what is shown.
    if (arms !== null && tokens !== null) compare.pick({ arms, tokens });
    store.setState((state) => ({
      ...loadSetup(state, experiment, from),
      area: play,
      teacherOpen: false,
      ...(log ? withLog(log, log.entries.length) : clearedStage),
      branches,
      shared: moment && { experiment, moment, next: log ? null : from === 'link' ? 'run' : 'go' },
      tab:
        arms !== null
          ? 'compare'
          : log
            ? tabAtStart(shown, view.experiment?.strategy.kind, tab)
            : tab === 'compare'
              ? mainTab(shown)
              : tab,
    }));
    moving = false;
    seen = now();
    ({ setups } = store.getState());
    keep();
  }

  /** Reads the address of a place that is not known. @param from how its setup came; null for the address that the page was opened with. */
  async function read(from: 'link' | 'history' | null): Promise<void> {
    const fragment = withoutTail(bar.fragment());
    const mark = bar.mark() ?? newMark();
    const asked = moves;
    const arrive = (place: Pick<Place, 'from'> & SetupPlace) => {
      if (from !== null) leave();
      show(mark, { ...place, log: null, branches: [] });
      written = { ...seen, fragment };
      bar.replace(fragment, mark);
    };
    // The page as it was first opened, in an earlier visit to it.
    if (fragment === '' && from === 'history')
      return arrive({
        experiment: defaultExperiment('countdown'),
        arms: null,
        tokens: null,
        moment: null,
        from: 'default',
      });
    if (fragment === '' && from === null) bar.replace(fragment, here);
    const area = fragment === '' ? play : readArea(fragment);
    if (area) store.setState((state) => inArea(state, area));
    if (leadsNowhere(fragment))
      store.setState((state) => ({ notice: unknownAddress(() => areaWords.names[state.area.kind]) }));
    if (!isExperimentLink(fragment)) return;
    const result = await decodeExperiment(fragment);
    if (asked !== moves) return;
    if (!result.ok)
      return store.setState((state) => ({ ...inArea(state, play), notice: problemNotice(result.failure) }));
    const { experiment, compare: comparison, moment } = result;
    arrive({
      experiment,
      arms: comparison?.arms ?? null,
      tokens: comparison?.tokens ?? null,
      moment: moment ?? null,
      from: from ?? 'link',
    });
    if (moment !== null) return;
    // The address is not to be copied with what cannot be read.
    written = null;
    put(mark, seen);
    store.setState({ notice: { kind: 'problem', what: { kind: 'moment-unread' } } });
  }

  /** Play is looked at again, as it was left; the address may not say yet what was changed last. */
  function comeBack(): void {
    store.setState((state) => inArea(state, play));
    unpushed.delete(here);
    if (store.getState().draftFrom !== 'default' || seen.arms !== null) put(here, seen);
    else if (readArea(bar.fragment())) bar.replace('', here);
  }

  function moved(): void {
    settle();
    const mark = bar.mark();
    const area = readArea(bar.fragment());
    if (area && area.kind !== 'play') return store.setState((state) => inArea(state, area));
    if (mark === here || area) return comeBack();
    moves += 1;
    unpushed.clear();
    const known = mark === null ? undefined : places.get(mark);
    if (mark === null || !known) return void read(mark === null ? 'link' : 'history');
    leave();
    show(mark, known);
    // The last edits of it may not have reached its address.
    if (known.from !== 'default') put(mark, seen);
  }

  const opened = read(null)
    .then(() => write(now()))
    .then(keep);
  const unsubscribe = store.subscribe(follow);
  const unsubscribeCompare = compare.store.subscribe(follow);
  const unlisten = bar.onMove(moved);

  return {
    opened,
    link() {
      const { area } = store.getState();
      const fragment = area.kind === 'play' ? written?.fragment : areaFragment(area.kind, area.within);
      return bar.withFragment(fragment ?? bar.fragment());
    },
    toPlay() {
      if (store.getState().area.kind === 'play') return;
      store.setState((state) => inArea(state, play));
      if (unpushed.has(here)) return;
      unpushed.add(here);
      put(here, seen);
    },
    ran() {
      settle();
      if (turnedBack()) return;
      editedFrom = null;
      // A run is shown by its own picture, not beside others.
      put(here, { ...now(), arms: null, tokens: null });
    },
    grew: places.grew,
    close() {
      settle();
      unsubscribe();
      unsubscribeCompare();
      unlisten();
    },
  };
}
