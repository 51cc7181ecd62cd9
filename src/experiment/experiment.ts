import * as v from 'valibot';
import { problemSchema } from './problem.ts';

/**
 * How hard the model thinks before it answers. `low`: one chain of steps. `high`: several attempts or checks,
 * separated by "Wait".
 */
export const effortSchema = v.picklist(['low', 'high']);
export type Effort = v.InferOutput<typeof effortSchema>;

const integer = (min: number, max: number) => v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));
const real = (min: number, max: number) => v.pipe(v.number(), v.finite(), v.minValue(min), v.maxValue(max));

export const strategySchema = v.variant('kind', [
  /** The answer at once, without thinking. */
  v.strictObject({ kind: v.literal('direct') }),
  /** One trace of thought, then the answer (zero-shot; Kojima et al. 2022, arXiv 2205.11916). */
  v.strictObject({ kind: v.literal('chain-of-thought'), effort: effortSchema }),
  /** Worked examples before the problem (Wei et al. 2022, arXiv 2201.11903). */
  v.strictObject({ kind: v.literal('few-shot'), shots: integer(1, 8) }),
  /** Many traces, majority vote over their answers (Wang et al. 2022, arXiv 2203.11171). */
  v.strictObject({ kind: v.literal('self-consistency'), samples: integer(1, 64), effort: effortSchema }),
]);
export type Strategy = v.InferOutput<typeof strategySchema>;
export type StrategyKind = Strategy['kind'];

export const samplingSchema = v.strictObject({
  /** 0 is greedy: always the likeliest token. */
  temperature: real(0, 2),
  /** Keep the k likeliest tokens; 0 keeps all. */
  topK: integer(0, 1000),
  /** Keep the smallest set of tokens whose probabilities reach p (nucleus); 1 keeps all. */
  topP: real(0.01, 1),
  /** Drop tokens less likely than this share of the likeliest one; 0 keeps all. */
  minP: real(0, 1),
  /** Tokens one completion may have. */
  maxTokens: integer(1, 4096),
});
export type Sampling = v.InferOutput<typeof samplingSchema>;

export const experimentSchema = v.strictObject({
  problem: problemSchema,
  /** A model's id, the name of its folder in public/models. */
  model: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9.-]{0,63}$/)),
  strategy: strategySchema,
  sampling: samplingSchema,
  /** All randomness of the run flows from it. */
  seed: integer(0, 0xffffffff),
});
/** Everything needed to run again. */
export type Experiment = v.InferOutput<typeof experimentSchema>;
