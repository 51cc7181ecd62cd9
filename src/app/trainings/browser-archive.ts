import * as v from 'valibot';
import { count, list, real, text } from '#run/schema-parts.ts';
import { trainingEntrySchema } from '#train/event-schema.ts';
import { trainingLogLimits } from '#train/log-file.ts';
import { trainingSetupSchema } from '#train/setup.ts';
import {
  addEntries,
  trainingEntries,
  listTrainings,
  onTrainingsChanged,
  putTraining,
  putTrainingState,
  removeTraining,
  setEntries,
  trainingState,
} from '../records/training-records.ts';
import type { KeptState, TrainingArchive } from './archive.ts';
import type { ListedTraining } from './trainings-state.ts';

const share = v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(1)));

const headSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,60}$/)),
  setup: trainingSetupSchema,
  title: text(120),
  done: count,
  from: share,
  to: share,
  cores: v.nullable(count),
  made: real,
  changed: real,
});

/** A state as it was kept; null for anything else. By hand: what schemas would need for arrays of numbers, the first load would bring. */
function keptState(value: unknown): KeptState | null {
  const { state, snapshot } = partsOf(value);
  const { step, weights } = partsOf(state);
  const { parameters, moments, updates } = partsOf(weights);
  const [first, second]: readonly unknown[] = Array.isArray(moments) ? moments : [];
  const { step: of, weights: file } = partsOf(snapshot);
  if (typeof step !== 'number' || typeof updates !== 'number' || of !== step) return null;
  if (!(parameters instanceof Float32Array && isBytes(file))) return null;
  if (!(first instanceof Float32Array && second instanceof Float32Array)) return null;
  return {
    state: { step, weights: { parameters, moments: [first, second], updates } },
    snapshot: { step, weights: file },
  };
}

const partsOf = (value: unknown): Readonly<Record<string, unknown>> => ({
  ...(typeof value === 'object' ? value : null),
});

const isBytes = (value: unknown): value is Uint8Array<ArrayBuffer> =>
  value instanceof Uint8Array && value.buffer instanceof ArrayBuffer;

/** Trainings in the browser's database. What was kept may be anything: what is no training is left out. */
export const browserArchive: Omit<TrainingArchive, 'hold'> = {
  async list() {
    const all = await listTrainings();
    return all
      .flatMap((value): readonly ListedTraining[] => {
        const read = v.safeParse(headSchema, value);
        return read.success ? [{ ...read.output, fleeting: false }] : [];
      })
      .sort((a, b) => b.changed - a.changed);
  },
  put({ id, setup, title, done, from, to, cores, made, changed }) {
    const head: v.InferInput<typeof headSchema> = { id, setup, title, done, from, to, cores, made, changed };
    return putTraining(id, head);
  },
  add: (id, entries) => addEntries(id, JSON.stringify(entries)),
  async log(id) {
    const pieces = await trainingEntries(id);
    const read = v.safeParse(
      list(trainingEntrySchema, trainingLogLimits.entries),
      pieces.flatMap((piece) => parsed(piece)),
    );
    return read.success ? read.output : [];
  },
  setLog: (id, entries) => setEntries(id, JSON.stringify(entries)),
  putState: (id, kept) => putTrainingState(id, kept),
  async state(id) {
    return keptState(await trainingState(id));
  },
  remove: removeTraining,
  onChanged: onTrainingsChanged,
};

function parsed(piece: unknown): readonly unknown[] {
  try {
    const value: unknown = typeof piece === 'string' ? JSON.parse(piece) : null;
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
