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

/** Tokens of a forward at most. */
const mostRows = 512;
/** Tokens of a forward at least, however slow: each reads all weights again. */
const leastRows = 64;
/** Seconds that a piece of a prompt may take: a cancel is heard, and others decode, between two. */
const pieceSeconds = 0.25;

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

/**
 * Bytes of GPU memory for the cache. Browsers do not tell how much memory there is; but one that grants small buffers alone
 * has little, and the cache is no larger than one of them then.
 */
export function cacheBytesFor({ limits }: Pick<ModelInside, 'limits'>): number {
  return Math.min(usualCacheBytes, limits?.bufferBytes ?? Infinity);
}

/** How long prompts of two lengths took, in seconds. */
export interface PromptTimes {
  readonly short: { readonly tokens: number; readonly seconds: number };
  readonly long: { readonly tokens: number; readonly seconds: number };
}

/**
 * Tokens that one forward takes, so that a prompt's piece is over in a quarter of a second. A forward costs something for
 * itself and something for each token.
 *
 * @param prefillChunk what the library takes
 */
export function pieceRowsFor(prefillChunk: number, { short, long }: PromptTimes): number {
  const perToken = (long.seconds - short.seconds) / (long.tokens - short.tokens);
  const inTime = perToken > 0 ? long.tokens + (pieceSeconds - long.seconds) / perToken : Infinity;
  const rows = Math.max(leastRows, Math.min(mostRows, leastRows * Math.floor(inTime / leastRows)));
  return Math.min(prefillChunk, rows);
}

export function slotsFor({ max_batch_size }: LibraryMetadata): number {
  return Math.max(1, Math.min(mostSlots, max_batch_size ?? 8));
}

/** What bounds a cache. */
export interface CacheBounds {
  readonly slots: number;
  readonly bytes: number;
  /** Bytes that one shader sees of a buffer; default: no bound. */
  readonly bindingBytes?: number;
}

/**
 * Tokens that all sequences have together, in whole pages: at least one full context, which is what WebLLM's own cache
 * has, and at most one for each slot.
 */
export function cacheTokens(
  { kv_cache: shape }: LibraryMetadata,
  context: number,
  precision: Precision,
  { slots, bytes, bindingBytes = Infinity }: CacheBounds,
): number {
  const numberBytes = precision === 'f16' ? 2 : 4;
  // A key and a value for each head of each layer.
  const tokenBytes = shape
    ? 2 * shape.num_hidden_layers * shape.num_key_value_heads * shape.head_dim * numberBytes
    : usualTokenBytes[precision];
  // Each layer's share is one buffer, which its shaders see whole.
  const seen = shape ? (bindingBytes * shape.num_hidden_layers) / tokenBytes : Infinity;
  const mostTokens = pageSize * Math.floor(seen / pageSize);
  const tokens = Math.max(context, Math.min(slots * context, mostTokens, Math.floor(bytes / tokenBytes)));
  return Math.ceil(tokens / pageSize) * pageSize;
}
