import { describe, expect, it } from 'vitest';
import { cacheBytesFor, cacheTokens, pieceRowsFor, slotsFor, usualCacheBytes } from './batch-limits.ts';

const mebibyte = 2 ** 20;
/** Of a model of half a billion parameters: 12 kB a token in 16 bits. */
const small = { kv_cache: { num_hidden_layers: 24, num_key_value_heads: 2, head_dim: 64 } };

describe('the cache', () => {
  it('has a context for each slot where there is memory, and one at least where there is little', () => {
    const tokens = (bytes: number) => cacheTokens(small, 1000, 'f16', { slots: 32, bytes });
    expect(tokens(usualCacheBytes)).toBe(32_000);
    expect(tokens(100 * mebibyte)).toBe(8_544);
    expect(tokens(0)).toBe(1_008);
  });

  it('is no larger than what a shader sees of each layer', () => {
    const bindingBytes = mebibyte;
    const tokens = cacheTokens(small, 1000, 'f16', { slots: 32, bytes: usualCacheBytes, bindingBytes });
    // 512 bytes of a token are in one layer.
    expect(tokens).toBe(2048);
  });

  it('is smaller where the adapter grants small buffers alone', () => {
    const granting = (bufferBytes: number) => ({ limits: { bufferBytes, bindingBytes: bufferBytes } });
    expect(cacheBytesFor(granting(256 * mebibyte))).toBe(256 * mebibyte);
    expect(cacheBytesFor(granting(4096 * mebibyte))).toBe(usualCacheBytes);
    expect(cacheBytesFor({ limits: null })).toBe(usualCacheBytes);
  });

  it('has as many slots as the library batches, within bounds', () => {
    expect(
      [4, 80, undefined].map((max_batch_size) => slotsFor(max_batch_size ? { max_batch_size } : {})),
    ).toEqual([4, 32, 8]);
  });
});

describe('a piece of a prompt', () => {
  const rows = (short: number, long: number, chunk = 1024) =>
    pieceRowsFor(chunk, { short: { tokens: 16, seconds: short }, long: { tokens: 64, seconds: long } });

  it('is as long as is read in a quarter of a second', () => {
    // A thousand tokens a second, and a tenth of a second for each forward.
    expect(rows(0.116, 0.164)).toBe(128);
  });

  it('is long where forwards cost the same for any number of tokens', () => {
    expect(rows(0.025, 0.025)).toBe(512);
    expect(rows(0.026, 0.025)).toBe(512);
  });

  it('is not too short on a slow machine, nor longer than the library takes', () => {
    expect(rows(4, 16)).toBe(64);
    expect(rows(4, 16, 32)).toBe(32);
    expect(rows(0.01, 0.01, 100)).toBe(100);
  });
});
