import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TokenId } from '../language-model.ts';
import { randomStream } from './random.ts';
import type { Truncation } from './logit-row.ts';
import { Sampler } from './sampler.ts';

const keepAll: Truncation = { temperature: 1, topK: 0, topP: 1, minP: 0 };
const fixed = (value: number) => ({ next: () => value });

/** The tokens that may be drawn and their probabilities, straight from the definitions, by full sorts and Math.exp. */
function distribution(logits: readonly number[], how: Truncation): Map<TokenId, number> {
  const largest = Math.max(...logits);
  let kept = logits.map((logit, id) => ({ id, weight: Math.exp((logit - largest) / how.temperature) }));
  const total = () => kept.reduce((sum, { weight }) => sum + weight, 0);
  kept.sort((a, b) => b.weight - a.weight || a.id - b.id);
  if (how.topK > 0) kept = kept.slice(0, how.topK);
  if (how.topP < 1) {
    const mass = how.topP * total();
    let sum = 0;
    kept = kept.filter(({ weight }) => {
      const needed = sum < mass;
      sum += weight;
      return needed;
    });
  }
  kept = kept.filter(({ weight }) => weight > 0 && weight >= how.minP);
  const all = total();
  return new Map(kept.sort((a, b) => a.id - b.id).map(({ id, weight }) => [id, weight / all]));
}

/** Coarse enough that two different logits stay different in any arithmetic, and ties come up. */
const logit = fc.oneof(
  { weight: 10, arbitrary: fc.integer({ min: -60, max: 60 }).map((quarters) => quarters / 4) },
  { weight: 1, arbitrary: fc.constant(-Infinity) },
);
const row = fc
  .array(logit, { minLength: 1, maxLength: 40 })
  .filter((logits) => logits.some((value) => value > -Infinity));
const truncation: fc.Arbitrary<Truncation> = fc.record({
  temperature: fc.constantFrom(0.3, 0.7, 1, 2),
  topK: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 45 })),
  topP: fc.oneof(fc.constant(1), fc.double({ min: 0.01, max: 1, noNaN: true })),
  minP: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1, noNaN: true })),
});

