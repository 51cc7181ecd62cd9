import type { StoreApi } from 'zustand/vanilla';
import { decodeExperiment, encodeExperiment } from '../../experiment/url-codec.ts';
import type { AppState } from './app-state.ts';

/** The browser's address bar, as far as the app needs it. */
export interface AddressBar {
  /** The part after `#`, without it. */
  readonly fragment: () => string;
  readonly replace: (fragment: string) => void;
  readonly push: (fragment: string) => void;
  /** The whole address with this fragment. */
  readonly withFragment: (fragment: string) => string;
  /** Calls back when a person goes back, forward or to another fragment. Returns what ends it. */
  readonly onMove: (callback: () => void) => () => void;
  readonly later: (callback: () => void, milliseconds: number) => () => void;
}

export interface Address {
  link(): string;
  /** A run begins: this experiment gets a place of its own in the history. */
  push(): void;
  close(): void;
}

const pause = 250;

/** Keeps the experiment and the address the same. A link that cannot be read says so and changes nothing. */
export function startAddress(store: StoreApi<AppState>, bar: AddressBar): Address {
  let cancelLater: (() => void) | null = null;
  let pushed: string | null = null;
  let reading = false;
  const fragment = () => encodeExperiment(store.getState().draft);

  function read(): void {
    const text = bar.fragment();
    if (text === '') return;
    const result = decodeExperiment(text);
    if (!result.ok) return store.setState({ notice: { kind: 'problem', message: result.problem.message, advice: result.problem.advice } });
    reading = true;
    store.setState({ draft: result.experiment, draftFrom: 'link' });
    reading = false;
  }

  function settle(): void {
    cancelLater?.();
    cancelLater = null;
  }

  read();
  const unsubscribe = store.subscribe((state, before) => {
    if (state.draft === before.draft || reading) return;
    cancelLater?.();
    cancelLater = bar.later(() => {
      cancelLater = null;
      bar.replace(fragment());
    }, pause);
  });
  const unlisten = bar.onMove(() => {
    settle();
    read();
  });

  return {
    link: () => bar.withFragment(fragment()),
    push() {
      settle();
      const now = fragment();
      // The first run, or the same again, needs no second place in the history.
      if (pushed === now || (pushed === null && bar.fragment() === now)) bar.replace(now);
      else bar.push(now);
      pushed = now;
    },
    close() {
      settle();
      unsubscribe();
      unlisten();
    },
  };
}
