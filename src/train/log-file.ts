import * as v from 'valibot';
import { byteLines } from '#lab/sweeps/byte-lines.ts';
import { trainingEntrySchema } from './event-schema.ts';
import type { TrainingEntry } from './events.ts';

/*
 * The log of a training as a file of JSON lines: a header, then a line an entry. It is written line by line while the training goes on, and
 * is whole at every moment. Weights are kept apart: a log has none.
 */

const logFormat = 'second-thought-training';
const version = 1;

/** Bytes of a line and of a file, and entries: 2000 steps with all that is logged of them, some groups of 64 long traces. */
export const trainingLogLimits: TrainingLogLimits = { line: 500_000, file: 64_000_000, entries: 20_000 };

export interface TrainingLogLimits {
  readonly line: number;
  readonly file: number;
  readonly entries: number;
}

/** Why a file is no training. Lines are counted from 1. */
export type TrainingLogFault =
  | { readonly code: 'no-training' | 'training-too-big' | 'training-unreadable' }
  | { readonly code: 'training-newer'; readonly version: number }
  | { readonly code: 'training-line'; readonly line: number };

export type ReadTrainingLog =
  | { readonly ok: true; readonly log: readonly TrainingEntry[] }
  | { readonly ok: false; readonly fault: TrainingLogFault };

/** The first line of a file, its end included. */
export const trainingLogHeader = `${JSON.stringify({ format: logFormat, version })}\n`;

/** The line of an entry, its end included. */
export const trainingLogLine = (entry: TrainingEntry): string => `${JSON.stringify(entry)}\n`;

/** A whole file. */
export const trainingLogFile = (log: readonly TrainingEntry[]): string =>
  trainingLogHeader + log.map(trainingLogLine).join('');

const headerSchema = v.object({
  format: v.literal(logFormat),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

/**
 * Reads a file. A last line that was not written whole is left out, as when the machine lost power. Never rejects: whatever the
 * bytes are, the outcome is a value.
 */
export async function readTrainingLog(
  bytes: ReadableStream<Uint8Array>,
  limits = trainingLogLimits,
): Promise<ReadTrainingLog> {
  const failed = (fault: TrainingLogFault): ReadTrainingLog => ({ ok: false, fault });
  const log: TrainingEntry[] = [];
  for await (const line of byteLines(bytes, limits)) {
    if (line.kind === 'fault')
      return failed({ code: line.why === 'results-too-big' ? 'training-too-big' : 'training-unreadable' });
    const read = parsed(line.text);
    if (line.number === 1) {
      const header = v.safeParse(headerSchema, read);
      if (!header.success) return failed({ code: 'no-training' });
      if (header.output.version > version)
        return failed({ code: 'training-newer', version: header.output.version });
      continue;
    }
    if (read === undefined && !line.whole) break;
    const entry = v.safeParse(trainingEntrySchema, read);
    if (!entry.success || !mayFollow(log.at(-1), entry.output))
      return failed({ code: 'training-line', line: line.number });
    log.push(entry.output);
    if (log.length > limits.entries) return failed({ code: 'training-too-big' });
  }
  return log.length > 0 ? { ok: true, log } : failed({ code: 'no-training' });
}

/** undefined where it is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A log begins with the beginning; after it steps are done one by one, and what is said of a step is said after it was done. */
function mayFollow(before: TrainingEntry | undefined, { at, event }: TrainingEntry): boolean {
  if (!before || event.type === 'training-started') return !before && event.type === 'training-started';
  const done = 'step' in before.event ? before.event.step : 0;
  return at >= before.at && event.step === done + (event.type === 'step-done' ? 1 : 0);
}
