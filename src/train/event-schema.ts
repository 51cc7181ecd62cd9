import * as v from 'valibot';
import { problemSchema } from '#experiment/problem.ts';
import { failureSchema } from '#run/failure-schema.ts';
import type { TrainingEntry } from './events.ts';
import { trainingSetupSchema } from './setup.ts';

const finite = v.pipe(v.number(), v.finite());
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const amount = v.pipe(v.number(), v.minValue(0), v.maxValue(1e9));
const count = v.pipe(amount, v.integer());
const step = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2000));
const text = (most: number) => v.pipe(v.string(), v.maxLength(most));

const measures = v.strictObject({
  reward: finite,
  accuracy: share,
  formed: share,
  thinking: share,
  tokens: amount,
  waits: amount,
  kl: v.nullable(finite),
  clipped: v.nullable(share),
  gradient: v.nullable(amount),
  groups: count,
  silentGroups: count,
  written: count,
});

const trace = { text: text(4000), tokens: count, answer: v.nullable(text(400)), right: v.boolean() };

const group = v.strictObject({
  problem: problemSchema,
  effort: v.picklist(['low', 'high']),
  traces: v.pipe(v.array(v.strictObject({ ...trace, reward: finite, advantage: finite })), v.maxLength(64)),
});

const event = v.variant('type', [
  v.strictObject({
    type: v.literal('training-started'),
    setup: trainingSetupSchema,
    model: v.strictObject({ id: text(100), name: text(100), weightsSha256: text(64) }),
  }),
  v.strictObject({ type: v.literal('step-done'), step, measures, group: v.nullable(group) }),
  v.strictObject({
    type: v.literal('held-out-measured'),
    step,
    right: count,
    of: count,
    tokens: amount,
    thinking: share,
  }),
  v.strictObject({ type: v.literal('watched'), step, problem: problemSchema, trace: v.strictObject(trace) }),
  v.strictObject({ type: v.literal('training-finished'), step }),
  v.strictObject({ type: v.literal('training-paused'), step }),
  v.strictObject({ type: v.literal('training-resumed'), step, moments: v.picklist(['kept', 'fresh']) }),
  v.strictObject({ type: v.literal('training-diverged'), step }),
  v.strictObject({ type: v.literal('training-failed'), step, failure: failureSchema }),
]);

/** An entry of a log from outside. Which entries may follow which is for whoever reads the log. */
export const trainingEntrySchema = v.strictObject({
  at: v.pipe(v.number(), v.minValue(0), v.maxValue(1e8)),
  event,
}) satisfies v.GenericSchema<unknown, TrainingEntry>;
