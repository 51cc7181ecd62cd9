import type { Experiment } from '#experiment/experiment.ts';
import type { Outcome } from './outcome.ts';
import type { Sweep, SweepArm } from './spec.ts';

export const smallExperiment: Experiment = {
  problem: { family: 'countdown', numbers: [4, 9, 10, 13], target: 24 },
  model: 'countdown',
  strategy: { kind: 'direct' },
  sampling: { temperature: 0, topK: 0, topP: 1, minP: 0, maxTokens: 10 },
  seed: 1,
  budget: { tokens: 0 },
};

export const emptyOutcome: Outcome = {
  right: false,
  answer: null,
  traces: [],
  rounds: [],
  tokens: 0,
  forwards: 0,
  modelSeconds: 0,
  seconds: 0,
};

const smallArm: SweepArm = {
  model: 'arithmetic',
  strategy: { kind: 'self-consistency', samples: 8, effort: 'low' },
  sampling: { temperature: 0.7, topK: 0, topP: 1, minP: 0, maxTokens: 250 },
};

/** Three arms over the first problems of the sums that models were not trained on. */
export const smallSweep: Sweep = {
  problems: { kind: 'held-out', family: 'arithmetic', count: 10 },
  arms: [
    { ...smallArm, strategy: { kind: 'direct' } },
    { ...smallArm, strategy: { kind: 'chain-of-thought', effort: 'low' } },
    smallArm,
  ],
  repeats: 2,
  tokens: 0,
};
