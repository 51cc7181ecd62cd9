/** The browser's address bar and history, as far as the app needs them. */
export interface AddressBar {
  /** The part from `#` on, or nothing. */
  readonly fragment: () => string;
  /** The mark that this place in the history was given; null where it has none, as a link that was just opened. */
  readonly mark: () => string | null;
  readonly replace: (fragment: string, mark: string) => void;
  readonly push: (fragment: string, mark: string) => void;
  /** As the browser's own button does it: `onMove` calls back once it is done. */
  readonly back: () => void;
  /** The whole address with this fragment. */
  readonly withFragment: (fragment: string) => string;
  /** Calls back when a person goes back, forward or to another fragment. Returns what ends it. */
  readonly onMove: (callback: () => void) => () => void;
  /** Calls back after a while; returns what takes it back. */
  readonly later: (callback: () => void, milliseconds: number) => () => void;
}
