import { defaultExperiment, defaultSampling, defaultStrategy } from '#experiment/defaults.ts';
import type { Experiment } from '#experiment/experiment.ts';
import {
  judgedBest,
  chainOf,
  askedGame,
  hotly,
  askedSum,
  waitsOf,
  warmly,
  withGame,
  withSum,
} from '../questions/setups.ts';

const product = askedSum(['+', 61, 3]);
const sums = askedSum(['+', 61, 7], ['+', 89, 3]);

/** The nearest relatives, among what runs here, of systems that don't: each ready to run. */
export const relatives = {
  'long-thought': withGame(askedGame(12, 2, 10, 8), { model: 'countdown-rl', strategy: chainOf('high') }),
  'many-samples': withGame(askedGame(5, 13, 10, 12), {
    strategy: judgedBest(64, { verifier: { kind: 'process', model: 'countdown-prm' } }),
    sampling: hotly,
  }),
  zero: withSum(product, { model: 'arithmetic-zero', strategy: chainOf('high') }),
  'four-stages': withSum(product, { model: 'arithmetic-r1', strategy: chainOf('high') }),
  distilled: withSum(askedSum(['+', 33, 6]), {
    model: 'arithmetic-small-distilled',
    strategy: chainOf('high'),
  }),
  'distilled-sampled': withSum(askedSum(['+', 33, 6]), {
    model: 'arithmetic-small-distilled',
    strategy: judgedBest(8, {
      verifier: { kind: 'process', model: 'arithmetic-prm' },
      aggregation: 'min',
      effort: 'high',
    }),
    sampling: warmly,
  }),
  budget: withSum(sums, { model: 'arithmetic-journey', strategy: waitsOf(4) }),
  adaptive: { ...defaultExperiment('countdown', 'compute-optimal'), problem: askedGame(2, 6, 4, 7) },
  evolved: withSum(sums, {
    model: 'arithmetic-evolved',
    strategy: { ...defaultStrategy('mcts'), parallel: 1 },
    sampling: defaultSampling('mcts'),
  }),
  rstar: { ...defaultExperiment('countdown', 'rstar'), problem: askedGame(9, 4, 6, 9) },
  'checked-steps': withGame(askedGame(5, 13, 10, 12), {
    strategy: judgedBest(16, { verifier: { kind: 'rule' } }),
    sampling: warmly,
  }),
  vote: withSum(askedSum(['+', 73, 6], ['-', 58, 6]), {
    strategy: { kind: 'self-consistency', samples: 8, effort: 'low' },
    sampling: warmly,
    seed: 8,
  }),
} as const satisfies Readonly<Record<string, Experiment>>;

export type RelativeId = keyof typeof relatives;
