import * as v from 'valibot';
import { experimentSchema } from '#experiment/experiment.ts';
import type { LogEntry } from './events.ts';
import { driverReasonSchema } from './facts/driver-reason.ts';
import { gradeReasonSchema } from './facts/grade-reason.ts';
import { failureSchema } from './failure-schema.ts';
import { elsewhereSchema } from './facts/logged-elsewhere.ts';
import { labelSchema } from './facts/label.ts';
import { answer } from './answer-schema.ts';
import { logLimits } from './log-limits.ts';
import { amount, count, list, node, type ReadOnly, real, sequence, text, token } from './schema-parts.ts';
import { searchEventSchemas } from './search-event-schema.ts';

/** The events of `events.ts` as a schema, for logs that come from a file. Every text and list is bounded. */

const choice = v.variant('rule', [
  v.strictObject({ rule: v.literal('only-trace') }),
  v.strictObject({ rule: v.literal('majority'), votes: count, of: count }),
  v.strictObject({
    rule: v.literal('majority-tie-first'),
    votes: count,
    of: count,
    tied: list(text(logLimits.text), logLimits.tied),
  }),
  v.strictObject({ rule: v.literal('best-score'), score: real, sequence }),
  v.strictObject({ rule: v.literal('weighted-vote'), weight: real, total: real }),
  v.strictObject({ rule: v.literal('last-round'), round: count }),
  v.strictObject({ rule: v.literal('decided-early'), votes: count, of: count, limit: count }),
  v.strictObject({ rule: v.literal('best-node'), node, score: real }),
  v.strictObject({ rule: v.literal('most-visited'), node, visits: count }),
  v.strictObject({
    rule: v.literal('confirmed-answer'),
    node,
    found: count,
    confirmed: count,
    ofConfirmed: count,
  }),
  v.strictObject({
    rule: v.literal('most-found-answer'),
    node,
    found: count,
    of: count,
    because: v.picklist(['only-answer', 'none-confirmed', 'unchecked']),
  }),
  v.strictObject({ rule: v.literal('mutual-consistency'), node, agreement: v.nullable(real), reward: real }),
  v.strictObject({ rule: v.literal('no-answer') }),
]);

const grade = v.strictObject({
  outcome: v.picklist(['right', 'wrong', 'ungraded']),
  reason: gradeReasonSchema,
});

const usage = v.strictObject({
  prefilledTokens: count,
  cachedTokens: count,
  decodedTokens: count,
  forwards: count,
  takenBackTokens: v.exactOptional(count),
  modelSeconds: amount,
  server: v.exactOptional(v.strictObject({ retries: count, estimatedTokens: count })),
});

const driver = v.strictObject({
  kind: v.picklist(['batched', 'sequential']),
  why: driverReasonSchema,
  sampling: v.exactOptional(v.picklist(['gpu', 'processor'])),
});

const model = v.strictObject({
  id: text(logLimits.label),
  name: text(logLimits.label),
  weightsSha256: text(logLimits.label),
  driver: v.exactOptional(driver),
});

export const eventSchema = v.variant('type', [
  v.strictObject({
    type: v.literal('run-started'),
    experiment: experimentSchema,
    model,
    verifierModel: v.exactOptional(model),
    resumed: v.exactOptional(v.strictObject({ spent: usage })),
    elsewhere: v.exactOptional(elsewhereSchema),
  }),
  v.strictObject({
    type: v.literal('sequence-started'),
    sequence,
    label: labelSchema,
    prompt: list(token, logLimits.prompt),
    from: v.exactOptional(node),
  }),
  v.strictObject({ type: v.literal('token'), sequence, token, recalled: v.exactOptional(v.literal(true)) }),
  v.strictObject({
    type: v.literal('sequence-ended'),
    sequence,
    reason: v.picklist(['end-of-text', 'stop', 'length', 'context', 'cancelled']),
  }),
  v.strictObject({ type: v.literal('answer-extracted'), sequence, answer: v.nullable(answer) }),
  v.strictObject({ type: v.literal('answer-graded'), sequence, grade }),
  v.strictObject({ type: v.literal('vote-cast'), sequence, answer }),
  v.strictObject({ type: v.literal('answer-chosen'), answer: v.nullable(answer), by: choice }),
  v.strictObject({ type: v.literal('usage'), usage }),
  v.strictObject({ type: v.literal('run-finished'), grade: v.nullable(grade) }),
  v.strictObject({ type: v.literal('run-cancelled') }),
  v.strictObject({ type: v.literal('run-failed'), failure: failureSchema }),
  ...searchEventSchemas,
]);

/** `satisfies`: what the schema lets through is what the page works with. */
export const entrySchema = v.strictObject({ at: count, event: eventSchema }) satisfies v.GenericSchema<
  unknown,
  LogEntry
>;

/** The other way round, for the compiler: an entry that the schema does not know is an error here. */
export const knownToSchema = (entry: LogEntry): ReadOnly<v.InferOutput<typeof entrySchema>> => entry;
