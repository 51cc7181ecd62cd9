import * as v from 'valibot';
import { inflate } from '#experiment/bounded-deflate.ts';
import { boundedText } from '#experiment/bounded-stream.ts';
import { count, list, real, text } from '#run/schema-parts.ts';
import { trainingEntrySchema } from '#train/event-schema.ts';
import type { TrainingEntry } from '#train/events.ts';
import { readTrainingLog, trainingLogHeader, trainingLogLimits } from '#train/log-file.ts';
import { type TrainingSetup, trainingSetupSchema } from '#train/setup.ts';
import type { KeptState } from './archive.ts';

/** A training as a file: its setup, its log, and the state from which it can go on. */
export interface TrainingFile {
  readonly setup: TrainingSetup;
  readonly title: string;
  /** Cores that it began on; null where nobody knows. */
  readonly cores: number | null;
  /** Milliseconds since 1970. */
  readonly made: number;
  readonly log: readonly TrainingEntry[];
  readonly kept: KeptState | null;
}

const format = 'second-thought-training';
/** Characters of a file: weights and moments of four million parameters take 64 MB. */
const most = 100_000_000;

const bytes = v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]*={0,2}$/));

const schema = v.strictObject({
  format: v.literal(format),
  version: v.literal(1),
  title: text(120),
  cores: v.nullable(count),
  made: real,
  setup: trainingSetupSchema,
  log: list(trainingEntrySchema, trainingLogLimits.entries),
  kept: v.nullable(
    v.strictObject({
      step: count,
      updates: count,
      parameters: bytes,
      first: bytes,
      second: bytes,
      model: bytes,
    }),
  ),
});

export async function writeTrainingFile(file: TrainingFile): Promise<Blob> {
  const { kept, ...rest } = file;
  const value = {
    format,
    version: 1,
    ...rest,
    kept: kept && {
      step: kept.state.step,
      updates: kept.state.weights.updates,
      parameters: base64(kept.state.weights.parameters),
      first: base64(kept.state.weights.moments[0]),
      second: base64(kept.state.weights.moments[1]),
      model: base64(kept.snapshot.weights),
    },
  };
  return new Blob([JSON.stringify(value)], { type: 'application/json' });
}

/** Reads a file of the page, or a log of the command line, gzipped or not; null where it is no training. */
export async function readTrainingFile(file: Blob): Promise<TrainingFile | null> {
  try {
    const head = new Uint8Array(await file.slice(0, 2).arrayBuffer());
    const zipped = head[0] === 0x1f && head[1] === 0x8b;
    const written = zipped
      ? await inflate(new Uint8Array(await file.arrayBuffer()), most, 'gzip')
      : await boundedText(file.stream(), most);
    if (written.startsWith(trainingLogHeader)) return await ofLog(written, file);
    const read = v.safeParse(schema, JSON.parse(written));
    if (!read.success) return null;
    const { kept, setup, title, cores, made, log } = read.output;
    return { setup, title, cores, made, log, kept: kept && keptOf(kept) };
  } catch {
    return null;
  }
}

/** A log has no weights, and does not say when it was written: the file may. */
async function ofLog(written: string, file: Blob): Promise<TrainingFile | null> {
  const read = await readTrainingLog(new Blob([written]).stream());
  const started = read.ok ? read.log[0]?.event : null;
  if (!read.ok || started?.type !== 'training-started') return null;
  const made = file instanceof File ? file.lastModified : Date.now();
  return { setup: started.setup, title: '', cores: null, made, log: read.log, kept: null };
}

type WrittenState = NonNullable<v.InferOutput<typeof schema>['kept']>;

function keptOf({ step, updates, parameters, first, second, model }: WrittenState): KeptState | null {
  const weights = {
    parameters: floats(parameters),
    moments: [floats(first), floats(second)] as const,
    updates,
  };
  const { length } = weights.parameters;
  // States of another length than the model's, or with numbers that are none, are noticed where they are taken.
  if (length === 0 || weights.moments.some((moment) => moment.length !== length)) return null;
  return { state: { step, weights }, snapshot: { step, weights: fromBase64(model) } };
}

/** So many bytes at once: arguments of a call are limited. */
const chunk = 0x8000;

function base64(array: Float32Array | Uint8Array): string {
  const all = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
  let binary = '';
  for (let at = 0; at < all.length; at += chunk)
    binary += String.fromCharCode(...all.subarray(at, at + chunk));
  return btoa(binary);
}

function fromBase64(written: string): Uint8Array<ArrayBuffer> {
  const binary = atob(written);
  const all = new Uint8Array(binary.length);
  for (let at = 0; at < all.length; at++) all[at] = binary.charCodeAt(at);
  return all;
}

const floats = (written: string): Float32Array => {
  const all = fromBase64(written);
  return new Float32Array(all.buffer, 0, Math.floor(all.byteLength / 4));
};
