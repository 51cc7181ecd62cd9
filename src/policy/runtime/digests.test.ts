import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DigestWish, isEnough, isGreedy, keepsAll, type Truncation } from './logit-row.ts';
import { createRuntimeModel, type RuntimeModel } from './runtime-model.ts';
import { Sampler } from './sampler.ts';
import { DigestingEngine } from './testing/digesting-engine.ts';
import { collectTraces, infoFor, never, openReference, plainSampling, turn } from './testing/harness.ts';
import { plainCodec } from './testing/plain-codec.ts';
import { type DigestShape, plainDigest } from './testing/plain-digest.ts';

const fixed = (value: number) => ({ next: () => value });

/** Coarse logits, with ties and tokens that are excluded. */
const logit = fc.oneof(
  { weight: 10, arbitrary: fc.integer({ min: -60, max: 60 }).map((quarters) => quarters / 4) },
  { weight: 1, arbitrary: fc.constant(-Infinity) },
);
const anyRow = fc
  .array(logit, { minLength: 1, maxLength: 60 })
  .filter((logits) => logits.some((value) => value > -Infinity))
  .map((logits) => Float32Array.from(logits));
const anyCut: fc.Arbitrary<Truncation> = fc.record({
  temperature: fc.constantFrom(0, 0.3, 0.7, 1, 2),
  topK: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 70 })),
  topP: fc.oneof(fc.constant(1), fc.double({ min: 0.01, max: 1, noNaN: true })),
  minP: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1, noNaN: true })),
});
const anyPoint = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const anyShape: fc.Arbitrary<DigestShape> = fc.record({
  lanes: fc.integer({ min: 1, max: 16 }),
  wanted: fc.integer({ min: 1, max: 12 }),
  room: fc.integer({ min: 4, max: 40 }),
});

const wishFor = (draw: Truncation, point: number, alternatives: number, token: number): DigestWish => ({
  kind: 'digest',
  draw,
  point: keepsAll(draw) ? point : null,
  token,
  alternatives,
});