describe('Sampler', () => {
  it('draws from the distribution the definitions give', () => {
    fc.assert(
      fc.property(
        row,
        truncation,
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (logits, how, u) => {
          const sampler = new Sampler(logits.length);
          sampler.load(Float32Array.from(logits));
          const drawn = sampler.draw(how, fixed(u));
          const expected = distribution(logits, how);
          // Where a cut or the random number falls between two tokens to the last bits, either is right.
          const slack = 1e-9;
          let below = 0;
          for (const [id, probability] of expected) {
            if (id === drawn) break;
            below += probability;
          }
          const share = expected.get(drawn);
          if (share === undefined) {
            const nearly = [how.topP - slack, how.topP + slack].some((topP) =>
              [how.minP - slack, how.minP + slack].some((minP) =>
                distribution(logits, { ...how, topP, minP }).has(drawn),
              ),
            );
            expect(nearly).toBe(true);
          } else {
            const cuts = [how.topP - slack, how.topP + slack].map(
              (topP) => distribution(logits, { ...how, topP }).size,
            );
            if (cuts[0] !== cuts[1]) return;
            expect(u).toBeGreaterThanOrEqual(below - slack);
            expect(u).toBeLessThan(below + share + slack);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('draws from a row that it has drawn from before as from a new one', () => {
    fc.assert(
      fc.property(row, fc.array(fc.tuple(truncation, fc.nat(9)), { maxLength: 8 }), (logits, draws) => {
        const [again, afresh] = [new Sampler(logits.length), new Sampler(logits.length)];
        const kept = Float32Array.from(logits);
        for (const [how, point] of draws.flatMap((draw) => [draw, draw])) {
          again.load(kept);
          afresh.load(kept.slice());
          expect(again.draw(how, fixed(point / 10))).toBe(afresh.draw(how, fixed(point / 10)));
          again.likeliestTokens(3);
        }
      }),
    );
  });

  it('draws tokens as often as they are likely', () => {
    const logits = [0, 1, 2, -1, 0.5];
    const sampler = new Sampler(logits.length);
    sampler.load(Float32Array.from(logits));
    const how = { temperature: 0.8, topK: 4, topP: 0.95, minP: 0.05 };
    const random = randomStream(3, 0);
    const draws = 40_000;
    const counts = new Map<TokenId, number>();
    for (let at = 0; at < draws; at++) {
      const id = sampler.draw(how, random);
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    const expected = distribution(logits, how);
    expect(new Set(counts.keys())).toEqual(new Set(expected.keys()));
    for (const [id, probability] of expected) {
      const deviation = Math.sqrt(probability * (1 - probability) * draws);
      expect(Math.abs((counts.get(id) ?? 0) - probability * draws)).toBeLessThan(4 * deviation);
    }
  });

  it('is greedy at temperature zero, ties to the lowest id, and takes no random number', () => {
    const sampler = new Sampler(4);
    sampler.load(Float32Array.from([1, 3, 3, 2]));
    const random = { next: () => expect.fail('took a random number') };
    expect(sampler.draw({ ...keepAll, temperature: 0 }, random)).toBe(1);
  });

  it('takes exactly one random number otherwise', () => {
    const sampler = new Sampler(4);
    sampler.load(Float32Array.from([1, 3, 3, 2]));
    let taken = 0;
    sampler.draw({ temperature: 0.5, topK: 2, topP: 0.5, minP: 0.1 }, { next: () => (taken += 1) * 0.1 });
    expect(taken).toBe(1);
  });

  it('breaks ties at a cut by the lower id', () => {
    const sampler = new Sampler(4);
    sampler.load(Float32Array.from([0, 5, 5, 5]));
    for (const how of [
      { ...keepAll, topK: 2 },
      { ...keepAll, topP: 0.6 },
    ]) {
      expect(sampler.draw(how, fixed(0))).toBe(1);
      expect(sampler.draw(how, fixed(0.49))).toBe(1);
      expect(sampler.draw(how, fixed(0.51))).toBe(2);
      expect(sampler.draw(how, fixed(1 - 2 ** -53))).toBe(2);
    }
  });

  it('reports log-probabilities at temperature 1, whatever was drawn with', () => {
    fc.assert(
      fc.property(row, (logits) => {
        const sampler = new Sampler(logits.length);
        const padded = [9, ...logits, 9];
        sampler.load(Float32Array.from(padded).subarray(1, -1));
        sampler.draw({ temperature: 0.5, topK: 1, topP: 0.5, minP: 0.5 }, fixed(0.5));
        const total = logits.reduce((sum, value) => sum + Math.exp(value - Math.max(...logits)), 0);
        for (const [id, value] of logits.entries()) {
          const expected = value - Math.max(...logits) - Math.log(total);
          if (expected === -Infinity) expect(sampler.logprob(id)).toBe(-Infinity);
          else expect(sampler.logprob(id)).toBeCloseTo(expected, 10);
        }
      }),
    );
  });

  it('reports log-probabilities at any temperature, and draws the same afterwards', () => {
    fc.assert(
      fc.property(
        row,
        truncation,
        fc.double({ min: 0.1, max: 3, noNaN: true }),
        (logits, how, temperature) => {
          const sampler = new Sampler(logits.length);
          sampler.load(Float32Array.from(logits));
          const before = sampler.draw(how, fixed(0.4));
          const expected = distribution(logits, { ...keepAll, temperature });
          for (const id of logits.keys())
            expect(Math.exp(sampler.logprobAt(id, temperature))).toBeCloseTo(expected.get(id) ?? 0, 10);
          expect(sampler.draw(how, fixed(0.4))).toBe(before);
          expect(sampler.logprobAt(before, 1)).toBe(sampler.logprob(before));
        },
      ),
    );
  });

  it('names the likeliest tokens in order', () => {
    fc.assert(
      fc.property(row, fc.integer({ min: 0, max: 50 }), (logits, count) => {
        const sampler = new Sampler(logits.length);
        sampler.load(Float32Array.from(logits));
        const sorted = logits
          .map((value, id) => ({ value, id }))
          .sort((a, b) => (b.value > a.value ? 1 : b.value < a.value ? -1 : a.id - b.id));
        expect(sampler.likeliestTokens(count)).toEqual(sorted.slice(0, count).map(({ id }) => id));
      }),
    );
  });

  it('refuses rows that hold no distribution', () => {
    const sampler = new Sampler(3);
    for (const bad of [
      [0, NaN, 1],
      [-Infinity, -Infinity, -Infinity],
      [0, Infinity, 1],
    ]) {
      expect(() => sampler.load(Float32Array.from(bad))).toThrow(
        expect.objectContaining({ code: 'kernel-failed' }),
      );
    }
  });
});
