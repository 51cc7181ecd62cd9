import type { CodeGap, CodeScoreKind } from '#experiment/code-gap.ts';
import type { Experiment, Strategy } from '#experiment/experiment.ts';
import type { Choose } from '#experiment/strategies/fields.ts';
import type { VerifierKind, VerifierSpec } from '#experiment/verifier.ts';

/** Whose prompts a program has: those that embedded models were trained on, or words, for any model that follows instructions. */
export type CodeFor = 'embedded' | 'instructions';

/** How a program scores what was drawn. */
export type CodeScore =
  | { readonly kind: Exclude<CodeScoreKind, 'sure-or-not'> }
  | { readonly kind: 'sure-or-not'; readonly replies: number };

/** What a program does. */
export type CodePlan =
  | { readonly kind: 'one'; readonly ask: 'answer' | 'thought' | 'examples'; readonly shots: number }
  | { readonly kind: 'vote'; readonly samples: number }
  | {
      readonly kind: 'vote-until-decided';
      readonly samples: number;
      readonly batch: number;
      /** How likely the leader must be ahead; null to stop only where nothing can change the winner. */
      readonly confidence: number | null;
    }
  | { readonly kind: 'best'; readonly samples: number; readonly score: CodeScore; readonly choose: Choose }
  | { readonly kind: 'wait'; readonly waits: number; readonly word: string; readonly thinkingTokens: number }
  | {
      readonly kind: 'revise';
      readonly chains: number;
      readonly attempts: number;
      readonly score: CodeScore;
    }
  | {
      readonly kind: 'search';
      readonly keep: number;
      readonly draws: number;
      readonly steps: number;
      readonly score: CodeScore;
    };

export interface Planned {
  readonly plan: CodePlan;
  readonly gaps: readonly CodeGap[];
}

/** What a program can do of an experiment over an interface that draws text and says how likely it was, and no more. */
export function planOf({ problem, strategy, budget, start, pruned }: Experiment, codeFor: CodeFor): Planned {
  const { plan, gaps } = planned(strategy, codeFor, problem.family === 'countdown');
  return {
    plan,
    gaps: [
      ...gaps,
      ...(budget.tokens > 0 ? [{ kind: 'no-budget' } as const] : []),
      ...(start && !takesStart(plan, codeFor) ? [{ kind: 'no-start' } as const] : []),
      ...(pruned ? [{ kind: 'no-pruned' } as const] : []),
    ],
  };
}

/** Whether a thought that was begun can be put into the prompt. */
export function takesStart(plan: CodePlan, codeFor: CodeFor): boolean {
  return (codeFor === 'embedded' && !(plan.kind === 'one' && plan.ask === 'answer')) || plan.kind === 'wait';
}

const oneThought: CodePlan = { kind: 'one', ask: 'thought', shots: 0 };

function planned(strategy: Strategy, codeFor: CodeFor, byRule: boolean): Planned {
  const nearest = (plan: CodePlan): Planned => ({
    plan,
    gaps: [{ kind: 'nearest', strategy: strategy.kind, does: plan.kind }],
  });
  const best = (samples: number): CodePlan => ({
    kind: 'best',
    samples: Math.min(64, samples),
    score:
      'verifier' in strategy ? scoreBy(strategy.verifier, codeFor, byRule).score : { kind: 'likelihood' },
    choose: 'best',
  });
  switch (strategy.kind) {
    case 'direct':
      return { plan: { kind: 'one', ask: 'answer', shots: 0 }, gaps: [] };
    case 'chain-of-thought':
      return { plan: oneThought, gaps: [] };
    case 'few-shot':
      return codeFor === 'instructions'
        ? { plan: { kind: 'one', ask: 'examples', shots: strategy.shots }, gaps: [] }
        : nearest(oneThought);
    case 'self-consistency':
      return { plan: { kind: 'vote', samples: strategy.samples }, gaps: [] };
    case 'adaptive-consistency': {
      const { samples, batch, stop, confidence } = strategy;
      return {
        plan: {
          kind: 'vote-until-decided',
          samples,
          batch,
          confidence: stop === 'certain' ? null : confidence,
        },
        gaps: [{ kind: 'later-seeds' }],
      };
    }
    case 'best-of-n': {
      const { score, gaps } = scoreBy(strategy.verifier, codeFor, byRule);
      return { plan: { kind: 'best', samples: strategy.samples, score, choose: strategy.choose }, gaps };
    }
    case 'budget-forcing': {
      const { waits, word, thinkingTokens } = strategy;
      return {
        plan: { kind: 'wait', waits, word, thinkingTokens },
        gaps: codeFor === 'instructions' ? [{ kind: 'chat-template' }] : [],
      };
    }
    case 'revision': {
      const { parallel: chains, rounds: attempts } = strategy;
      if (codeFor === 'embedded') return nearest(best(chains * attempts));
      const { score, gaps } = scoreBy(strategy.verifier, codeFor, byRule);
      return { plan: { kind: 'revise', chains, attempts, score }, gaps };
    }
    case 'beam-search':
    case 'tree-of-thoughts': {
      const [keep, draws] =
        strategy.kind === 'beam-search'
          ? [strategy.width, strategy.expansion]
          : [strategy.breadth, strategy.thoughts];
      if (codeFor === 'embedded') return nearest(best(keep * draws));
      const asked = scoreBy(strategy.verifier, codeFor, byRule);
      // Steps have no answer yet that could be checked or agree.
      const score: CodeScore = asked.score.kind === 'sure-or-not' ? asked.score : { kind: 'yes-or-no' };
      return {
        plan: { kind: 'search', keep, draws, steps: strategy.maxSteps, score },
        gaps: [{ kind: 'simple-search' }, ...scoredGap(strategy.verifier, score)],
      };
    }
    case 'mcts':
      return nearest(best(strategy.simulations));
    case 'rstar':
      return nearest({ kind: 'vote', samples: strategy.rollouts });
    case 'compute-optimal':
      return nearest(best(2 * strategy.probe));
    default:
      return nearest(oneThought);
  }
}

function scoreBy(
  verifier: VerifierSpec,
  codeFor: CodeFor,
  byRule: boolean,
): { readonly score: CodeScore; readonly gaps: readonly CodeGap[] } {
  const score = scoreOf(verifier, codeFor, byRule);
  return { score, gaps: scoredGap(verifier, score) };
}

function scoredGap(verifier: VerifierSpec, score: CodeScore): readonly CodeGap[] {
  return sameAs[score.kind] === verifier.kind
    ? []
    : [{ kind: 'scored', verifier: verifier.kind, by: score.kind }];
}

/** The verifier that a score stands for; null where none of ours does the same. */
const sameAs = {
  likelihood: null,
  agreement: 'majority',
  // Ours looks at each step.
  'by-rule': null,
  'yes-or-no': 'generative',
  'sure-or-not': 'self-evaluation',
} as const satisfies Record<CodeScoreKind, VerifierKind | null>;

function scoreOf(verifier: VerifierSpec, codeFor: CodeFor, byRule: boolean): CodeScore {
  switch (verifier.kind) {
    case 'majority':
      return { kind: 'agreement' };
    case 'rule':
    case 'oracle':
      return byRule ? { kind: 'by-rule' } : { kind: 'likelihood' };
    case 'self-evaluation':
      return codeFor === 'instructions'
        ? { kind: 'sure-or-not', replies: verifier.evaluations }
        : { kind: 'likelihood' };
    case 'generative':
      return codeFor === 'instructions' ? { kind: 'yes-or-no' } : { kind: 'likelihood' };
    default:
      return { kind: 'likelihood' };
  }
}