describe('a digest of a row', () => {
  it('gives the token, log-probabilities and alternatives of the whole row, where it says that it is enough', () => {
    fc.assert(
      fc.property(
        anyRow,
        anyCut,
        anyPoint,
        anyShape,
        fc.nat(8),
        fc.nat(),
        (row, how, point, shape, alternatives, any) => {
          const token = any % row.length;
          const wish = wishFor(how, point, alternatives, token);
          const digest = plainDigest(row, wish, shape);
          if (digest === null || !isEnough(digest, wish)) return;
          const [sampler, reference] = [new Sampler(row.length), new Sampler(row.length)];
          sampler.load(digest);
          reference.load(row);
          const drawn = sampler.draw(how, fixed(point));
          // Where sums come that close to a border, rounding decides.
          const near = [point - 1e-9, point + 1e-9].map((one) =>
            reference.draw(
              { ...how, topP: how.topP < 1 ? how.topP + one - point : 1 },
              fixed(Math.min(Math.max(one, 0), 1 - 2 ** -53)),
            ),
          );
          if (near[0] === near[1]) expect(drawn).toBe(reference.draw(how, fixed(point)));
          for (const id of [drawn, token]) expectClose(sampler.logprob(id), reference.logprob(id));
          const likeliest = sampler.likeliestTokens(alternatives);
          const expected = reference.likeliestTokens(alternatives);
          expect(likeliest).toEqual(expected.filter((id) => (row[id] as number) > -Infinity));
          for (const id of likeliest) expectClose(sampler.logprob(id), reference.logprob(id));
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('with top-k gives the very token of the whole row, and is enough for as many tokens as are wanted', () => {
    fc.assert(
      fc.property(anyRow, anyCut, anyPoint, (row, how, point) => {
        const cut = { ...how, topK: Math.min(how.topK || 3, 8) };
        const wish = wishFor(cut, point, 4, 0);
        const digest = plainDigest(row, wish, { lanes: 16, wanted: 8, room: 60 });
        if (digest === null) return expect.fail('there was room');
        expect(isEnough(digest, wish)).toBe(true);
        const [sampler, reference] = [new Sampler(row.length), new Sampler(row.length)];
        sampler.load(digest);
        reference.load(row);
        expect(sampler.draw(cut, fixed(point))).toBe(reference.draw(cut, fixed(point)));
      }),
      { numRuns: 2000 },
    );
  });

  it('takes as many random numbers as the whole row', () => {
    const row = Float32Array.from([0, 2, 1, 4, 3, -2]);
    for (const how of [{ ...plainSampling, temperature: 0 }, { ...plainSampling, topK: 2 }, plainSampling]) {
      const wish = wishFor(how, 0.3, 0, 0);
      const digest = plainDigest(row, wish, { lanes: 3, wanted: 2, room: 6 });
      const sampler = new Sampler(row.length);
      sampler.load(digest ?? row);
      let taken = 0;
      sampler.draw(how, { next: () => (taken += 1) * 0.3 });
      expect(taken).toBe(isGreedy(how) ? 0 : 1);
    }
  });

  it('is refused where the row was no distribution', () => {
    const wish = wishFor(plainSampling, 0.5, 0, 0);
    const shape = { lanes: 4, wanted: 2, room: 4 };
    for (const bad of [
      [0, NaN, 1],
      [-Infinity, -Infinity],
      [0, Infinity, 1],
    ]) {
      const digest = plainDigest(Float32Array.from(bad), wish, shape);
      if (digest === null) return expect.fail('there was room');
      expect(isEnough(digest, wish)).toBe(true);
      expect(() => new Sampler(bad.length).load(digest)).toThrow(
        expect.objectContaining({ code: 'kernel-failed' }),
      );
    }
  });

  it('is not enough where the cut, the alternatives or the draw need more tokens than it lists', () => {
    const row = Float32Array.from({ length: 40 }, (_, id) => id / 100);
    const enough = (draw: Truncation, alternatives = 0, point: number | null = null) => {
      const wish: DigestWish = { kind: 'digest', draw, point, token: null, alternatives };
      const digest = plainDigest(row, wish, { lanes: 8, wanted: 6, room: 20 });
      return digest !== null && isEnough(digest, wish);
    };
    const cut = plainSampling;
    expect(enough({ ...cut, topK: 6 }, 6)).toBe(true);
    expect(enough({ ...cut, topK: 7 })).toBe(false);
    expect(enough({ ...cut, topK: 6 }, 7)).toBe(false);
    expect(enough({ ...cut, topP: 0.1 })).toBe(true);
    expect(enough({ ...cut, topP: 0.9 })).toBe(false);
    expect(enough({ ...cut, minP: 0.99 })).toBe(true);
    expect(enough({ ...cut, minP: 0.5 })).toBe(false);
    expect(enough(cut)).toBe(false);
    expect(enough(cut, 0, 0.5)).toBe(true);
  });
});

describe('a runtime whose engine makes digests', () => {
  it('answers each request as one that has whole rows', async () => {
    const request = fc.record({
      prompt: fc.array(fc.integer({ min: 6, max: 11 }), { minLength: 1, maxLength: 20 }),
      forced: fc.array(fc.integer({ min: 6, max: 11 }), { maxLength: 4 }),
      n: fc.integer({ min: 1, max: 4 }),
      maxTokens: fc.integer({ min: 1, max: 15 }),
      alternatives: fc.nat(4),
      seed: fc.nat(),
      cut: anyCut,
    });
    const setting = fc.record({
      slots: fc.integer({ min: 1, max: 6 }),
      rows: fc.integer({ min: 1, max: 40 }),
      shape: anyShape,
    });
    const given = { whole: 0, digest: 0, nothing: 0 };
    await fc.assert(
      fc.asyncProperty(
        fc.array(request, { minLength: 1, maxLength: 4 }),
        setting,
        async (requests, { slots, rows, shape }) => {
          const engine = new DigestingEngine({ slots, rows }, shape);
          const model = createRuntimeModel({
            engine,
            codec: plainCodec,
            info: infoFor(engine.context),
            now: () => 0,
            breathe: turn,
          });
          const reference = openReference();
          const ask = (of: RuntimeModel) =>
            requests.flatMap(({ prompt, cut, ...options }): readonly (() => Promise<unknown>)[] => [
              async () =>
                tidy(
                  await collectTraces(of.sample(prompt, { ...plainSampling, ...options, ...cut }, never), []),
                ),
              async () => tidy(await of.scoring.score(prompt.slice(0, 1), prompt.slice(1), never)),
            ]);
          const together = await Promise.all(ask(model).map((one) => one()));
          const alone: unknown[] = [];
          for (const one of ask(reference)) alone.push(await one());
          expect(together).toEqual(alone);
          model.close();
          for (const kind of ['whole', 'digest', 'nothing'] as const) given[kind] += engine.given[kind];
        },
      ),
      { numRuns: 100 },
    );
    expect(Math.min(given.digest, given.whole)).toBeGreaterThan(500);
    expect(given.nothing).toBeGreaterThan(0);
  }, 30_000);
});

function expectClose(found: number, expected: number): void {
  if (expected === -Infinity) expect(found).toBe(-Infinity);
  else expect(found).toBeCloseTo(expected, 9);
}

/** Without the last digits of log-probabilities, which sums in another order may change. */
function tidy(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_key, one: unknown) => (typeof one === 'number' ? Number(one.toFixed(6)) : one)),
  );
}
