import { describe, expect, it } from 'vitest';
import { curveLayout, pointAt, trend } from './curve-layout.ts';
import { type CurvePoint, measuresOf } from './curve-points.ts';

const points: readonly CurvePoint[] = Array.from({ length: 120 }, (_, place) => ({
  step: place + 1,
  accuracy: 0.1 + 0.007 * place,
  thinking: Math.min(1, 0.15 + place / 60),
  tokens: 13 + place / 2,
  waits: (place % 9) / 10,
  kl: place / 2000,
}));
const numbersOf = (path: string): readonly number[] => path.match(/-?\d+(\.\d+)?/g)!.map(Number);

describe('curveLayout', () => {
  it.each([320, 390, 559, 560, 900])('keeps every line inside its own plot at a width of %i', (width) => {
    const { rows, left, right, height, x } = curveLayout(points, width);
    expect(rows.map(({ measure }) => measure)).toEqual(measuresOf(points));
    expect(right).toBeLessThanOrEqual(width);
    expect([x(1), x(120)]).toEqual([left, right]);
    for (const [place, { top, bottom, path, trend: smooth, ticks }] of rows.entries()) {
      expect(top).toBeGreaterThan(rows[place - 1]?.bottom ?? 0);
      const numbers = [...numbersOf(path), ...numbersOf(smooth)];
      const outside = numbers.filter((number, at) =>
        at % 2 === 0
          ? number < left - 0.1 || number > right + 0.1
          : number < top - 0.1 || number > bottom + 0.1,
      );
      expect(outside).toEqual([]);
      expect(ticks.length).toBeGreaterThanOrEqual(2);
    }
    expect(rows.at(-1)!.bottom).toBeLessThan(height);
  });
  it('shows shares from none to all, and counts from nothing', () => {
    const [accuracy, , tokens] = curveLayout(points, 800).rows;
    expect(accuracy!.ticks.map(({ label }) => label)).toEqual(['0%', '50%', '100%']);
    expect(tokens!.y.domain()[0]).toBe(0);
  });
  it('draws what never happened as a line at the bottom', () => {
    const [, , , waits] = curveLayout(
      points.map((point) => ({ ...point, waits: 0 })),
      800,
    ).rows;
    expect(new Set(numbersOf(waits!.path).filter((_, at) => at % 2 === 1))).toEqual(new Set([waits!.bottom]));
  });
});

describe('trend', () => {
  it('averages over both sides and leaves the ends as they are', () =>
    expect(trend([0, 3, 0, 9], 1)).toEqual([0, 1, 4, 9]));
  it('is the values themselves without a radius', () => expect(trend([1, 5, 2], 0)).toEqual([1, 5, 2]));
});

describe('pointAt', () => {
  const { x, left, right } = curveLayout(points, 800);
  it('takes the nearest point, also beyond the edges', () => {
    expect(pointAt(points, x, x(40) + 0.4 * (x(41) - x(40)))).toBe(39);
    expect([pointAt(points, x, left - 50), pointAt(points, x, right + 50)]).toEqual([0, 119]);
  });
});
