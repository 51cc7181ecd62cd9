import type { StoreApi } from 'zustand/vanilla';
import type { Experiment } from '../../experiment/experiment.ts';
import { decodeExperiment, encodeExperiment, isExperimentLink } from '../../experiment/url-codec.ts';
import type { AppState } from './app-state.ts';

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

/** Keeps the experiment and the address the same. A link that cannot be read says so and changes nothing. */
export function startAddress(store: StoreApi<AppState>, bar: AddressBar): Address {
  /** The newest experiment in writing. Written at once on every edit, so that a link is at hand when it is asked for. */
  let written: { readonly experiment: Experiment; readonly fragment: string } | null = null;
  let pushed: Experiment | null = null;
  let takeBack: (() => void) | null = null;
  let reads = 0;

  async function write(experiment: Experiment, use?: (fragment: string) => void): Promise<void> {
    const fragment = written?.experiment === experiment ? written.fragment : await encodeExperiment(experiment);
    if (store.getState().draft === experiment) written = { experiment, fragment };
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
    written = { experiment: result.experiment, fragment };
    pushed = result.experiment;
    store.setState({ draft: result.experiment, draftFrom: 'link' });
  }

  function settle(): void {
    takeBack?.();
    takeBack = null;
  }

  const opened = read().then(() => write(store.getState().draft));
  const unsubscribe = store.subscribe(({ draft, draftFrom }, before) => {
    if (draft === before.draft || draft === written?.experiment) return;
    settle();
    void write(draft);
    // Nobody chose it yet, so the address stays as it was opened.
    if (draftFrom === 'default') return;
    takeBack = bar.later(() => {
      takeBack = null;
      void write(draft, bar.replace);
    }, pause);
  });
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
      void write(draft, again ? bar.replace : bar.push);
    },
    close() {
      settle();
      unsubscribe();
      unlisten();
    },
  };
}
