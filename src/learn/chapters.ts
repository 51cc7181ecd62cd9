import type { StrategyKind } from '#experiment/strategies.ts';

/** The chapters in the order in which they are best read. */
export const chapterIds = ['self-consistency'] as const;
export type ChapterId = (typeof chapterIds)[number];

export const isChapter = (id: string): id is ChapterId => chapterIds.some((one) => one === id);

/** The chapter that a strategy belongs to. */
export const chapterOf: { readonly [Kind in StrategyKind]?: ChapterId } = {
  'self-consistency': 'self-consistency',
};
