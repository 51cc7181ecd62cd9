import { randomStream } from '#policy/runtime/random.ts';

/** Subsets that stand for all subsets of k of n samples: all of them where there are few, else these many drawn ones. */
export const drawnSubsets = 256;

const kept = new Map<string, readonly (readonly number[])[]>();

/**
 * Subsets of k of n, each in rising order: every one where there are at most `drawnSubsets`, else as many by a fixed seed, each
 * as likely as any other. Always the same for the same n and k.
 */
export function subsetsOf(n: number, k: number): readonly (readonly number[])[] {
  const key = `${n}/${k}`;
  const known = kept.get(key);
  if (known) return known;
  const made = choose(n, k) <= drawnSubsets ? everySubset(n, k) : someSubsets(n, k);
  kept.set(key, made);
  return made;
}

/** Whether expectations over subsets are exact. */
export const allSubsets = (n: number, k: number): boolean => choose(n, k) <= drawnSubsets;

/** Binomial coefficient; of large ones only that they are large. */
function choose(n: number, k: number): number {
  let ways = 1;
  for (let i = 1; i <= Math.min(k, n - k); i++) ways = (ways * (n - i + 1)) / i;
  return Math.round(ways);
}

function everySubset(n: number, k: number, from = 0): readonly (readonly number[])[] {
  if (k === 0) return [[]];
  const subsets: (readonly number[])[] = [];
  for (let first = from; first <= n - k; first++)
    for (const rest of everySubset(n, k - 1, first + 1)) subsets.push([first, ...rest]);
  return subsets;
}

/** By selection sampling (Knuth, The Art of Computer Programming, volume 2, algorithm 3.4.2 S). */
function someSubsets(n: number, k: number): readonly (readonly number[])[] {
  const random = randomStream(n, k);
  return Array.from({ length: drawnSubsets }, () => {
    const subset: number[] = [];
    for (let at = 0; subset.length < k; at++)
      if (random.next() * (n - at) < k - subset.length) subset.push(at);
    return subset;
  });
}
