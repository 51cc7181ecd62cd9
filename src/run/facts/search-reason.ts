import * as v from 'valibot';
import { aggregationSchema } from '#experiment/verifier.ts';
import { asSaved, count, fact, type ReadOnly, real, scoreSchema } from '../schema-parts.ts';

/** What nodes are compared by: one of the ways to make step scores one number, a value each, or votes. */
const by = v.picklist([...aggregationSchema.options, 'value', 'vote']);

/** Why nodes were kept, and others pruned. `unjudged`: how many of them have no score. `finished`: traces that have ended by then. */
export const keptReasonSchema = v.variant('kind', [
  fact('by-hand'),
  fact('best', { kept: count, of: count, by, unjudged: count, finished: count }),
  fact('best-of-subtrees', { subtrees: count, by, unjudged: count, finished: count }),
  fact('worth', { kept: count, of: count, threshold: real, by, unjudged: count }),
  /** Of one step; `scoreSchema` is null where it was not judged. */
  fact('threshold', { score: scoreSchema, threshold: real }),
  fact('trace-cut'),
  /** How many second samplings must come to a trace's answer. */
  fact('second-samplings', { filter: v.picklist(['any', 'half', 'all', 'majority']) }),
  /** The log of another program says so, and not why. */
  fact('logged'),
  asSaved,
]);
export type KeptReason = ReadOnly<v.InferOutput<typeof keptReasonSchema>>;
export type KeptBy = v.InferOutput<typeof by>;

/** Why depth-first search left a node. */
export const backtrackReasonSchema = v.variant('kind', [
  fact('budget-spent'),
  fact('states-visited', { count }),
  fact('all-tried'),
  /** `unjudged`: some of its thoughts have no value. */
  fact('none-worth', { threshold: real, unjudged: v.boolean() }),
  fact('trace-finished'),
  asSaved,
]);
export type BacktrackReason = ReadOnly<v.InferOutput<typeof backtrackReasonSchema>>;
