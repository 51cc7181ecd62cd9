import { describe, expect, it } from 'vitest';
import { exp, expAll, expEach, log, lowestOfExpAll } from './portable-math.ts';

/** Doubles between two numbers of the same sign. */
function ulpsBetween(a: number, b: number): number {
  const bits = new BigInt64Array(new Float64Array([a, b]).buffer);
  const distance = (bits[0] as bigint) - (bits[1] as bigint);
  return Math.abs(Number(distance));
}

/** 32 bits over the bits of many results: a change of one bit anywhere changes it. */
function digest(values: Iterable<number>): number {
  let h = 17;
  for (const value of values) {
    for (const word of new Int32Array(new Float64Array([value]).buffer))
      h = Math.imul(h ^ word, 0x01000193) ^ (h >>> 15);
  }
  return h >>> 0;
}

/** Evenly spread numbers, the same each time (a linear congruential generator; Numerical Recipes). */
let state = 7;
const next = (): number => (state = (state * 1664525 + 1013904223) % 2 ** 32) / 2 ** 32;
const spread = (count: number, from: number, to: number) =>
  Array.from({ length: count }, () => from + next() * (to - from));

describe('expAll', () => {
  const expected = (xs: Float64Array, scale: number) => digest(xs.map((x) => exp(x * scale)));

  it('has the bits of exp for each, and sums in order', () => {
    const xs = Float64Array.from([
      ...spread(20_000, lowestOfExpAll, 0),
      ...spread(20_000, -20, 0),
      0,
      -0,
      -1e-300,
      lowestOfExpAll,
    ]);
    const out = new Float64Array(xs.length);
    for (const scale of [1, 0.77, 0.3]) {
      const sum = expAll(xs, scale, out);
      expect(digest(out)).toBe(expected(xs, scale));
      expect(sum).toBe(out.reduce((total, value) => total + value, 0));
    }
    expect(expAll(Float64Array.from([0, NaN]), 1, new Float64Array(2))).toBeNaN();
  });

  it('has a slow sister that takes any argument', () => {
    const xs = Float64Array.from([...spread(10_000, -760, 0), -Infinity, 0]);
    const out = new Float64Array(xs.length);
    expect(expEach(xs, 1.7, out)).toBe(out.reduce((total, value) => total + value, 0));
    expect(digest(out)).toBe(expected(xs, 1.7));
  });
});

describe('exp', () => {
  it('is within two ulp of Math.exp, itself good to one', () => {
    const xs = [...spread(40_000, -708, 709), ...spread(40_000, -20, 0), ...spread(10_000, -1e-3, 1e-3)];
    expect(Math.max(...xs.map((x) => ulpsBetween(exp(x), Math.exp(x))))).toBeLessThanOrEqual(2);
  });

  it('is exact at zero and whole at the edges', () => {
    expect([exp(0), exp(-0), exp(-Infinity), exp(Infinity), exp(1e9), exp(-1e9)]).toEqual([
      1,
      1,
      0,
      Infinity,
      Infinity,
      0,
    ]);
    expect(exp(NaN)).toBeNaN();
    expect(exp(710)).toBe(Infinity);
    expect(exp(-708.4)).toBe(0);
  });

  it('never falls while x rises, over a softmax’s range', () => {
    const xs = spread(20_000, -40, 0).sort((a, b) => a - b);
    const falls = xs.filter((x, at) => at > 0 && exp(x) < exp(xs[at - 1] as number));
    expect(falls).toEqual([]);
  });
});

describe('log', () => {
  it('is within two ulp of Math.log, itself good to one', () => {
    const xs = [
      ...spread(40_000, -740, 709).map(Math.exp),
      ...spread(40_000, 0.5, 2),
      ...spread(10_000, 1, 300),
    ];
    const defined = xs.filter((x) => x > 0 && x !== 1);
    expect(Math.max(...defined.map((x) => ulpsBetween(log(x), Math.log(x))))).toBeLessThanOrEqual(2);
  });

  it('is exact at one and whole at the edges', () => {
    expect([log(1), log(0), log(Infinity)]).toEqual([0, -Infinity, Infinity]);
    expect(log(-1)).toBeNaN();
    expect(log(NaN)).toBeNaN();
    expect(log(5e-324)).toBe(-744.4400719213812);
    expect(log(Number.MAX_VALUE)).toBe(709.782712893384);
  });
});

it('gives the bits it always gave', () => {
  // Set down once, from this code and a transcription into Python alike. A browser or a change that fails here would
  // break the replay of shared runs.
  const grid = Array.from({ length: 4001 }, (_, index) => -40 + index / 100);
  expect(digest(grid.map(exp))).toBe(1646296170);
  expect(digest(grid.map((x) => log(41 + x)))).toBe(1329723988);
});
