import { useMemo } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { ChapterPage } from '#learn/chapter.ts';

/** What no run shows of a page, in this visit: what was guessed, and whether what it draws was seen whole. */
interface PageProgress {
  readonly guesses: ReadonlyMap<ChapterPage, string>;
  readonly seen: ReadonlySet<ChapterPage>;
}

/** Read by the page and by its line: a sheet is closed while a run is looked at, and opened again. */
const store = createStore<PageProgress>(() => ({ guesses: new Map(), seen: new Set() }));

/** @returns `pageDone`: whether all was done on the page that only the page knows of. */
export function usePageProgress(page: ChapterPage | undefined) {
  const guess = useStore(store, ({ guesses }) => (page && guesses.get(page)) ?? null);
  const seen = useStore(store, (state) => page !== undefined && state.seen.has(page));
  const acts = useMemo(
    () => ({
      choose: (option: string) =>
        page && store.setState(({ guesses }) => ({ guesses: new Map(guesses).set(page, option) })),
      see: () => page && store.setState((state) => ({ seen: new Set(state.seen).add(page) })),
    }),
    [page],
  );
  const pageDone = (!page?.guess || guess !== null) && (page?.widget !== 'sweep' || seen);
  return { guess, pageDone, ...acts };
}
