import { useMemo } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { ChapterPage } from '#learn/chapter.ts';

/** What no run shows of a page, in this visit: what was guessed, whether what it draws was seen whole, and what it asks for was done once. */
interface PageProgress {
  readonly guesses: ReadonlyMap<ChapterPage, string>;
  readonly seen: ReadonlySet<ChapterPage>;
  readonly done: ReadonlySet<ChapterPage>;
}

/** Read by the page and by its line: a sheet is closed while a run is looked at, and opened again. */
const store = createStore<PageProgress>(() => ({
  guesses: new Map(),
  seen: new Set(),
  done: new Set(),
}));

/** @returns `pageDone`: whether all was done on the page that only the page knows of. */
export function usePageProgress(page: ChapterPage | undefined) {
  const guess = useStore(store, ({ guesses }) => (page && guesses.get(page)) ?? null);
  const seen = useStore(store, (state) => page !== undefined && state.seen.has(page));
  const doneBefore = useStore(store, ({ done }) => page !== undefined && done.has(page));
  const acts = useMemo(
    () => ({
      choose: (option: string) =>
        page && store.setState(({ guesses }) => ({ guesses: new Map(guesses).set(page, option) })),
      see: () => page && store.setState((state) => ({ seen: new Set(state.seen).add(page) })),
      keepDone: () => page && store.setState((state) => ({ done: new Set(state.done).add(page) })),
    }),
    [page],
  );
  const pageDone = (!page?.guess || guess !== null) && (page?.widget !== 'sweep' || seen);
  return { guess, pageDone, doneBefore, ...acts };
}
