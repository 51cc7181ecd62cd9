import type { GrpoMethod, TrainingSetup } from './setup.ts';

/** The settings of `training/configs/arithmetic-zero.json`: GRPO as the models that ship were trained by it. */
const grpo: GrpoMethod = {
  kind: 'grpo',
  reward: { kind: 'accuracy-and-format', format: 0.1 },
  byDeviation: true,
  floor: 0.1,
  clipLow: 0.2,
  clipHigh: 0.2,
  beta: 0.02,
  averaging: { by: 'token' },
  dynamicSampling: false,
};

const arithmetic = { family: 'arithmetic', products: [0.35, 0.45, 0.2], measured: 2 } as const;

const zero: TrainingSetup = {
  model: 'arithmetic-base',
  task: { ...arithmetic, products: [...arithmetic.products] },
  seed: 1,
  steps: 60,
  method: grpo,
  problems: 8,
  group: 16,
  effort: 'both',
  temperature: 1,
  maxTokens: 200,
  rate: 3e-4,
  updates: 2,
  valueWeight: 0.3,
  measure: { every: 5, problems: 40 },
};

/** Setups to begin with, by name; `zero` is the page's own. */
export const trainingPresets = {
  /** A base model and nothing but rewards, as DeepSeek-R1-Zero (arXiv 2501.12948). */
  zero,
} as const satisfies Readonly<Record<string, TrainingSetup>>;

export type TrainingPreset = keyof typeof trainingPresets;
