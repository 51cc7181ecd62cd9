import * as v from 'valibot';
import { modelIdSchema } from './model-id.ts';
import { problemSchema } from './problem.ts';
import { integerIn, realIn } from './ranges.ts';
import { strategySchema } from './strategies.ts';

export type { Effort } from './effort.ts';

export { strategySchema };
export type { Strategy, StrategyKind, StrategyOf } from './strategies.ts';

export const samplingSchema = v.strictObject({
  /** 0 is greedy: always the likeliest token. */
  temperature: realIn(0, 2),
  /** Keep the k likeliest tokens; 0 keeps all. */
  topK: integerIn(0, 1000),
  /** Keep the smallest set of tokens whose probabilities reach p (nucleus); 1 keeps all. */
  topP: realIn(0.01, 1),
  /** Drop tokens less likely than this share of the likeliest one; 0 keeps all. */
  minP: realIn(0, 1),
  /** Tokens one completion may have. */
  maxTokens: integerIn(1, 4096),
});
export type Sampling = v.InferOutput<typeof samplingSchema>;

export const budgetSchema = v.strictObject({
  /** Tokens that the run may draw in all, forced ones among them; 0 is no limit. */
  tokens: integerIn(0, 1_000_000),
});
export type Budget = v.InferOutput<typeof budgetSchema>;

export const startSchema = v.strictObject({
  /** A thought that was begun, as a person reads it: every trace that thinks goes on from here. */
  text: v.pipe(v.string(), v.minLength(1), v.maxLength(4000)),
});
export type Start = v.InferOutput<typeof startSchema>;

/** Paths of a search tree that the search must not follow: what was written from the problem up to a step, that one included. */
export const prunedSchema = v.pipe(
  v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(4000))),
  v.minLength(1),
  v.maxLength(16),
);

export const experimentSchema = v.strictObject({
  problem: problemSchema,
  model: modelIdSchema,
  strategy: strategySchema,
  sampling: samplingSchema,
  /** All randomness of the run flows from it. */
  seed: integerIn(0, 0xffffffff),
  /** Absent in what was saved before there were budgets: no limit. */
  budget: v.optional(budgetSchema, { tokens: 0 }),
  /** A branch of another run: its thought up to some place, edited. */
  start: v.exactOptional(startSchema),
  /** A branch of a search: what a person pruned from its tree. */
  pruned: v.exactOptional(prunedSchema),
});
/** Everything needed to run again. */
export type Experiment = v.InferOutput<typeof experimentSchema>;
