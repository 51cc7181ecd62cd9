import * as v from 'valibot';
import { modelIdPattern } from '#experiment/model-id.ts';

/**
 * Everything that a training needs to be done again: with the same setup every machine gets the same curve and the same
 * weights. What a link or a file says of it is read by `trainingSetupSchema`.
 */
const between = (least: number, most: number) => v.pipe(v.number(), v.minValue(least), v.maxValue(most));
const whole = (least: number, most: number) => v.pipe(between(least, most), v.integer());

/** The problems that are trained on, and which held-out ones measure what it has learnt. */
const task = v.pipe(
  v.variant('family', [
    v.strictObject({
      family: v.literal('arithmetic'),
      /** How often a problem has one, two, three products: shares of their sum. */
      products: v.strictTuple([between(0, 1), between(0, 1), between(0, 1)]),
      /** Products of the held-out problems that are measured. */
      measured: v.picklist([1, 2, 3]),
    }),
    /** Games of 24. */
    v.strictObject({ family: v.literal('countdown') }),
  ]),
  v.check((it) => it.family !== 'arithmetic' || it.products.some((share) => share > 0), 'products:none'),
);

/** What a trace is rewarded for. No rule but `majority` sees other traces, and only some of them the reference answer. */
const reward = v.variant('kind', [
  /** A right answer in the right form, and a little for the form: DeepSeek-R1-Zero (arXiv 2501.12948, section 2.2). */
  v.strictObject({ kind: v.literal('accuracy-and-format'), format: between(0, 1) }),
  v.strictObject({ kind: v.literal('accuracy') }),
  /** A right answer less a price for each token; a negative price pays for length, whether it helps or not. */
  v.strictObject({ kind: v.literal('length'), price: between(-0.05, 0.05) }),
  /** Can be hacked, on purpose: any number after the thought is paid for, right or wrong, less a price for each token. */
  v.strictObject({ kind: v.literal('any-number'), price: between(0, 0.05) }),
  /** Can be hacked, on purpose: a right answer, and so much for each `Wait`, whether a check follows or not. */
  v.strictObject({ kind: v.literal('waits'), pay: between(0, 1) }),
  /** TTRL (arXiv 2504.16084): the answer that most traces of the group gave counts as right. No reference answer is needed. */
  v.strictObject({ kind: v.literal('majority'), format: between(0, 1) }),
]);

const averaging = v.variant('by', [
  v.strictObject({ by: v.literal('trace') }),
  v.strictObject({ by: v.literal('token') }),
  v.strictObject({ by: v.literal('constant'), tokens: whole(1, 1024) }),
]);

const method = v.variant('kind', [
  /** Group Relative Policy Optimisation (arXiv 2402.03300) and its variants: Dr. GRPO (2503.20783), DAPO (2503.14476). */
  v.strictObject({
    kind: v.literal('grpo'),
    reward,
    /** Advantages are divided by the group's standard deviation, which counts as at least `floor`. */
    byDeviation: v.boolean(),
    floor: between(0.001, 1),
    clipLow: between(0.01, 1),
    clipHigh: between(0.01, 5),
    /** What a nat of KL divergence from the model that it started from costs. */
    beta: between(0, 1),
    averaging,
    /** Groups without a signal are drawn anew, within bounds (DAPO, section 3.2). */
    dynamicSampling: v.boolean(),
  }),
  /** STaR (arXiv 2203.14465): right traces are imitated, at most so many of a group, wrong ones are left out. */
  v.strictObject({ kind: v.literal('star'), keep: whole(1, 64) }),
]);

export const trainingSetupSchema = v.strictObject({
  /** The model that it starts from, and is held against. */
  model: v.pipe(v.string(), v.regex(modelIdPattern)),
  task,
  seed: whole(0, 2 ** 32 - 1),
  steps: whole(1, 2000),
  method,
  /** Problems a step, and traces on each of them. */
  problems: whole(1, 64),
  group: whole(2, 64),
  effort: v.picklist(['low', 'high', 'both']),
  temperature: between(0.1, 2),
  /** The most tokens of a trace. */
  maxTokens: whole(8, 256),
  /** Learning rate of AdamW; it rises over the first five steps. */
  rate: between(0, 0.01),
  /** Updates a step, each on its share of the groups. */
  updates: whole(1, 8),
  /** What the value head's loss counts beside the objective. It learns the outcome: of each step of a trace, whether its answer was right. */
  valueWeight: between(0, 10),
  /** Held-out problems that are answered greedily every so many steps, and before the first and after the last; 0 of them: never. */
  measure: v.strictObject({ every: whole(1, 2000), problems: whole(0, 100) }),
});

export type TrainingSetup = v.InferOutput<typeof trainingSetupSchema>;
export type TrainingTask = TrainingSetup['task'];
export type TrainingMethod = TrainingSetup['method'];
export type GrpoMethod = Extract<TrainingMethod, { kind: 'grpo' }>;
export type RewardRule = GrpoMethod['reward'];
