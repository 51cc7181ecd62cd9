import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseBest, chooseByWeight, type Voter } from '#answers/choose.ts';
import { majority } from '#answers/majority.ts';
import type { Answer } from '#run/events.ts';
import type { TraceOutcome } from '../sweeps/outcome.ts';
import { drawOf } from './draw.ts';
import { expectedOf, firstOf, resampled, stepsTo, waysToResample } from './resample.ts';
import { drawnSubsets, subsetsOf } from './subsets.ts';
import { arbitraryTraces, measuredCell, tracesOf } from './testing/measured.ts';

const answer = (key: string): Answer => ({
  text: key,
  display: key,
  key,
  value: { kind: 'text', text: key },
  rule: 'whole-text',
});
const voters = (traces: readonly TraceOutcome[]): readonly Voter[] =>
  traces.map((trace, sequence) => ({
    sequence,
    answer: trace.answer === null ? null : answer(trace.answer),
    score: trace.score,
    ...(trace.log === undefined ? {} : { log: trace.log }),
  }));

/** What the choices that runs make say of these traces. */
function chosenBy(traces: readonly TraceOutcome[]) {
  const isRight = (chosen: Answer | null) =>
    chosen !== null && traces.some(({ answer: key, right }) => key === chosen.key && right === true);
  return {
    pass: Number(traces.some(({ right }) => right === true)),
    majority: Number(isRight(majority(voters(traces).map((voter) => voter.answer)).winner)),
    best: Number(isRight(chooseBest(voters(traces)).answer)),
    weighted: Number(isRight(chooseByWeight(voters(traces)).answer)),
  };
}

describe('the first k of a draw', () => {
  it('are chosen from as a run with k samples would', () =>
    fc.assert(
      fc.property(arbitraryTraces(12), (traces) => {
        const draw = drawOf(traces);
        for (let k = 1; k <= traces.length; k++)
          expect(firstOf(draw, k)).toEqual(chosenBy(traces.slice(0, k)));
      }),
    ));

  it('tell apart scores that are too small for numbers', () => {
    const tiny = (letter: string, log: number): TraceOutcome => ({
      answer: letter,
      right: letter === 'a',
      score: 0,
      log,
      tokens: 1,
    });
    const traces = [tiny('c', -900), tiny('a', -800), tiny('c', -900)];
    expect(firstOf(drawOf(traces), 3)).toEqual({ pass: 1, majority: 0, best: 1, weighted: 1 });
    expect(firstOf(drawOf(traces), 3)).toEqual(chosenBy(traces));
  });
});

describe('the expectation over k of n', () => {
  it('is the mean over all ways to take them', () =>
    fc.assert(
      fc.property(arbitraryTraces(7), (traces) => {
        const draw = drawOf(traces);
        for (let k = 1; k <= traces.length; k++) {
          const all = subsetsOf(traces.length, k).map((members) =>
            chosenBy(members.map((at) => traces[at]!)),
          );
          const expected = expectedOf(draw, k);
          for (const way of waysToResample)
            expect(expected[way]).toBeCloseTo(all.reduce((sum, one) => sum + one[way], 0) / all.length, 10);
        }
      }),
      { numRuns: 40 },
    ));

  it('of all n is the choice among all of them', () =>
    fc.assert(
      fc.property(arbitraryTraces(40), (traces) => {
        const { pass, majority: vote, best, weighted } = expectedOf(drawOf(traces), traces.length);
        expect({ pass, majority: vote, best: Math.round(best), weighted }).toEqual(chosenBy(traces));
        expect(best).toBeCloseTo(Math.round(best), 10);
      }),
    ));

  it('never finds more than the oracle, whose share grows with k', () =>
    fc.assert(
      fc.property(arbitraryTraces(24), (traces) => {
        const draw = drawOf(traces);
        let before = 0;
        for (const k of stepsTo(traces.length)) {
          const { pass, best, majority: vote, weighted } = expectedOf(draw, k);
          expect(pass).toBeGreaterThanOrEqual(before - 1e-12);
          before = pass;
          expect(best).toBeLessThanOrEqual(pass + 1e-9);
          if (traces.length > 10) continue;
          expect(Math.max(vote, weighted)).toBeLessThanOrEqual(pass + 1e-9);
        }
      }),
    ));

  it('of one sample is the share that is right, however it is chosen', () => {
    const shares = Object.values(expectedOf(drawOf(tracesOf('a1c9.b5d2')), 1));
    for (const share of shares) expect(share).toBeCloseTo(0.4, 12);
  });
});

describe('subsets', () => {
  it('are all of them where there are few', () => {
    expect(subsetsOf(4, 2)).toEqual([
      [0, 1],
      [0, 2],
      [0, 3],
      [1, 2],
      [1, 3],
      [2, 3],
    ]);
  });
  it('are drawn evenly where there are many, and always the same', () => {
    const subsets = subsetsOf(32, 8);
    expect(subsets).toHaveLength(drawnSubsets);
    const counts = Array.from({ length: 32 }, () => 0);
    for (const subset of subsets) {
      expect(subset).toHaveLength(8);
      expect(new Set(subset).size).toBe(8);
      expect([...subset].sort((a, b) => a - b)).toEqual(subset);
      for (const at of subset) counts[at] = (counts[at] ?? 0) + 1;
    }
    // 64 expected of each, by a binomial distribution with a deviation of 7.
    expect(Math.min(...counts)).toBeGreaterThan(35);
    expect(Math.max(...counts)).toBeLessThan(93);
  });
});

describe('an arm, resampled', () => {
  const run = (problem: number, picture: string) =>
    measuredCell(0, problem, {
      right: true,
      traces: tracesOf(picture),
      tokens: 10 * tracesOf(picture).length,
    });
  it('has a point for each power of two, and what k samples cost', () => {
    const points = resampled([run(0, 'acac'), run(1, 'ccccc')], 'expected');
    expect(points.map(({ k, tokens }) => [k, tokens])).toEqual([
      [1, 10],
      [2, 20],
      [4, 40],
    ]);
    expect(points[0]?.solved.pass).toMatchObject({ share: 0.25, of: 2 });
    expect(points[0]?.solved.best).toBeNull();
    expect(points[2]?.solved.majority?.share).toBe(0.5);
  });
  it('leaves out what failed, and is empty where nothing came to an end', () => {
    const failed = measuredCell(0, 1, { right: null, failure: { code: 'worker-crashed', silent: false } });
    expect(resampled([run(0, 'a'), failed], 'first')).toHaveLength(1);
    expect(resampled([failed], 'first')).toEqual([]);
  });
});
