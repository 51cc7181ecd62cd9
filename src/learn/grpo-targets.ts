import type { Experiment } from '#experiment/experiment.ts';
import { groupOn } from './asked.ts';
import { sum } from './setups.ts';

/** What is seen of a group under a rule. */
export interface GrpoSeen {
  /** The advantage of a right trace and of a wrong one; NaN without one, and where 0 is divided by 0. */
  readonly worthRight: number;
  readonly worthWrong: number;
  /** Tokens whose gain is clipped, of how many. */
  readonly clipped: number;
  readonly tokens: number;
  /** Nats a token. */
  readonly kl: number;
}

/** What the GRPO lens is set to, and what it shows then: words speak of exactly that. */
export interface GrpoTarget {
  /** Samples the group; its model is the old policy, and the model that this one was made from the reference. */
  readonly group: Experiment;
  /** The whole rule of the lens (`LensRule`). */
  readonly rule: {
    readonly byDeviation: boolean;
    readonly floor: number;
    readonly clipLow: number;
    readonly clipHigh: number;
    readonly beta: number;
    readonly averaging: 'trace' | 'token' | 'constant';
    readonly formatReward: number;
  };
  /** The policy that is trained. */
  readonly now: { readonly model: string; readonly temperature: number };
  readonly sees: GrpoSeen;
}

const base = { model: 'arithmetic-base', temperature: 1 };
/** As the models that ship were trained (`training/configs/arithmetic-zero.json`). */
const here: GrpoTarget['rule'] = {
  byDeviation: true,
  floor: 0.1,
  clipLow: 0.2,
  clipHigh: 0.2,
  beta: 0.02,
  averaging: 'token',
  formatReward: 0.1,
};

/** By what stands behind `lens/grpo.` in an address. */
export const grpoTargets = {
  /** Without the deviation, as Dr. GRPO (arXiv 2503.20783, section 3.2), and nothing updated yet. */
  undivided: {
    group: groupOn(base.model, sum([95, 5])),
    rule: { ...here, byDeviation: false, floor: 0, beta: 0, averaging: 'constant' },
    now: base,
    sees: { worthRight: 0.875, worthWrong: -0.125, clipped: 0, tokens: 132, kl: 0 },
  },
  /** All right, under the formula as it is written (arXiv 2402.03300, section 4.1.2): without a floor. */
  even: {
    group: groupOn(base.model, sum([28, 3])),
    rule: { ...here, floor: 0, beta: 0.04, averaging: 'trace' },
    now: base,
    sees: { worthRight: NaN, worthWrong: NaN, clipped: 0, tokens: 64, kl: 0 },
  },
  /** What many updates made of the base, as if it were one. */
  far: {
    group: groupOn(base.model, sum([95, 5])),
    rule: here,
    now: { model: 'arithmetic-zero', temperature: 1 },
    sees: { worthRight: 2.65, worthWrong: -0.38, clipped: 32, tokens: 132, kl: 6.48 },
  },
} as const satisfies Readonly<Record<string, GrpoTarget>>;

export type GrpoTargetId = keyof typeof grpoTargets;
