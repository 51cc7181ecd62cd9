import type { AdvantageRule } from '#lab/grpo/advantages.ts';
import type { ObjectiveRule } from '#lab/grpo/objective.ts';

/** Everything of the objective that a person can change without another trace being drawn. */
export interface LensRule extends AdvantageRule, Omit<ObjectiveRule, 'averaging'> {
  readonly averaging: ObjectiveRule['averaging']['by'];
  /** What a trace gets for its form alone. */
  readonly formatReward: number;
}

/** Rules under the names of what they come from. */
export const variants = ['here', 'grpo', 'dapo', 'dr-grpo'] as const;
export type Variant = (typeof variants)[number];

const here: LensRule = {
  byDeviation: true,
  floor: 0.1,
  clipLow: 0.2,
  clipHigh: 0.2,
  beta: 0.02,
  averaging: 'token',
  formatReward: 0.1,
};

/**
 * `here`: `training/configs/arithmetic-zero.json`. `grpo`: arXiv 2402.03300, equation 3, with the β of its section 4.2; it does not say its
 * ε. `dapo`: arXiv 2503.14476, equation 8 and section 4.1: no KL term, clip-higher. `dr-grpo`: arXiv 2503.20783, section 3.2: neither the
 * deviation nor the length divides, and no KL term.
 */
export const ruleOfVariant: Readonly<Record<Variant, LensRule>> = {
  here,
  grpo: { ...here, floor: 0, beta: 0.04, averaging: 'trace' },
  dapo: { ...here, floor: 0, beta: 0, clipHigh: 0.28 },
  'dr-grpo': { ...here, byDeviation: false, floor: 0, beta: 0, averaging: 'constant' },
};

export const variantOf = (rule: LensRule): Variant | null =>
  variants.find((one) =>
    Object.entries(ruleOfVariant[one]).every(([key, value]) => Reflect.get(rule, key) === value),
  ) ?? null;
