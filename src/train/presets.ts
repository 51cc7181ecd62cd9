import type { GrpoMethod, TrainingSetup, TrainingTask } from './setup.ts';

/** The settings of `training/configs/arithmetic-zero.json`: GRPO as the models that ship were trained by it. */
export const usualGrpo: GrpoMethod = {
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

const sums: TrainingTask = { family: 'arithmetic', products: [0.35, 0.45, 0.2], measured: 2 };

const zero: TrainingSetup = {
  model: 'arithmetic-base',
  task: sums,
  seed: 1,
  steps: 40,
  method: usualGrpo,
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

/** From a model that was shown worked solutions, with checks. */
const sft: TrainingSetup = { ...zero, model: 'arithmetic-sft', steps: 30 };

/** Each of the papers' changes to GRPO, alone, on the same model, problems and seed. */
const changed = (changes: Partial<GrpoMethod>): TrainingSetup => ({
  ...zero,
  method: { ...usualGrpo, ...changes },
});

/** Setups to begin with, by name; `zero` is the page's own. */
export const trainingPresets = {
  /** A base model and nothing but rewards, as DeepSeek-R1-Zero (arXiv 2501.12948, section 2.2). */
  zero,
  /** Fine-tuned first, as DeepSeek-R1 (section 2.3). */
  sft,
  /** The smallest size: a model with a base's skill hardly ever earns a reward, ... */
  small: { ...zero, model: 'arithmetic-small-rl' },
  /** ... one that was distilled does. */
  'small-distilled': { ...zero, model: 'arithmetic-small-distilled' },
  /** Games of 24 from a model that has learnt to go on after a failed attempt (`training/configs/countdown-rl.json`). */
  countdown: {
    ...zero,
    model: 'countdown-journey',
    task: { family: 'countdown' },
    steps: 32,
    effort: 'high',
    method: { ...usualGrpo, beta: 0.01 },
  },
  /** Dr. GRPO (arXiv 2503.20783): no division by the deviation, nor by a trace's own length; no reference. */
  'dr-grpo': changed({ byDeviation: false, averaging: { by: 'constant', tokens: 64 }, beta: 0 }),
  /** DAPO (arXiv 2503.14476): clip-higher, dynamic sampling, the mean over tokens; no reference. */
  dapo: changed({ clipHigh: 0.28, dynamicSampling: true, averaging: { by: 'token' }, beta: 0 }),
  /** TTRL (arXiv 2504.16084): the majority's answer is the reward, no right answer is known. */
  ttrl: { ...sft, method: { ...usualGrpo, reward: { kind: 'majority', format: 0.1 } } },
  /** A reward that can be hacked: any number will do, and thinking has a price. */
  'any-number': { ...sft, method: { ...usualGrpo, reward: { kind: 'any-number', price: 0.002 } } },
  /** Another one: each `Wait` is paid for like a right answer, whether a check follows or not. Only high effort writes any. */
  waits: {
    ...sft,
    steps: 24,
    effort: 'high',
    method: { ...usualGrpo, reward: { kind: 'waits', pay: 1 } },
  },
  /** The other loop: right traces are imitated (STaR, arXiv 2203.14465). */
  star: { ...zero, method: { kind: 'star', keep: 2 } },
} as const satisfies Readonly<Record<string, TrainingSetup>>;

export type TrainingPreset = keyof typeof trainingPresets;
