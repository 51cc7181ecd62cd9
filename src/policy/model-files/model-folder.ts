import * as v from 'valibot';
import type { EmbeddedModel } from '../model-handle.ts';
import { createCodec } from '../embedded/codec.ts';
import { type Manifest, readManifest } from '../embedded/manifest.ts';
import { checkWeights, placeWeights } from '../embedded/weights.ts';

/** What the files of a model's folder are called: see public/models/README.md. */
export const folderFiles = {
  manifest: 'manifest.json',
  weights: 'weights.bin',
  curve: 'curve.json',
  card: 'README.md',
} as const;

/**
 * Checks a model's files as they are checked when it is opened: manifest, vocabulary, places of the tensors, length, hash, numbers.
 *
 * @param called what errors call it. Rejects with PolicyError `model-damaged`.
 */
export async function checkModel(
  manifest: Uint8Array,
  weights: Uint8Array<ArrayBuffer>,
  called: string,
): Promise<Manifest> {
  const read = readManifest(manifest, called);
  createCodec(read);
  await checkWeights(read, placeWeights(read), weights);
  return read;
}

/** The same manifest under another id and name; the same bytes where it says so already. */
export function renamedManifest(
  manifest: Uint8Array<ArrayBuffer>,
  change: { readonly id?: string; readonly name: string },
): Uint8Array<ArrayBuffer> {
  const fields = fieldsOf(manifest);
  const same = Object.entries(change).every(([key, value]) => fields[key] === value);
  return same ? manifest : written({ ...fields, ...change });
}

/** What lists and workers know of a model of one's own. @param bytes of its files. Throws PolicyError `model-damaged`. */
export function ownHandle(
  manifest: Uint8Array,
  { bytes, curve }: { readonly bytes: number; readonly curve: boolean },
): EmbeddedModel {
  const { id, name, family, capabilities, parameters, judges, learnt } = readManifest(
    manifest,
    folderFiles.manifest,
  );
  return {
    engine: 'embedded',
    id,
    name,
    families: [family],
    capabilities,
    parameters,
    downloadBytes: bytes,
    ...(judges && { verifier: judges }),
    // Whoever learnt so has a curve to show.
    ...(learnt && curve && { learnt }),
  };
}

export { readManifest };

const fieldsOf = (manifest: Uint8Array) =>
  v.parse(v.record(v.string(), v.unknown()), JSON.parse(new TextDecoder().decode(manifest)));

/** One line a field, and one a tensor, as `training/export` writes it. */
function written(fields: Readonly<Record<string, unknown>>): Uint8Array<ArrayBuffer> {
  const lines = Object.entries(fields).map(([key, value]) => {
    const text =
      key === 'tensors' && Array.isArray(value)
        ? `[\n${value.map((one) => `    ${JSON.stringify(one)}`).join(',\n')}\n  ]`
        : JSON.stringify(value);
    return `  ${JSON.stringify(key)}: ${text}`;
  });
  return new TextEncoder().encode(`{\n${lines.join(',\n')}\n}\n`);
}
