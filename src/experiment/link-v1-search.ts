import * as v from 'valibot';
import type { Strategy, StrategyKind, StrategyOf } from './experiment.ts';
import { strategySchema } from './experiment.ts';

/**
 * The searches in links of version 1. Their settings stand in a link by name, where they differ from those below, which
 * are frozen like all of `link-v1.ts`. A setting that a later page adds to a search needs its value here as it was before.
 */

/** Strategies that a link names by their kind. */
export const searchKinds = [
  'adaptive-consistency',
  'best-of-n',
  'beam-search',
  'tree-of-thoughts',
  'mcts',
  'rstar',
  'budget-forcing',
  'revision',
  'step-verification',
  'compute-optimal',
] as const satisfies readonly StrategyKind[];
type SearchKind = (typeof searchKinds)[number];

const verifier = { kind: 'process' } as const;

export const frozenSearch: { readonly [Kind in SearchKind]: Omit<StrategyOf<Kind>, 'kind'> } = {
  'adaptive-consistency': { samples: 32, batch: 4, effort: 'low', stop: 'confident', confidence: 0.95 },
  'best-of-n': { samples: 8, effort: 'low', verifier, aggregation: 'last', choose: 'best' },
  'beam-search': {
    variant: 'beam',
    width: 4,
    expansion: 4,
    lookahead: 0,
    maxSteps: 8,
    verifier,
    aggregation: 'last',
    choose: 'best',
  },
  'tree-of-thoughts': {
    search: 'bfs',
    generate: 'propose',
    thoughts: 8,
    breadth: 5,
    threshold: 0.1,
    maxVisits: 100,
    evaluate: 'value',
    maxSteps: 8,
    verifier,
    choose: 'best',
  },
  mcts: {
    simulations: 30,
    exploration: 1.5,
    expansion: 8,
    evaluation: 'value',
    parallel: 4,
    widening: 1,
    readout: 'best-terminal',
    maxSteps: 8,
    verifier,
    prior: 'sum',
  },
  rstar: {
    rollouts: 16,
    exploration: 2,
    steps: 4,
    lastVotes: 10,
    maskFrom: 0.2,
    maskTo: 0.8,
    checks: 2,
    confirm: 'trace',
    maxSteps: 8,
  },
  'budget-forcing': { effort: 'high', waits: 2, word: 'Wait', thinkingTokens: 160 },
  revision: { parallel: 4, rounds: 3, verifier, aggregation: 'last' },
  'step-verification': { threshold: 0.5, retries: 16, maxSteps: 8, verifier },
  'compute-optimal': { probe: 4, tokens: 2000, verifier },
};

export const frozenTemperature: Readonly<Record<StrategyKind, number>> = {
  direct: 0,
  'chain-of-thought': 0,
  'few-shot': 0,
  'budget-forcing': 0,
  'self-consistency': 0.7,
  'adaptive-consistency': 0.7,
  'best-of-n': 0.7,
  'tree-of-thoughts': 0.7,
  revision: 0.7,
  'compute-optimal': 0.7,
  'step-verification': 0.7,
  'beam-search': 0.8,
  rstar: 0.8,
  mcts: 1,
};

/** What a search has set otherwise than the frozen settings, always in their order, so that one experiment has one text. */
export function changedSettings(
  strategy: Extract<Strategy, { kind: SearchKind }>,
): Readonly<Record<string, unknown>> {
  // The schema brings the fields of a verifier into their order too.
  const read = v.safeParse(strategySchema, strategy);
  const settings: Readonly<Record<string, unknown>> = { ...(read.success ? read.output : strategy) };
  const standard: Readonly<Record<string, unknown>> = { ...frozenSearch[strategy.kind] };
  // A setting that may be left out (rStar's discriminator) has no frozen value.
  const keys = new Set([...Object.keys(standard), ...Object.keys(settings)].filter((key) => key !== 'kind'));
  const changed = [...keys].filter((key) => JSON.stringify(settings[key]) !== JSON.stringify(standard[key]));
  return Object.fromEntries(changed.map((key) => [key, settings[key]]));
}
