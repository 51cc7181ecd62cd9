import type { DriverReason } from '#run/facts/driver-reason.ts';
import { type LibraryMetadata, type ModelInside } from './below-public-api.ts';
import { pageSize } from './sequence-cache.ts';
import type { Precision } from './self-check.ts';

/** Sequences held at most, running or remembered. Each of them costs the pages it shares with no other. */
const mostSlots = 32;

/**
 * Bytes of GPU memory for the cache: a model with half a billion parameters gets some 9,000 tokens for them, one of seven
 * billion with few heads about as many again.
 */
export const usualCacheBytes = 2 ** 30;

/** What WebGPU promises to bind everywhere. */
const mostVerifyBytes = 2 ** 27;

/** Bytes a token where the library does not tell its shape: those of a model of eight billion parameters. */
const usualTokenBytes = { f16: 147_456, f32: 294_912 } as const;

/** Why the model cannot have many sequences in one cache; null where it can. */
export function againstBatching({ metadata, slidingWindow, functions }: ModelInside): DriverReason | null {
  const kind = metadata.kv_state_kind ?? 'kv_cache';
  if (kind !== 'kv_cache') return { kind: 'running-state' };
  if (slidingWindow) return { kind: 'sliding-window' };
  const missing = (['embed', 'create_tir_paged_kv_cache', 'batch_prefill'] as const).filter(
    (name) => !functions.has(name),
  );
  return missing.length > 0 ? { kind: 'missing-functions', functions: missing } : null;
}

/**
 * `batch_verify` reserves a row of logits for every token of the largest prefill, used or not: 600 MB where a vocabulary
 * has 150,000 tokens, more than many adapters bind in one piece, for scoring alone. There, tokens are scored one by one.
 */
export function canAffordVerify({ functions, prefillChunk }: ModelInside, vocabulary: number): boolean {
  return (
    functions.has('batch_verify') &&
    prefillChunk * vocabulary * Float32Array.BYTES_PER_ELEMENT <= mostVerifyBytes
  );
}

export function slotsFor({ max_batch_size }: LibraryMetadata): number {
  return Math.max(1, Math.min(mostSlots, max_batch_size ?? 8));
}

/**
 * Tokens that all sequences have together, in whole pages: at least one full context, which is what WebLLM's own cache
 * has, and at most one for each slot.
 */
export function cacheTokens(
  { kv_cache: shape }: LibraryMetadata,
  context: number,
  precision: Precision,
  { slots, bytes }: { readonly slots: number; readonly bytes: number },
): number {
  const numberBytes = precision === 'f16' ? 2 : 4;
  // A key and a value for each head of each layer.
  const tokenBytes = shape
    ? 2 * shape.num_hidden_layers * shape.num_key_value_heads * shape.head_dim * numberBytes
    : usualTokenBytes[precision];
  const tokens = Math.max(context, Math.min(slots * context, Math.floor(bytes / tokenBytes)));
  return Math.ceil(tokens / pageSize) * pageSize;
}
