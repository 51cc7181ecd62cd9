import type { App } from '../store/app.ts';
import type { AppState } from '../store/app-state.ts';
import { showsPlay } from '../store/areas.ts';
import { type Command, commands } from './commands.ts';

/** What a key event needs to say; the browser's own has more. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** What has the focus: a field takes all plain keys, a control takes those that work it. */
export type KeyFocus = 'field' | 'slider' | 'control' | 'page';

/** The command a key press means, if any. Single-letter keys can be switched off (WCAG 2.1.4). */
export function commandFor(
  press: KeyPress,
  focus: KeyFocus,
  state: AppState,
  plainKeys = true,
): Command | undefined {
  if (press.altKey || state.dialog !== 'none') return undefined;
  const ctrl = press.ctrlKey || press.metaKey;
  return commands.find(
    (command) =>
      command.enabled(state) &&
      (showsPlay(state.area) || command.everywhere === true) &&
      command.keys.some(
        (stroke) =>
          stroke.key.toLowerCase() === press.key.toLowerCase() &&
          (stroke.ctrl ?? false) === ctrl &&
          (ctrl || plainKeys || press.key.length > 1) &&
          (stroke.inFields || isFree(stroke.key, focus)),
      ),
  );
}

function isFree(key: string, focus: KeyFocus): boolean {
  switch (focus) {
    case 'field':
      return false;
    case 'slider':
      // A slider has its own Home and End.
      return key !== 'Home' && key !== 'End';
    case 'control':
      return key !== ' ' && key !== 'Enter';
    case 'page':
      return true;
  }
}

function focusOf(target: EventTarget | null): KeyFocus {
  if (!(target instanceof Element)) return 'page';
  if (target instanceof HTMLInputElement && target.type === 'range') return 'slider';
  if (target.closest('textarea, select, [contenteditable]')) return 'field';
  if (target instanceof HTMLInputElement)
    return target.type === 'radio' || target.type === 'checkbox' ? 'control' : 'field';
  return target.closest('button, a, summary, [role="button"], [role="tab"]') ? 'control' : 'page';
}

/** Listens for the keys of the whole page. Returns what ends it. */
export function listenForKeys(app: App, target: EventTarget, plainKeys: () => boolean): () => void {
  function onKey(event: Event): void {
    if (!(event instanceof KeyboardEvent) || event.defaultPrevented || event.isComposing) return;
    const command = commandFor(event, focusOf(event.target), app.store.getState(), plainKeys());
    if (!command) return;
    event.preventDefault();
    command.perform(app);
  }
  target.addEventListener('keydown', onKey);
  return () => target.removeEventListener('keydown', onKey);
}
