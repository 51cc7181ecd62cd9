import { defaultStrategy } from '#experiment/defaults.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomStream } from '#policy/runtime/random.ts';
import { mean, share } from '../statistics.ts';
import { accuracyByArm, parametersOfArm } from './accuracy.ts';
import { clusteredShare } from './clustered.ts';
import { arbitrarySweep, measuredCell } from './testing/measured.ts';

describe('a share with problems as clusters', () => {
  it('is Wilson’s where each problem has one run', () => {
    const outcomes = [1, 0, 1, 1, 0, 1, 1];
    const { share: centre, low, high, of } = clusteredShare(outcomes);
    const wilson = share(5, 7);
    expect([centre, low, high].map((value) => value.toFixed(12))).toEqual(
      [wilson.share, wilson.low, wilson.high].map((value) => value.toFixed(12)),
    );
    expect(of).toBe(7);
  });

  it('is no narrower for repeats that say what the first run said', () => {
    const once = clusteredShare([1, 0, 1, 0]);
    expect(clusteredShare([1, 0, 1, 0], 40)).toEqual(once);
    expect(clusteredShare([1, 1, 1], 30)).toEqual(share(3, 3));
  });

  it('is narrower where problems agree and repeats do not', () => {
    const once = clusteredShare([0, 1, 0, 1]);
    const often = clusteredShare([0.4, 0.5, 0.5, 0.6], 40);
    expect(often.high - often.low).toBeLessThan((once.high - once.low) / 2);
    // No narrower than that many independent runs.
    const most = share(20, 40);
    expect(often.low).toBeCloseTo(most.low, 12);
  });

  it('holds as often as it says of few problems with many repeats', () => {
    const stream = randomStream(1, 0);
    const sweeps = 1000;
    let held = 0;
    for (let sweep = 0; sweep < sweeps; sweep++) {
      const problems = Array.from({ length: 5 }, () => {
        const chance = stream.next();
        return mean(Array.from({ length: 40 }, () => Number(stream.next() < chance)));
      });
      const { low, high } = clusteredShare(problems, 200);
      if (low <= 0.5 && high >= 0.5) held += 1;
    }
    // 87% by the normal distribution.
    expect(held / sweeps).toBeGreaterThan(0.93);
  });

  it('stays inside [0, 1] around the share', () =>
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), fc.nat(400), (values, more) => {
        const { share: centre, low, high } = clusteredShare(values, values.length + more);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        if (values.length === 0) return;
        expect(low).toBeLessThanOrEqual(centre + 1e-12);
        expect(high).toBeGreaterThanOrEqual(centre - 1e-12);
      }),
    ));
});

describe('accuracy', () => {
  it('is that of the runs that came to an end; failures are counted apart', () => {
    const [arm] = accuracyByArm([
      measuredCell(2, 0, { right: true, tokens: 30, forwards: 3, seconds: 0.5 }),
      measuredCell(2, 1, { right: false, tokens: 10, forwards: 1, seconds: 0.1 }),
      measuredCell(2, 2, { right: null, failure: { code: 'worker-crashed', silent: false }, tokens: 5000 }),
      measuredCell(2, 3, { right: null, tokens: 7000 }),
    ]);
    expect(arm).toMatchObject({ arm: 2, graded: 2, failed: 1, ungraded: 1, tokensPerRight: 40 });
    expect(arm?.solved).toMatchObject({ share: 0.5, of: 2 });
    expect(arm?.compute).toEqual({ tokens: 20, forwards: 2, seconds: 0.3, 'token-parameters': null });
  });

  it('gives each problem the same weight, however many of its repeats are there', () => {
    const [arm] = accuracyByArm(
      [
        measuredCell(0, 0, { right: true, tokens: 10 }),
        measuredCell(0, 1, { right: false, tokens: 30 }),
        measuredCell(0, 1, { right: false, tokens: 50 }, 1),
      ],
      () => 1000,
    );
    expect(arm?.solved.share).toBe(0.5);
    expect(arm?.compute).toMatchObject({ tokens: 25, 'token-parameters': 25_000 });
  });

  it('knows the parameters behind its tokens only where one model draws them all', () => {
    const arm = (model: string, discriminator: string | null) => ({
      model,
      sampling: { temperature: 1, topK: 0, topP: 1, minP: 0, maxTokens: 100 },
      strategy: { ...defaultStrategy('rstar'), ...(discriminator === null ? {} : { discriminator }) },
    });
    const millions = (model: string) => (model === 'puzzles' ? 4e6 : 1e6);
    expect(parametersOfArm(arm('puzzles', null), millions)).toBe(4e6);
    expect(parametersOfArm(arm('puzzles', 'puzzles'), millions)).toBe(4e6);
    expect(parametersOfArm(arm('puzzles', 'other'), millions)).toBeNull();
  });

  it('has no price of an answer where none is right', () =>
    expect(accuracyByArm([measuredCell(0, 0, { tokens: 9 })])[0]?.tokensPerRight).toBeNull());

  it('counts every run once', () =>
    fc.assert(
      fc.property(arbitrarySweep, (sweep) => {
        const arms = accuracyByArm(sweep);
        expect(arms.reduce((sum, arm) => sum + arm.graded + arm.failed + arm.ungraded, 0)).toBe(sweep.length);
        expect(arms.map(({ arm }) => arm)).toEqual(
          [0, 1, 2, 3].filter((arm) => sweep.some(({ cell }) => cell.arm === arm)),
        );
      }),
    ));
});
