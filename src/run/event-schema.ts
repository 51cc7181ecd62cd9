import * as v from 'valibot';
import { experimentSchema } from '../experiment/experiment.ts';
import type { LogEntry } from './events.ts';

/**
 * The events of `events.ts` as a schema, for logs that come from a file. Every text and list is bounded: a file is
 * untrusted.
 */
export const logLimits = { entries: 200_000, tokenText: 200, label: 200, text: 4_000, prompt: 40_000, alternatives: 50, tied: 4_096 } as const;

const text = (max: number) => v.pipe(v.string(), v.maxLength(max));
const list = <const Item extends v.GenericSchema>(item: Item, max: number) => v.pipe(v.array(item), v.maxLength(max));
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));
const seconds = v.pipe(v.number(), v.finite(), v.minValue(0));
/** Rounding may leave the logarithm of a certain token a little above 0. */
const logprob = v.pipe(v.number(), v.finite(), v.maxValue(0.001));
const sequence = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000));

const token = v.strictObject({
  id: count,
  text: text(logLimits.tokenText),
  placement: v.picklist(['word', 'joined', 'digit']),
  role: v.picklist(['prompt', 'thought', 'answer', 'control', 'wait']),
  logprob: v.nullable(logprob),
  forced: v.boolean(),
  alternatives: list(v.strictObject({ id: count, text: text(logLimits.tokenText), logprob }), logLimits.alternatives),
});

const answer = v.strictObject({
  text: text(logLimits.text),
  display: text(logLimits.text),
  key: text(logLimits.text),
  rule: v.picklist(['boxed', 'the-answer-is', 'after-thinking', 'whole-text', 'last-number', 'expression']),
});

const grade = v.strictObject({ outcome: v.picklist(['right', 'wrong', 'ungraded']), reason: text(logLimits.text) });

const choice = v.variant('rule', [
  v.strictObject({ rule: v.literal('only-trace') }),
  v.strictObject({ rule: v.literal('majority'), votes: count, of: count }),
  v.strictObject({ rule: v.literal('majority-tie-first'), votes: count, of: count, tied: list(text(logLimits.text), logLimits.tied) }),
  v.strictObject({ rule: v.literal('no-answer') }),
]);

const usage = v.strictObject({
  prefilledTokens: count, cachedTokens: count, decodedTokens: count, forwards: count, modelSeconds: seconds,
});

const failure = v.strictObject({ code: text(logLimits.label), message: text(logLimits.text), advice: text(logLimits.text) });

const model = v.strictObject({ id: text(logLimits.label), name: text(logLimits.label), weightsSha256: text(logLimits.label) });

export const eventSchema = v.variant('type', [
  v.strictObject({ type: v.literal('run-started'), experiment: experimentSchema, model }),
  v.strictObject({ type: v.literal('sequence-started'), sequence, label: text(logLimits.label), prompt: list(token, logLimits.prompt) }),
  v.strictObject({ type: v.literal('token'), sequence, token }),
  v.strictObject({ type: v.literal('sequence-ended'), sequence, reason: v.picklist(['end-of-text', 'stop', 'length', 'context', 'cancelled']) }),
  v.strictObject({ type: v.literal('answer-extracted'), sequence, answer: v.nullable(answer) }),
  v.strictObject({ type: v.literal('answer-graded'), sequence, grade }),
  v.strictObject({ type: v.literal('vote-cast'), sequence, answer }),
  v.strictObject({ type: v.literal('answer-chosen'), answer: v.nullable(answer), by: choice }),
  v.strictObject({ type: v.literal('usage'), usage }),
  v.strictObject({ type: v.literal('run-finished'), grade: v.nullable(grade) }),
  v.strictObject({ type: v.literal('run-cancelled') }),
  v.strictObject({ type: v.literal('run-failed'), failure }),
]);

/** `satisfies`: what the schema lets through is what the page works with. */
export const entrySchema = v.strictObject({ at: count, event: eventSchema }) satisfies v.GenericSchema<unknown, LogEntry>;
