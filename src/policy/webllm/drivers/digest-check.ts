import type { DigestWish, RowDigest } from '#policy/runtime/logit-row.ts';
import type { SequenceCache } from './sequence-cache.ts';
import { GpuDigests } from './gpu-digests.ts';

/**
 * How far sums over a row may be off, as a share of all its weights. 32-bit sums of 150,000 weights have been seen to be
 * off by 1e-6; a shader that reads another row, or reads it wrongly, is off by tenths.
 */
export const digestSlack = 1e-5;

/** Of two sequences, so that a row other than the first is looked at. */
const prompts = [
  [1, 2, 3],
  [4, 5],
] as const;

/** Draws over the range of temperatures and of random numbers, and one without. */
const wishes: readonly DigestWish[] = [
  { kind: 'digest', draw: null, point: null, token: 3, alternatives: 5 },
  ...[0.3, 0.7, 1, 2].flatMap((temperature) =>
    [0.01, 0.4, 0.77, 0.9999].map((point): DigestWish => ({
      kind: 'digest',
      draw: { temperature, topK: 0, topP: 1, minP: 0 },
      point,
      token: null,
      alternatives: 0,
    })),
  ),
];

/**
 * Digests of the cache's logits, where WebLLM shows where they lie and this graphics processor makes them as it should;
 * null elsewhere. Needs two sequences of the cache and leaves them free.
 */
export async function openDigests(cache: SequenceCache, vocabulary: number): Promise<GpuDigests | null> {
  const { device } = cache;
  if (device === null) return null;
  const reader = new GpuDigests(device, vocabulary);
  if (await checkDigests(cache, reader)) return reader;
  reader.dispose();
  return null;
}

async function checkDigests(cache: SequenceCache, reader: GpuDigests): Promise<boolean> {
  prompts.forEach((_, sequence) => cache.add(sequence));
  const logits = cache.prefill(prompts.map((tokens, sequence) => ({ sequence, tokens })));
  try {
    const all = await logits.fetch();
    if (logits.onGpu === null) return false;
    const size = all.length / prompts.length;
    const asked = prompts.flatMap((_, row) => wishes.map((wish) => ({ row, wish })));
    const { digests, rows } = await reader.fetch(logits.onGpu, prompts.length, asked, [...prompts.keys()]);
    const expected = prompts.map((_, row) => all.subarray(row * size, (row + 1) * size));
    return (
      expected.every((row, at) => row.every((logit, id) => logit === rows[at]?.[id])) &&
      asked.every(({ row, wish }, at) => isDigestOf(expected[row] ?? all, digests[at] ?? null, wish))
    );
  } catch {
    // The whole rows, which have been checked, are still to be had.
    return false;
  } finally {
    logits.dispose();
    prompts.forEach((_, sequence) => cache.remove(sequence));
  }
}

/** Is it what a digest of this row should be? Null, too many tokens above the floor, is always right. */
export function isDigestOf(row: Float32Array, digest: RowDigest | null, wish: DigestWish): boolean {
  if (digest === null) return true;
  const { maximum, floor, ids, logits, rest, restTempered, drawn, named } = digest;
  const scale = wish.draw === null ? 1 : 1 / wish.draw.temperature;
  let most = -Infinity;
  for (const logit of row) most = Math.max(most, logit);
  if (maximum !== most || (named !== null && row[named.id] !== named.logit)) return false;

  const sums = { all: 0, rest: 0, allTempered: 0, restTempered: 0, before: 0 };
  let listed = 0;
  for (const [id, logit] of row.entries()) {
    const weight = Math.exp(logit - most);
    const tempered = Math.exp((logit - most) * scale);
    if (id === drawn?.id) sums.before = sums.allTempered;
    sums.all += weight;
    sums.allTempered += tempered;
    if (logit >= floor && logit > -Infinity) {
      if (ids[listed] !== id || logits[listed] !== logit) return false;
      listed += 1;
    } else {
      sums.rest += weight;
      sums.restTempered += tempered;
    }
  }
  if (listed !== ids.length) return false;
  const off = Math.max(
    Math.abs(rest - sums.rest) / sums.all,
    Math.abs(restTempered - sums.restTempered) / sums.allTempered,
  );
  if (!(off <= digestSlack)) return false;
  if (wish.point === null) return drawn === null;
  if (drawn === null || row[drawn.id] !== drawn.logit) return false;
  // The random number lies where this token's share of [0, 1) does.
  const from = sums.before / sums.allTempered;
  const to = from + Math.exp((drawn.logit - most) * scale) / sums.allTempered;
  return wish.point >= from - digestSlack && wish.point <= to + digestSlack;
}
