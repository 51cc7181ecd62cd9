import type { ModelAbilities } from './abilities.ts';
import type { Strategy } from './experiment.ts';
import { hasReference, type Family, type Problem } from './problem.ts';
import type { VerifierSpec } from './verifier.ts';

/** What a strategy does with a verifier: guides a search `steps` by step, or judges finished `traces` only. */
export type VerifierUse = 'steps' | 'traces';

/** What a strategy uses its verifier for; null where it has none. */
export function verifierUse(strategy: Strategy): VerifierUse | null {
  switch (strategy.kind) {
    case 'beam-search':
    case 'tree-of-thoughts':
    case 'step-verification':
      return 'steps';
    case 'mcts':
      // A rollout ends in a finished trace, whoever scores it.
      return strategy.evaluation === 'rollout' ? 'traces' : 'steps';
    case 'best-of-n':
    case 'revision':
    case 'compute-optimal':
      return 'traces';
    case 'direct':
    case 'chain-of-thought':
    case 'few-shot':
    case 'self-consistency':
    case 'adaptive-consistency':
    case 'rstar':
    case 'budget-forcing':
      return null;
  }
}

/**
 * Why the verifier does not fit the model, the problems or the strategy, in plain words; null where it does. Pure, so that
 * the page can grey it out and the run can refuse it by the same rule.
 *
 * @param asked the problem, or its family where any problem of it is meant.
 */
export function unfit(spec: VerifierSpec, { capabilities, families, judges = false }: ModelAbilities, asked: Family | Problem, usedFor: VerifierUse): string | null {
  const family = typeof asked === 'string' ? asked : asked.family;
  if (!families.includes(family)) return 'This model was not trained on such problems.';
  switch (spec.kind) {
    case 'rule':
      return family === 'question' ? 'There is no rule by which a problem in words could be checked.' : null;
    case 'rollouts':
      return null;
    case 'process':
      return valueHead(capabilities);
    case 'outcome':
      return usedFor === 'steps' ? finishedOnly : valueHead(capabilities);
    case 'majority':
      return usedFor === 'steps' ? 'It compares the answers of finished traces, so it cannot guide a search step by step.' : null;
    case 'oracle':
      if (typeof asked !== 'string' && !hasReference(asked)) return 'It needs the right answer, and none was given.';
      return usedFor === 'steps' ? finishedOnly : null;
    case 'generative':
      return judges || capabilities.instructions ? null : 'It asks the model whether a step is right, and this model has not learnt to judge.';
    case 'self-evaluation':
      return capabilities.instructions ? null : 'It asks the model in words, and this model does not follow instructions given in words.';
  }
}

const finishedOnly = 'It judges finished traces only, so it cannot guide a search step by step.';

function valueHead({ valueHead: has }: ModelAbilities['capabilities']): string | null {
  return has ? null : 'It needs a value head, which this model does not have.';
}
