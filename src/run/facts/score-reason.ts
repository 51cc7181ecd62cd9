import * as v from 'valibot';
import { logLimits } from '../log-limits.ts';
import { asSaved, count, fact, list, type ReadOnly, real, text } from '../schema-parts.ts';
import { faultSchema } from './fault.ts';
import { rStarActions } from './label.ts';

const name = text(logLimits.label);

/** Steps whose scores are made of fewer draws than wanted, because the budget was spent; `more` are not listed. Steps count from 1. */
const missing = v.strictObject({
  steps: list(v.strictObject({ step: count, drawn: count, wanted: count }), logLimits.evidence),
  more: count,
});

/** What a verifier says of where its scores come from, or why one is missing. */
const own = [
  /** Not measured. */
  fact('budget-spent'),
  fact('step-cut'),
  fact('nothing-written'),
  fact('no-end'),
  fact('no-reference'),
  fact('pruned-by-hand'),
  fact('budget-cut'),
  /** Worth 0 without a measurement. */
  fact('no-answer'),
  fact('cut-off'),
  fact('cannot-answer'),
  /** By rule. */
  fact('fault', { fault: faultSchema }),
  fact('right-by-rule', { finished: v.boolean() }),
  /** The value head of the model, or of the one named. */
  fact('value-head', { model: v.nullable(name), at: v.picklist(['each-step', 'end']) }),
  fact('completions', { estimate: v.picklist(['soft', 'hard']), missing: v.nullable(missing) }),
  fact('said-of-steps', { missing: v.nullable(missing) }),
  fact('yes-over-no'),
  fact('agreeing-traces', { agreeing: count, of: count }),
  fact('oracle', { right: v.boolean() }),
  /** rStar: of the draws of an action, of second samplings. */
  fact('share-of-draws', { action: v.picklist(rStarActions) }),
  fact('second-samplings', { agreeing: count, of: count }),
  fact('reward-times-agreement', { reward: real, agreement: real }),
  asSaved,
] as const;

export const verifierReasonSchema = v.variant('kind', own);
/** What a verifier says. */
export type VerifierReason = ReadOnly<v.InferOutput<typeof verifierReasonSchema>>;

/** A rollout's worth; null where it was cut off, which is worth 0. */
const rollout = v.strictObject({
  ended: v.nullable(v.strictObject({ worth: real, why: verifierReasonSchema })),
});

/** Where a score comes from, or why there is none. */
export const scoreReasonSchema = v.variant('kind', [
  ...own,
  /** Scored anew before the choice. */
  fact('again', { why: verifierReasonSchema }),
  /** From a node of a tree search. */
  fact('rollout', { rollout }),
  fact('mean-with-rollout', { value: real, why: verifierReasonSchema, rollout }),
]);
export type ScoreReason = ReadOnly<v.InferOutput<typeof scoreReasonSchema>>;
