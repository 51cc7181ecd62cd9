import type { StrategyKind } from '#experiment/strategies.ts';
import type { QuestionId } from './questions/questions.ts';

/** What people are asked about a strategy. */
export const questionOf: { readonly [Kind in StrategyKind]?: QuestionId } = {
  direct: 'chain-of-thought',
  'chain-of-thought': 'chain-of-thought',
  'few-shot': 'chain-of-thought',
  'self-consistency': 'self-consistency',
  'adaptive-consistency': 'self-consistency',
  'best-of-n': 'best-of-n',
  'step-verification': 'outcome-or-process',
  'beam-search': 'which-aggregation',
  'tree-of-thoughts': 'tree-of-thoughts',
  mcts: 'puct',
  'budget-forcing': 'why-wait-works',
  'compute-optimal': 'compute-or-parameters',
  revision: 'sequential-or-parallel',
};
