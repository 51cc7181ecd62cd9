import { describe, expect, it } from 'vitest';
import type { CurvePoint } from '#views/training-curve/curve-points.ts';
import { whatCame } from './story.ts';

const curve = (from: Partial<CurvePoint>, to: Partial<CurvePoint>): readonly CurvePoint[] =>
  Array.from({ length: 60 }, (_, place) => ({
    step: place + 1,
    accuracy: 0.1,
    thinking: 0.15,
    tokens: 13,
    waits: 0.1,
    kl: 0,
    ...(place < 30 ? from : to),
  }));

describe('whatCame', () => {
  it('says that a model took to thinking, with the numbers of the curve', () => {
    expect(whatCame(curve({}, { accuracy: 0.85, thinking: 0.99 }), 'reinforcement')).toBe(
      'It could think already, but rarely did: in 15 of 100 traces over the first 3 steps; thinking paid, and over the last 3 it thought in 99 of 100. Right answers went from 10 of 100 to 85 of 100.',
    );
  });
  it('does not say so of one that always thought', () => {
    expect(
      whatCame(curve({ thinking: 1, accuracy: 0.7 }, { thinking: 1, accuracy: 0.9 }), 'reinforcement'),
    ).toBe(
      'It thought from the start: in 100 of 100 traces over the first 3 steps; over the last 3 it thought in 100 of 100. Right answers went from 70 of 100 to 90 of 100.',
    );
  });
  it('tells of rounds as they are, the first and the last', () => {
    const rounds = [0, 1, 2].map((step): CurvePoint => ({
      step,
      accuracy: 0.05 + 0.3 * step,
      best: 0.1 + 0.4 * step,
      thinking: 0.1 + 0.4 * step,
      tokens: 10 + 30 * step,
      waits: 0,
    }));
    expect(whatCame(rounds, 'self-evolution')).toBe(
      'It could think already, but rarely did: in 10 of 100 traces before the first round; thinking paid, and after the last it thought in 90 of 100. Right answers went from 5 of 100 to 65 of 100.',
    );
  });
});
