import type { Capability, ModelAbilities } from '../abilities.ts';
import type { Strategy } from '../experiment.ts';
import type { Family, Problem } from '../problem.ts';
import type { VerifierSpec } from '../verifier.ts';
import { unfit, verifierUse } from '../verifier-fit.ts';

export interface Requirements {
  readonly capabilities: readonly Capability[];
  /** The problems it works on; null for all. */
  readonly families: readonly Family[] | null;
}

/**
 * What a strategy needs of the model, whatever its verifier needs. rStar and revision serve any: they take the actions that
 * the model knows, and think on after a "Wait" where it cannot be asked in words to revise.
 */
export function requirements(strategy: Strategy): Requirements {
  switch (strategy.kind) {
    case 'few-shot':
      return { capabilities: ['fewShot'], families: null };
    case 'direct':
    case 'chain-of-thought':
    case 'self-consistency':
    case 'adaptive-consistency':
    case 'best-of-n':
    case 'beam-search':
    case 'tree-of-thoughts':
    case 'mcts':
    case 'rstar':
    case 'budget-forcing':
    case 'revision':
    case 'step-verification':
    case 'compute-optimal':
      return { capabilities: [], families: null };
  }
}

const lacking: Readonly<Record<Capability, string>> = {
  judge: 'This model has not learnt to judge steps.',
  value: 'This model has not learnt to say in words how promising a thought is.',
  questions: 'This model has not learnt to ask itself questions.',
  fewShot: 'This model was trained on one problem at a time, so examples would not help it.',
  valueHead: 'This model cannot say how promising an unfinished thought is.',
  instructions: 'This model does not follow instructions given in words.',
};

/**
 * Why the model cannot serve the strategy with any verifier, in plain words; null where it can. Its verifier is another
 * question: see `verifierUnavailable`.
 */
export function unavailable(strategy: Strategy, { families, capabilities, thinks = true }: ModelAbilities): string | null {
  const needs = requirements(strategy);
  if (strategy.kind === 'budget-forcing' && !thinks) return 'This model does not mark where its thinking ends, so it cannot be made to think on.';
  const missing = needs.capabilities.find((capability) => !capabilities[capability]);
  if (missing) return lacking[missing];
  const served = needs.families === null || needs.families.some((family) => families.includes(family));
  return served ? null : 'This model was not trained on the problems this strategy is for.';
}

/**
 * Why a verifier does not fit strategy, model and problems, in plain words; null where it does.
 *
 * @param scorer the model that the verifier names; null where there is none by that name.
 */
export function verifierUnavailable(spec: VerifierSpec, strategy: Strategy, model: ModelAbilities, asked: Family | Problem, scorer: ModelAbilities | null = null): string | null {
  const use = verifierUse(strategy);
  return use === null ? 'This strategy has no verifier.' : unfit(spec, model, asked, use, scorer);
}

const familyNames = { countdown: 'countdown games', arithmetic: 'arithmetic', question: 'problems in words', puzzle: 'puzzles' } as const satisfies Record<Family, string>;

/** Why the model cannot be asked problems of the family, in plain words; null where it can. */
export function problemUnavailable(family: Family, { families }: ModelAbilities): string | null {
  if (families.includes(family)) return null;
  return `This model only knows ${families.map((known) => familyNames[known]).join(' and ')}, not ${familyNames[family]}.`;
}
