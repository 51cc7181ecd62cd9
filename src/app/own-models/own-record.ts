import * as v from 'valibot';
import { isOwnModel } from '#experiment/model-id.ts';
import { mostBytes } from '#policy/model-files/read-folder.ts';

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(100));
const text = (most: number) => v.pipe(v.string(), v.maxLength(most));

/** Where a model came from. */
const originSchema = v.variant('kind', [
  v.object({ kind: v.literal('file') }),
  /** Trained in this browser. `baseName`: what the model it started from was called, should that be gone. */
  v.object({
    kind: v.literal('trained'),
    base: text(600),
    baseName: name,
    steps: v.pipe(v.number(), v.integer(), v.minValue(0)),
  }),
]);

const recordSchema = v.object({
  id: v.pipe(v.string(), v.check(isOwnModel)),
  /** Milliseconds since 1970, of when it came. */
  made: v.number(),
  /** As the person calls it; null where they never said. */
  given: v.nullable(name),
  origin: originSchema,
  /** The files, as they came. */
  manifest: text(mostBytes.manifest),
  weights: v.blob(),
  curve: v.exactOptional(text(mostBytes.text)),
  card: v.exactOptional(text(mostBytes.text)),
});

/** A model of a person's own, as it is kept. */
export type OwnRecord = Readonly<v.InferOutput<typeof recordSchema>>;
export type OwnOrigin = Readonly<OwnRecord['origin']>;

export function readOwnRecord(value: unknown): OwnRecord | null {
  const read = v.safeParse(recordSchema, value);
  return read.success ? read.output : null;
}

/** Bytes that it takes, about. */
export const bytesOfOwn = ({ manifest, weights, curve = '', card = '' }: OwnRecord): number =>
  weights.size + manifest.length + curve.length + card.length;

/** What a person may call it; null where that is no name. */
export const asModelName = (typed: string): string | null => typed.trim().slice(0, 100) || null;
