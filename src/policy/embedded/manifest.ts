import type { ModelDamage } from '#run/failure.ts';
import * as v from 'valibot';
import { families, type Family, type Problem, familySheet } from '#experiment/families.ts';
import type { TrainedForm } from '#experiment/families/sheet.ts';
import { PolicyError } from '../policy-error.ts';

const count = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(most));
const text = (most: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(most));

/** What the kernel can run: it works on 32 elements at a time, and on blocks of 16 positions of the cache. */
const architecture = v.pipe(
  v.strictObject({
    vocabulary: count(65_536),
    width: v.pipe(count(1024), v.multipleOf(32)),
    layers: count(32),
    heads: count(32),
    feedForward: v.pipe(count(4096), v.multipleOf(32)),
    context: v.pipe(count(4096), v.multipleOf(16)),
  }),
  v.check((it) => it.width % it.heads === 0 && (it.width / it.heads) % 32 === 0, 'width/heads%32'),
);

const tensor = v.strictObject({
  name: text(64),
  type: v.picklist(['i8', 'f32']),
  shape: v.pipe(v.array(count(65_536)), v.minLength(1), v.maxLength(2)),
  /** In bytes. */
  offset: v.pipe(v.number(), v.integer(), v.minValue(0), v.multipleOf(16)),
});

/** `manifest.json` of a model, as `public/models/README.md` describes it. Fields it does not name are ignored. */
export const manifestSchema = v.pipe(
  v.object({
    format: v.literal(1),
    id: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9.-]{0,63}$/)),
    name: text(100),
    description: text(1000),
    family: v.picklist(families.filter((family) => familySheet(family).trained !== null)),
    /** Its place among the family's models in lists; last if missing. */
    order: v.exactOptional(v.pipe(v.number(), v.integer())),
    /** Only for verifier models: what they were trained to judge. */
    judges: v.exactOptional(v.picklist(['process', 'outcome'])),
    /** How it learnt from its own traces, and its starting model; null if that does not ship with the page. */
    learnt: v.exactOptional(
      v.object({
        by: v.picklist(['reinforcement', 'self-evolution']),
        from: v.nullable(text(64)),
      }),
    ),
    architecture,
    vocabulary: v.pipe(v.array(text(32)), v.maxLength(65_536)),
    capabilities: v.object({
      valueHead: v.boolean(),
      fewShot: v.boolean(),
      instructions: v.boolean(),
      judge: v.exactOptional(v.boolean()),
      value: v.exactOptional(v.boolean()),
      questions: v.exactOptional(v.boolean()),
    }),
    parameters: v.pipe(v.number(), v.integer(), v.minValue(1)),
    files: v.object({
      weights: v.object({
        /** A file beside the manifest: no folders, no hidden files. */
        path: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-][A-Za-z0-9._-]{0,63}$/)),
        bytes: count(256 * 1024 * 1024),
        sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
      }),
    }),
    tensors: v.pipe(v.array(tensor), v.maxLength(1000)),
  }),
  v.check(
    (it) => it.vocabulary.length === it.architecture.vocabulary,
    'vocabulary.length=architecture.vocabulary',
  ),
  v.check((it) => new Set(it.vocabulary).size === it.vocabulary.length, 'vocabulary:unique'),
);

export type Manifest = v.InferOutput<typeof manifestSchema>;
export type Architecture = Manifest['architecture'];

/** Reads a manifest. Throws PolicyError `model-damaged` for anything but a valid one of the model `id`. */
export function parseManifest(bytes: Uint8Array, id: string): Manifest {
  const manifest = readManifest(bytes, id);
  if (manifest.id !== id) throw damaged({ kind: 'manifest-of-another', model: id, other: manifest.id });
  return manifest;
}

/** Reads a manifest of whichever model. @param called what errors call it. Throws PolicyError `model-damaged`. */
export function readManifest(bytes: Uint8Array, called: string): Manifest {
  let content: unknown;
  try {
    content = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw damaged({ kind: 'manifest-not-json', model: called }, { cause });
  }
  const result = v.safeParse(manifestSchema, content);
  if (!result.success) {
    const [issue] = result.issues;
    throw damaged({
      kind: 'manifest-invalid',
      model: called,
      at: v.getDotPath(issue) ?? 'manifest',
      detail: issue.message,
    });
  }
  return result.output;
}

export function damaged(why: ModelDamage, options?: ErrorOptions): PolicyError {
  return new PolicyError({ code: 'model-damaged', why }, options);
}

/** How problems of a manifest's family are read and written. */
export function trainedForm(family: Family): TrainedForm<Problem> {
  const { trained } = familySheet(family);
  if (!trained) throw new Error(`No embedded model knows ${family}`);
  return trained;
}
