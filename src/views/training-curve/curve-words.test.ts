import { describe, expect, it } from 'vitest';
import { curveEnds, type CurvePoint } from './curve-points.ts';
import { curveSummary, pointSentence, stepsText } from './curve-words.ts';

const point = (step: number, rest: Partial<CurvePoint> = {}): CurvePoint => ({
  step,
  accuracy: 0.1,
  thinking: 0.15,
  tokens: 13,
  waits: 0.1,
  kl: 0,
  ...rest,
});
const last = { accuracy: 0.9, thinking: 1, tokens: 70.6, waits: 0.046, kl: 0.0596 };
const points = [
  point(2),
  point(4, { accuracy: 0.2 }),
  point(6, { accuracy: 0.3 }),
  point(8),
  point(10, last),
  point(12, last),
  point(13, last),
];

describe('curveEnds', () => {
  it('averages the first and the last points, and says over how many steps', () => {
    const { first, last: end } = curveEnds(points);
    expect(first.steps).toBe(6);
    expect(first.values.accuracy).toBeCloseTo(0.2);
    expect(end.steps).toBe(5);
    expect(end.values.tokens).toBeCloseTo(70.6);
  });
  it('takes a twentieth of a long curve', () =>
    expect(curveEnds(Array.from({ length: 200 }, (_, place) => point(place + 1))).first.steps).toBe(10));
  it('does with two points', () => expect(curveEnds(points.slice(0, 2)).last.steps).toBe(4));
});

describe('words', () => {
  it('names the steps that a point is the mean of', () =>
    expect([stepsText(points, 0), stepsText(points, 6)]).toEqual(['Steps 1 to 2', 'Step 13']));
  it('reads all measures at one step', () => {
    expect(pointSentence(points, 6)).toBe(
      'Step 13 of 13: 90 of 100 answers right, 100 of 100 traces think, 71 tokens a trace, 0.05 “Wait” a trace, 0.060 nats per token from the starting model.',
    );
  });
  it('sums up where each measure starts and ends', () => {
    const summary = curveSummary(points);
    expect(summary).toContain(
      '13 steps of reinforcement learning; means of the first 6 and the last 5 steps.',
    );
    expect(summary).toContain('Right answers: 20 of 100 at first, 90 of 100 at last.');
    expect(summary).toContain('Length of a trace: 13 tokens at first, 71 tokens at last.');
  });
  it('speaks of rounds where there are such, and of what was measured in them', () => {
    const rounds = [0, 1, 2].map((step): CurvePoint => ({
      step,
      accuracy: 0.3 * step,
      best: 0.4 * step,
      thinking: 0.5 * step,
      tokens: 20,
      waits: 0,
    }));
    expect(pointSentence(rounds, 0, 'round')).toBe(
      'Round 0 of 2: 0 of 100 answers right, 0 of 100 right where its own value picks, 0 of 100 traces think, 20 tokens a trace, 0.00 “Wait” a trace.',
    );
    expect(curveSummary(rounds, 'round')).toMatch(
      /^2 rounds of self-evolution\. Right answers: 0 of 100 at first, 60 of 100 at last\. Best by its own value: 0 of 100 at first, 80 of 100 at last\./,
    );
  });
});
