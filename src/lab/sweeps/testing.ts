import type { Experiment } from '#experiment/experiment.ts';
import type { Outcome } from './outcome.ts';

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
