import type { StrategyKind } from '#experiment/strategies.ts';

/** The chapters in the order in which they are best read. */
export const chapterIds = [
  'first-story',
  'test-time-compute',
  'three-parts',
  'chain-of-thought',
  'self-consistency',
  'best-of-n',
  'tree-of-thoughts',
  'beam-search',
  'mcts',
  'rstar',
  'budget-forcing',
  'sequential-parallel',
  'compute-optimal',
  'math-shepherd',
  'generative-verifiers',
  'grpo',
  'r1-zero',
  'r1-stages',
  'distillation',
  'self-training',
  'decision-process',
  'faithfulness',
] as const;
export type ChapterId = (typeof chapterIds)[number];

export const isChapter = (id: string): id is ChapterId => chapterIds.some((one) => one === id);

/** The chapter that a strategy belongs to. */
export const chapterOf: { readonly [Kind in StrategyKind]?: ChapterId } = {
  direct: 'chain-of-thought',
  'chain-of-thought': 'chain-of-thought',
  'few-shot': 'chain-of-thought',
  'self-consistency': 'self-consistency',
  'adaptive-consistency': 'self-consistency',
  'best-of-n': 'best-of-n',
  'step-verification': 'three-parts',
  'beam-search': 'beam-search',
  'tree-of-thoughts': 'tree-of-thoughts',
  mcts: 'mcts',
  rstar: 'rstar',
  'budget-forcing': 'budget-forcing',
  'compute-optimal': 'compute-optimal',
  revision: 'sequential-parallel',
};
