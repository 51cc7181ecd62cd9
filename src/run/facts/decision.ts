import * as v from 'valibot';
import { logLimits } from '../log-limits.ts';
import { count, fact, list, node, type ReadOnly, real, text } from '../schema-parts.ts';
import { rStarActions } from './label.ts';

const difficulty = v.picklist(['easy', 'medium', 'hard']);
/** Answers and what each is worth, best first; not all of them. */
const answers = list(v.strictObject({ answer: text(logLimits.text), score: real }), logLimits.evidence);

/** What a strategy decided, with the numbers that decided. */
export const decisionSchema = v.variant('kind', [
  /** Whether sampling stops; `lead` is how likely the first answer is ahead, where that is asked. */
  fact('stop-sampling', {
    stop: v.boolean(),
    traces: count,
    limit: count,
    first: count,
    second: count,
    lead: v.nullable(v.strictObject({ probability: real, wanted: real })),
  }),
  /** Fewer worked examples than asked for: `most` is what the model has learnt to read, null where its context has no room for more. */
  fact('fewer-examples', {
    shown: count,
    wanted: count,
    model: text(logLimits.label),
    most: v.nullable(count),
  }),
  /** What a problem looks like, and what it is treated as; `mean` is of `judged` of `of` scores. */
  fact('difficulty', {
    looks: difficulty,
    plan: difficulty,
    agreement: real,
    mean: v.nullable(real),
    judged: count,
    of: count,
    ease: real,
    easyFrom: real,
    hardBelow: real,
    tokensLeft: real,
  }),
  /** Of a trace verified step by step. */
  fact('stop-at-budget', { passed: count }),
  fact('stop-unjudged', { passed: count }),
  fact('out-of-retries', { passed: count, retries: count }),
  /** The thinking budget has no room for as much as asked. */
  fact('less-thinking', { tokens: count, wanted: count }),
  fact('all-valued', { simulations: count }),
  fact('voters', {
    voters: count,
    thoughts: count,
    votes: list(v.strictObject({ node, votes: count }), logLimits.evidence),
  }),
  fact('summed-scores', { traces: count, answers }),
  fact('vote-unjudged', { answers: count }),
  fact('missing-actions', {
    model: text(logLimits.label),
    actions: list(v.picklist(rStarActions), rStarActions.length),
  }),
  fact('confirmed-shares', { answers }),
  /** From a file of version 1. */
  fact('as-saved', {
    text: text(logLimits.text),
    evidence: list(v.strictObject({ name: text(logLimits.text), value: real }), logLimits.evidence),
  }),
]);
export type Decision = ReadOnly<v.InferOutput<typeof decisionSchema>>;
