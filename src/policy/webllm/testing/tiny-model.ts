import { toGpuModel } from '../models/custom-model.ts';
import type { GpuModel } from '../models/gpu-model.ts';

/** Sizes of the shards of the tiny model, in bytes. */
export const shardSizes: readonly number[] = [70_000, 1000, 200_000, 30, 5000];

/** Everything that a model's folder has, with weights that mean nothing: enough to be downloaded, kept and read. */
export function tinyModelFiles(
  list: 'tensor-cache.json' | 'ndarray-cache.json' = 'tensor-cache.json',
): Map<string, Uint8Array> {
  const shards = shardSizes.map(
    (size, index) =>
      [
        `/params_shard_${index}.bin`,
        Uint8Array.from({ length: size }, (_, at) => (at * 31 + index) % 251),
      ] as const,
  );
  const records = shardSizes.map((nbytes, index) => ({
    dataPath: `params_shard_${index}.bin`,
    format: 'raw-shard',
    nbytes,
    records: [],
  }));
  return new Map([
    [`/${list}`, json({ metadata: { ParamSize: shardSizes.length }, records })],
    [
      '/mlc-chat-config.json',
      json({
        tokenizer_files: ['tokenizer.json', 'tokenizer_config.json'],
        vocab_size: 4,
        context_window_size: 512,
      }),
    ],
    ['/tokenizer.json', json({ model: { type: 'BPE', vocab: { a: 0 }, merges: [] } })],
    ['/tokenizer_config.json', json({ chat_template: '{{ messages }}' })],
    // The eight bytes with which a WebAssembly module begins, and nothing else.
    ['/tiny-webgpu.wasm', Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)],
    ...shards,
  ]);
}

export function tinyModel(
  address: string,
  integrity?: NonNullable<GpuModel['source']['integrity']>,
): GpuModel {
  return toGpuModel({
    id: 'tiny-q4f32_1-MLC',
    weights: address,
    library: `${address}tiny-webgpu.wasm`,
    context: 512,
    ...(integrity ? { integrity } : {}),
  });
}

function json(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}
