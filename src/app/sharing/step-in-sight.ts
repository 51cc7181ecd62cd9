import { type RefObject, useLayoutEffect } from 'react';
import type { RunEvent } from '#run/events.ts';
import type { RunState } from '#run/state.ts';
import { focusOf } from '#views/search-tree/tree-focus.ts';
import { useApp } from '../store/use-app.tsx';

/** Of what the step is about: a trace's card, its line in a table. */
const mark = 'data-about-step';

/** Marks what the step at the cursor is about and brings it into sight, if it is not there. Not while it plays, or follows a run. */
export function useStepInSight(root: RefObject<HTMLElement | null>): void {
  const entry = useApp(({ log, cursor }) => log?.entries[cursor - 1]);
  const still = useApp((state) => !state.playing && !state.following);
  const view = useApp((state) => state.view);
  useLayoutEffect(() => {
    const element = still && entry && root.current && find(root.current, entry.event, view);
    if (!element) return;
    element.setAttribute(mark, '');
    // At once, and when it is drawn anew: a card far off the screen has its old content, and a height that was guessed.
    const observer = new ResizeObserver(() => element.scrollIntoView({ block: 'nearest' }));
    observer.observe(element);
    return () => {
      observer.disconnect();
      element.removeAttribute(mark);
    };
  }, [root, entry, still, view]);
}

function find(root: HTMLElement, event: RunEvent, view: RunState): Element | null {
  const trace = 'sequence' in event ? event.sequence : null;
  const node = focusOf(view).at;
  const found =
    (trace !== null && 'round' in event && root.querySelector(`[data-round="${trace} ${event.round}"]`)) ||
    (trace !== null && root.querySelector(`[data-trace="${trace}"]`)) ||
    (node !== null && root.querySelector(`[data-node="${node}"]`)) ||
    null;
  return found?.closest('article, tr') ?? found;
}
