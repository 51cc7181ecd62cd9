import * as v from 'valibot';
import { knobControl } from '#experiment/control.ts';
import { defaultStrategy } from '#experiment/defaults.ts';
import type { Strategy, StrategyKind } from '#experiment/experiment.ts';
import { knobsOf, strategyKinds, strategySchema } from '#experiment/strategies.ts';

const rollouts = { kind: 'rollouts', rollouts: 2, estimate: 'soft' } as const;

/** Settings that between them draw in every way there is. */
const chosen: Readonly<Record<string, Strategy>> = {
  'self-consistency': { kind: 'self-consistency', samples: 4, effort: 'low' },
  'adaptive consistency': {
    kind: 'adaptive-consistency',
    samples: 8,
    batch: 3,
    effort: 'low',
    stop: 'confident',
    confidence: 0.9,
  },
  'best-of-N': {
    kind: 'best-of-n',
    samples: 4,
    effort: 'high',
    verifier: { kind: 'rule' },
    aggregation: 'min',
    choose: 'weighted-vote',
  },
  'best-of-N with rollouts': {
    kind: 'best-of-n',
    samples: 2,
    effort: 'low',
    verifier: rollouts,
    aggregation: 'mean',
    choose: 'best',
  },
  'beam search that looks ahead': {
    kind: 'beam-search',
    variant: 'beam',
    width: 2,
    expansion: 2,
    lookahead: 2,
    maxSteps: 5,
    aggregation: 'last',
    choose: 'weighted-vote',
    verifier: { kind: 'rule' },
  },
  'tree of thoughts': {
    kind: 'tree-of-thoughts',
    search: 'bfs',
    generate: 'propose',
    thoughts: 3,
    breadth: 2,
    threshold: 0.1,
    maxVisits: 20,
    evaluate: 'vote',
    maxSteps: 5,
    verifier: { kind: 'rule' },
    choose: 'weighted-vote',
  },
  'MCTS with rollouts': {
    kind: 'mcts',
    simulations: 8,
    exploration: 1.5,
    prior: 'per-token',
    expansion: 2,
    evaluation: 'mix',
    parallel: 2,
    widening: 1,
    readout: 'majority',
    maxSteps: 5,
    verifier: { kind: 'rule' },
  },
  rStar: {
    kind: 'rstar',
    rollouts: 3,
    exploration: 2,
    steps: 2,
    lastVotes: 10,
    maskFrom: 0.2,
    maskTo: 0.8,
    checks: 2,
    confirm: 'half',
    maxSteps: 4,
  },
  'budget forcing': { kind: 'budget-forcing', effort: 'low', waits: 3, word: 'Wait', thinkingTokens: 60 },
  revision: { kind: 'revision', parallel: 2, rounds: 3, verifier: { kind: 'rule' }, aggregation: 'last' },
  'step verification': {
    kind: 'step-verification',
    threshold: 0.5,
    retries: 4,
    maxSteps: 5,
    verifier: { kind: 'rule' },
  },
  'compute-optimal': { kind: 'compute-optimal', probe: 3, tokens: 300, verifier: { kind: 'rule' } },
};

/** The page's own settings, made small: few of everything, judged by rule. */
function small(kind: StrategyKind): Strategy {
  const least = knobsOf(kind).map((knob): readonly [string, unknown] => {
    const control = knobControl(kind, knob);
    switch (control.type) {
      case 'number':
        return [knob, control.whole ? Math.max(control.min, Math.min(control.max, 3)) : undefined];
      case 'verifier':
        return [knob, { kind: 'rule' }];
      case 'choice':
      case 'text':
      case 'model':
        return [knob, undefined];
    }
  });
  const changes = Object.fromEntries(least.filter(([, value]) => value !== undefined));
  return v.parse(strategySchema, { ...defaultStrategy(kind), ...changes });
}

const kinds = new Set(Object.values(chosen).map(({ kind }) => kind));

/** Strategies of every kind, small enough to run many times. */
export const everyStrategy: Readonly<Record<string, Strategy>> = {
  ...Object.fromEntries(
    strategyKinds.filter((kind) => !kinds.has(kind)).map((kind): [string, Strategy] => [kind, small(kind)]),
  ),
  ...chosen,
};
