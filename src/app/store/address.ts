import type { StoreApi } from 'zustand/vanilla';
import type { Comparison } from '../../experiment/comparison.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import { decodeExperiment, encodeExperiment, isExperimentLink } from '../../experiment/url-codec.ts';
import type { AppState } from './app-state.ts';
import type { Compare } from './compare.ts';
import { loadSetup } from './setup.ts';
import { mainTab } from './stage-tabs.ts';

/** The browser's address bar, as far as the app needs it. */
export interface AddressBar {
  /** The part from `#` on, or nothing. */
  readonly fragment: () => string;
  readonly replace: (fragment: string) => void;
  readonly push: (fragment: string) => void;
  /** The whole address with this fragment. */
  readonly withFragment: (fragment: string) => string;
  /** Calls back when a person goes back, forward or to another fragment. Returns what ends it. */
  readonly onMove: (callback: () => void) => () => void;
  /** Calls back after a while; returns what takes it back. */
  readonly later: (callback: () => void, milliseconds: number) => () => void;
}

export interface Address {
  /** Settles once the address the page was opened with has been read. */
  readonly opened: Promise<void>;
  /** The address of the experiment as it is set up now. */
  link(): string;
  /** A run begins: this experiment gets a place of its own in the history. */
  push(): void;
  close(): void;
}

/** Long enough that a dragged slider writes the address once: Safari refuses more than 100 changes in 30 seconds. */
const pause = 350;

/** What the address says: the experiment, and the comparison while it is shown. */
interface Setup {
  readonly experiment: Experiment;
  readonly arms: Comparison['arms'] | null;
  readonly tokens: number | null;
}

const sameSetup = (a: Setup, b: Setup | null): boolean => a.experiment === b?.experiment && a.arms === b.arms && a.tokens === b.tokens;

/** Keeps the experiment and the address the same. A link that cannot be read says so and changes nothing. */
export function startAddress(store: StoreApi<AppState>, compare: Compare, bar: AddressBar): Address {
  const now = (): Setup => {
    const { draft, tab } = store.getState();
    const { arms, tokens } = compare.store.getState();
    return { experiment: draft, ...(tab === 'compare' ? { arms, tokens } : { arms: null, tokens: null }) };
  };
  let seen = now();
  /** The newest setup in writing. Written at once on every edit, so that a link is at hand when it is asked for. */
  let written: (Setup & { readonly fragment: string }) | null = null;
  let pushed: Experiment | null = null;
  let takeBack: (() => void) | null = null;
  let reads = 0;

  async function write(setup: Setup, use?: (fragment: string) => void): Promise<void> {
    const { experiment, arms, tokens } = setup;
    const comparison = arms !== null && tokens !== null ? { arms, tokens } : undefined;
    const fragment = written && sameSetup(setup, written) ? written.fragment : await encodeExperiment(experiment, comparison);
    if (sameSetup(setup, now())) written = { ...setup, fragment };
    use?.(fragment);
  }

  async function read(): Promise<void> {
    const fragment = bar.fragment();
    const mine = ++reads;
    if (!isExperimentLink(fragment)) return;
    const result = await decodeExperiment(fragment);
    if (mine !== reads) return;
    if (!result.ok) {
      const { message, advice } = result.failure;
      return store.setState({ notice: { kind: 'problem', message, advice } });
    }
    const { experiment, compare: comparison } = result;
    const { tab } = store.getState();
    const away = tab === 'compare' ? mainTab(experiment.strategy.kind) : tab;
    const setup = loadSetup(store.getState(), experiment, 'link');
    written = { experiment: setup.draft, arms: comparison?.arms ?? null, tokens: comparison?.tokens ?? null, fragment };
    seen = written;
    pushed = setup.draft;
    // The tab changes last: at every moment the address is that of what is shown.
    if (comparison) compare.pick(comparison);
    store.setState({ ...setup, tab: comparison ? 'compare' : away });
  }

  function settle(): void {
    takeBack?.();
    takeBack = null;
  }

  const opened = read().then(() => write(now()));
  function follow(): void {
    const setup = now();
    const before = seen;
    if (sameSetup(setup, before)) return;
    seen = setup;
    settle();
    void write(setup);
    // Nobody chose it yet, so the address stays as it was opened.
    if (store.getState().draftFrom === 'default' && setup.arms === null && before.arms === null) return;
    takeBack = bar.later(() => {
      takeBack = null;
      void write(setup, bar.replace);
    }, pause);
  }
  const unsubscribe = store.subscribe(follow);
  const unsubscribeCompare = compare.store.subscribe(follow);
  const unlisten = bar.onMove(() => {
    settle();
    void read();
  });

  return {
    opened,
    link: () => bar.withFragment(written?.fragment ?? bar.fragment()),
    push() {
      settle();
      const { draft } = store.getState();
      // The same again needs no second place in the history.
      const again = pushed === draft;
      pushed = draft;
      // A run is shown by its own picture, not beside others.
      void write({ experiment: draft, arms: null, tokens: null }, again ? bar.replace : bar.push);
    },
    close() {
      settle();
      unsubscribe();
      unsubscribeCompare();
      unlisten();
    },
  };
}
