import { keys } from '#words/en/keys.ts';

/** A key to be pressed. */
export interface KeyStroke {
  /** As in `KeyboardEvent.key`. */
  readonly key: string;
  /** Ctrl, or Cmd on a Mac. */
  readonly ctrl?: boolean;
  /** Works while a field is being edited too. */
  readonly inFields?: boolean;
}

/** What a key stroke is called on the page. */
export function keyName({ key, ctrl }: KeyStroke): string {
  const { space, enter, home, end } = keys.names;
  const name = { ' ': space, Enter: enter, Home: home, End: end }[key] ?? key.toUpperCase();
  return ctrl ? keys.withCtrl(name) : name;
}
