import { describe, expect, it } from 'vitest';
import { randomStream } from './random.ts';

function take(seed: number, index: number, count: number): number[] {
  const stream = randomStream(seed, index);
  return Array.from({ length: count }, () => stream.next());
}

function correlation(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (const [at, x] of a.entries()) sum += (x - 0.5) * ((b[at] as number) - 0.5);
  return (sum / a.length) * 12;
}

describe('randomStream', () => {
  it('gives the numbers it always gave', () => {
    // Set down once, from this code and a transcription into Python alike.
    expect(take(0, 0, 2)).toEqual([0.328820712793626, 0.5775146842382416]);
    expect(take(0xffffffff, 15, 2)).toEqual([0.2982411306972995, 0.05976807349050861]);
    expect(take(2 ** 40 + 1, 3, 2)).toEqual([0.20929786042641985, 0.8999696400907138]);
  });

  it('is uniform in [0, 1): chi-square over 64 bins', () => {
    const counts = Array.from({ length: 64 }, () => 0);
    const count = 64_000;
    const numbers = take(1, 2, count);
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThan(1);
    for (const x of numbers) {
      counts[Math.floor(x * 64)] = (counts[Math.floor(x * 64)] as number) + 1;
    }
    const chi = counts.reduce((sum, seen) => sum + (seen - count / 64) ** 2 / (count / 64), 0);
    // 63 degrees of freedom: mean 63, deviation 11.2. The stream is fixed, so this does not flicker.
    expect(chi).toBeGreaterThan(30);
    expect(chi).toBeLessThan(110);
  });

  it('is uniform in its first numbers too, over seeds and over indices', () => {
    for (const firsts of [
      Array.from({ length: 8000 }, (_, seed) => randomStream(seed, 0).next()),
      Array.from({ length: 8000 }, (_, index) => randomStream(5, index).next()),
    ]) {
      const mean = firsts.reduce((sum, x) => sum + x, 0) / firsts.length;
      expect(Math.abs(mean - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / firsts.length));
      expect(Math.abs(correlation(firsts.slice(1), firsts.slice(0, -1)))).toBeLessThan(
        4 / Math.sqrt(firsts.length),
      );
    }
  });

  it('does not correlate between neighbouring streams', () => {
    for (const [seed, index] of [
      [1, 1],
      [0, 1],
      [1, 0],
      [2 ** 32, 0],
      [2 ** 40 + 1, 0],
    ] as const) {
      expect(Math.abs(correlation(take(0, 0, 4000), take(seed, index, 4000)))).toBeLessThan(
        4 / Math.sqrt(4000),
      );
    }
  });
});
