import * as v from 'valibot';
import { PolicyError } from '#policy/policy-error.ts';
import type { GpuModel } from '../models/gpu-model.ts';
import type { Shard } from './model-caches.ts';
import { folderOf } from '../models/model-folder.ts';

/** The largest shard: no browser holds more in one piece. */
const mostShardBytes = 2 ** 31 - 1;

/** Names of files below the folder: no scheme, no way up, nothing that an address would read otherwise. */
const pathSchema = v.pipe(
  v.string(),
  v.maxLength(200),
  v.regex(/^[A-Za-z0-9_-][A-Za-z0-9._-]*(\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$/),
);

const listSchema = v.object({
  records: v.pipe(
    v.array(
      v.object({
        dataPath: pathSchema,
        nbytes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(mostShardBytes)),
      }),
    ),
    v.minLength(1),
    v.maxLength(10_000),
  ),
});

/** Reads the list of a model's weights (`tensor-cache.json`), which is untrusted. Throws PolicyError `model-damaged`. */
export function readWeightsList(model: GpuModel, bytes: Uint8Array): readonly Shard[] {
  const read = v.safeParse(listSchema, parsed(bytes));
  const records = read.success ? read.output.records : [];
  if (new Set(records.map(({ dataPath }) => dataPath)).size < records.length || records.length === 0) {
    throw new PolicyError({ code: 'model-damaged', why: { kind: 'weights-list', model: model.name } });
  }
  const folder = folderOf(model.source.weights);
  return records.map(({ dataPath, nbytes }) => ({
    cache: 'webllm/model',
    address: new URL(dataPath, folder).href,
    bytes: nbytes,
    mostBytes: nbytes,
  }));
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}
