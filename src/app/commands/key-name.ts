import { keys } from '#words/en/keys.ts';
import type { KeyStroke } from './commands.ts';

/** What a key stroke is called on the page. */
export function keyName({ key, ctrl }: KeyStroke): string {
  const { space, enter, home, end } = keys.names;
  const name = { ' ': space, Enter: enter, Home: home, End: end }[key] ?? key.toUpperCase();
  return ctrl ? keys.withCtrl(name) : name;
}
