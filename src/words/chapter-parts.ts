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
  'sequential-parallel': () =>
    both(
      import('#learn/chapters/sequential-parallel.ts').then((part) => part.sequentialParallel),
      import('./en/lessons/sequential-parallel.ts').then((part) => part.lessonSequentialParallel),
    ),
  'compute-optimal': () =>
    both(
      import('#learn/chapters/compute-optimal.ts').then((part) => part.computeOptimalLesson),
      import('./en/lessons/compute-optimal.ts').then((part) => part.lessonComputeOptimal),
    ),
  'math-shepherd': () =>
    both(
      import('#learn/chapters/math-shepherd.ts').then((part) => part.mathShepherd),
      import('./en/lessons/math-shepherd.ts').then((part) => part.lessonMathShepherd),
    ),
  'generative-verifiers': () =>
    both(
      import('#learn/chapters/generative-verifiers.ts').then((part) => part.generativeVerifiers),
      import('./en/lessons/generative-verifiers.ts').then((part) => part.lessonGenerativeVerifiers),
    ),
  grpo: () =>
    both(
      import('#learn/chapters/grpo.ts').then((part) => part.grpoLesson),
      import('./en/lessons/grpo.ts').then((part) => part.lessonGrpo),
    ),
  'r1-zero': () =>
    both(
      import('#learn/chapters/r1-zero.ts').then((part) => part.r1Zero),
      import('./en/lessons/r1-zero.ts').then((part) => part.lessonR1Zero),
    ),
  'r1-stages': () =>
    both(
      import('#learn/chapters/r1-stages.ts').then((part) => part.r1Stages),
      import('./en/lessons/r1-stages.ts').then((part) => part.lessonR1Stages),
    ),
  distillation: () =>
    both(
      import('#learn/chapters/distillation.ts').then((part) => part.distillationLesson),
      import('./en/lessons/distillation.ts').then((part) => part.lessonDistillation),
    ),
  'self-training': () =>
    both(
      import('#learn/chapters/self-training.ts').then((part) => part.selfTraining),
      import('./en/lessons/self-training.ts').then((part) => part.lessonSelfTraining),
    ),
  'decision-process': () =>
    both(
      import('#learn/chapters/decision-process.ts').then((part) => part.decisionProcess),
      import('./en/lessons/decision-process.ts').then((part) => part.lessonDecisionProcess),
    ),
  faithfulness: () =>
    both(
      import('#learn/chapters/faithfulness.ts').then((part) => part.faithfulness),
      import('./en/lessons/faithfulness.ts').then((part) => part.lessonFaithfulness),
    ),
} as const satisfies Readonly<Record<ChapterId, () => Promise<ChapterPart>>>;
