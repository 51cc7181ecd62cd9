import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { share, shareText } from './statistics.ts';

describe('share', () => {
  it('gives the published Wilson interval', () => {
    // Newcombe 1998, table I: 81 of 263.
    const { low, high } = share(81, 263);
    expect(low).toBeCloseTo(0.2553, 4);
    expect(high).toBeCloseTo(0.3662, 4);
  });

  it('always contains the share and stays inside [0, 1]', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (trials, part) => {
          const { share: p, low, high } = share(part * trials, trials);
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
          expect(low).toBeLessThanOrEqual(p + 1e-12);
          expect(high).toBeGreaterThanOrEqual(p - 1e-12);
        },
      ),
    );
  });

  it('reads well', () => expect(shareText(share(63, 100))).toBe('63% (53–72)'));
});
