import * as v from 'valibot';
import { type Experiment, experimentSchema } from '#experiment/experiment.ts';
import type { Grade, LogEntry } from '#run/events.ts';
import { logLimits } from '#run/log-limits.ts';

/** What is known of a kept run without reading its log, counted from that log as it was written. */
export interface RunRecord {
  readonly id: string;
  /** Of run files: how its entries are to be read. */
  readonly version: number;
  readonly experiment: Experiment;
  /** Milliseconds since 1970. */
  readonly made: number;
  readonly changed: number;
  /** Kept however old it is. */
  readonly pinned: boolean;
  /** `open`: its log has no end, because it goes on or because it broke off. `left`: the person went on to something else. */
  readonly status: 'open' | 'left' | 'finished' | 'cancelled' | 'failed';
  /** As it reads; null where there is none. */
  readonly answer: string | null;
  readonly outcome: Grade['outcome'] | null;
  /** Of all traces. */
  readonly tokens: number;
  readonly entries: number;
  /** Pieces that its entries are kept in, and their size together as text. */
  readonly pieces: number;
  readonly bytes: number;
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const time = v.pipe(v.number(), v.finite());

const recordSchema = v.object({
  id: v.pipe(v.string(), v.maxLength(100)),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  experiment: experimentSchema,
  made: time,
  changed: time,
  pinned: v.boolean(),
  status: v.picklist(['open', 'left', 'finished', 'cancelled', 'failed']),
  answer: v.nullable(v.pipe(v.string(), v.maxLength(logLimits.text))),
  outcome: v.nullable(v.picklist(['right', 'wrong', 'ungraded'])),
  tokens: count,
  entries: count,
  pieces: count,
  bytes: count,
}) satisfies v.GenericSchema<unknown, RunRecord>;

/** Null for what is no record that this version of the page can read. */
export function readRunRecord(value: unknown): RunRecord | null {
  const read = v.safeParse(recordSchema, value);
  return read.success ? read.output : null;
}

type Summary = Pick<RunRecord, 'status' | 'answer' | 'outcome' | 'tokens'>;
export const nothingYet: Summary = { status: 'open', answer: null, outcome: null, tokens: 0 };

/** What is known of a run whose log goes on with these entries. */
export function summed(before: Summary, entries: readonly LogEntry[]): Summary {
  let { status, answer, outcome, tokens } = before;
  for (const { event } of entries) {
    switch (event.type) {
      case 'token':
        tokens += 1;
        break;
      case 'answer-chosen':
        answer = event.answer?.display ?? null;
        break;
      case 'run-finished':
        status = 'finished';
        outcome = event.grade?.outcome ?? null;
        break;
      case 'run-cancelled':
        status = 'cancelled';
        break;
      case 'run-failed':
        status = 'failed';
        break;
      default:
    }
  }
  return { status, answer, outcome, tokens };
}
