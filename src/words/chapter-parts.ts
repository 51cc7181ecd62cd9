import type { Chapter } from '#learn/chapter.ts';
import type { ChapterId } from '#learn/chapters.ts';
import type { ChapterWords } from './lesson-words.ts';

/** A chapter and its words, which are fetched together when it is opened. */
export interface ChapterPart {
  readonly chapter: Chapter;
  readonly words: ChapterWords;
}

async function both(chapter: Promise<Chapter>, words: Promise<ChapterWords>): Promise<ChapterPart> {
  const [own, said] = await Promise.all([chapter, words]);
  return { chapter: own, words: said };
}

/** What fetches each chapter. */
export const chapterParts = {
  'first-story': () =>
    both(
      import('#learn/chapters/first-story.ts').then((part) => part.firstStoryChapter),
      import('./en/lessons/first-story.ts').then((part) => part.lessonFirstStory),
    ),
  'test-time-compute': () =>
    both(
      import('#learn/chapters/test-time-compute.ts').then((part) => part.testTimeComputeChapter),
      import('./en/lessons/test-time-compute.ts').then((part) => part.lessonTestTimeCompute),
    ),
  'three-parts': () =>
    both(
      import('#learn/chapters/three-parts.ts').then((part) => part.threePartsChapter),
      import('./en/lessons/three-parts.ts').then((part) => part.lessonThreeParts),
    ),
  'chain-of-thought': () =>
    both(
      import('#learn/chapters/chain-of-thought.ts').then((part) => part.chainOfThoughtChapter),
      import('./en/lessons/chain-of-thought.ts').then((part) => part.lessonChainOfThought),
    ),
  'self-consistency': () =>
    both(
      import('#learn/chapters/self-consistency.ts').then((part) => part.selfConsistencyChapter),
      import('./en/lessons/self-consistency.ts').then((part) => part.lessonSelfConsistency),
    ),
  'best-of-n': () =>
    both(
      import('#learn/chapters/best-of-n.ts').then((part) => part.bestOfNChapter),
      import('./en/lessons/best-of-n.ts').then((part) => part.lessonBestOfN),
    ),
  'tree-of-thoughts': () =>
    both(
      import('#learn/chapters/tree-of-thoughts.ts').then((part) => part.treeOfThoughtsChapter),
      import('./en/lessons/tree-of-thoughts.ts').then((part) => part.lessonTreeOfThoughts),
    ),
  'beam-search': () =>
    both(
      import('#learn/chapters/beam-search.ts').then((part) => part.beamSearchChapter),
      import('./en/lessons/beam-search.ts').then((part) => part.lessonBeamSearch),
    ),
  mcts: () =>
    both(
      import('#learn/chapters/mcts.ts').then((part) => part.mctsChapter),
      import('./en/lessons/mcts.ts').then((part) => part.lessonMcts),
    ),
  rstar: () =>
    both(
      import('#learn/chapters/rstar.ts').then((part) => part.rstarChapter),
      import('./en/lessons/rstar.ts').then((part) => part.lessonRstar),
    ),
  'budget-forcing': () =>
    both(
      import('#learn/chapters/budget-forcing.ts').then((part) => part.budgetForcingChapter),
      import('./en/lessons/budget-forcing.ts').then((part) => part.lessonBudgetForcing),
    ),
} as const satisfies Readonly<Record<ChapterId, () => Promise<ChapterPart>>>;
