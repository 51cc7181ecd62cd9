import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupObjective, k3, type ObjectiveRule, tokenTerm } from './objective.ts';

const rule: ObjectiveRule = { clipLow: 0.2, clipHigh: 0.2, beta: 0.02, averaging: { by: 'token' } };
const log = fc.double({ min: -8, max: -0.001, noNaN: true });
const logs = fc.record({ old: log, now: log, reference: log });
const advantage = fc.double({ min: -3, max: 3, noNaN: true });
const traces = fc.array(fc.record({ tokens: fc.array(logs, { minLength: 1, maxLength: 12 }), advantage }), {
  minLength: 1,
  maxLength: 8,
});

describe('a token', () => {
  /* The numbers of `training/tests/test_grpo.py`. */
  it.each([
    [1, 1, 1.2, true],
    [-1, 1, 0.3679, false],
    [1, -1, -2.7183, false],
    [-1, -1, -0.8, true],
  ])('with log ratio %d and advantage %d gains %d, as in the training', (ratio, gets, gain, clipped) => {
    const term = tokenTerm({ old: -2, now: -2 + ratio, reference: -2 }, gets, rule);
    expect(term.gain).toBeCloseTo(gain, 4);
    expect(term.clipped).toBe(clipped);
  });

  it('pays for its distance by k3, which is never negative and unbiased', () => {
    fc.assert(
      fc.property(log, log, (now, reference) => {
        const difference = reference - now;
        expect(k3(now, reference)).toBeGreaterThanOrEqual(0);
        expect(k3(now, reference)).toBeCloseTo(Math.expm1(difference) - difference, 9);
      }),
    );
    expect(k3(0, 1e-9)).toBeCloseTo(5e-19, 27);
    const [p, q] = [
      [0.7, 0.2, 0.1],
      [0.4, 0.4, 0.2],
    ] as const;
    const estimate = p.reduce(
      (sum, chance, at) => sum + chance * k3(Math.log(chance), Math.log(q[at] ?? 0)),
      0,
    );
    const exact = p.reduce((sum, chance, at) => sum + chance * Math.log(chance / (q[at] ?? 0)), 0);
    expect(estimate).toBeCloseTo(exact, 12);
  });

  it('is pushed by the derivative of its term', () => {
    fc.assert(
      fc.property(logs, advantage, (given, gets) => {
        const h = 1e-6;
        const near = [-h, 0, h].map((by) => tokenTerm({ ...given, now: given.now + by }, gets, rule));
        const [below, here, above] = near;
        // At the edge of the clip there are two derivatives.
        if (!below || !here || !above || below.clipped !== above.clipped) return;
        const slope = (above.term - below.term) / (2 * h);
        expect(Math.abs(here.push - slope)).toBeLessThan(1e-4 * Math.max(1, Math.abs(slope)));
      }),
    );
  });

  it('gains no more than without the clip, and no more than the clip allows where it does well', () => {
    fc.assert(
      fc.property(logs, advantage, (given, gets) => {
        const { gain, ratio } = tokenTerm(given, gets, rule);
        expect(gain).toBeLessThanOrEqual(ratio * gets);
        if (gets > 0) expect(gain).toBeLessThanOrEqual(1.2 * gets);
      }),
    );
  });
});

describe('a group', () => {
  it('on the policy that wrote it gains the mean of its advantages: none, by trace', () => {
    const even = groupObjective(
      [1, -1].map((gets) => ({
        tokens: Array.from({ length: gets + 3 }, () => ({ old: -1, now: -1, reference: -1 })),
        advantage: gets,
      })),
      { ...rule, averaging: { by: 'trace' } },
    );
    expect(even).toMatchObject({ objective: 0, gain: 0, kl: 0, clipped: 0, tokens: 6 });
  });

  it('of one length comes out the same, by trace or by token; a constant divides alone', () => {
    const given = [
      { tokens: [{ old: -1, now: -1.1, reference: -2 }], advantage: 1 },
      { tokens: [{ old: -2, now: -1.9, reference: -3 }], advantage: -0.5 },
    ];
    const by = (averaging: ObjectiveRule['averaging']) => groupObjective(given, { ...rule, averaging });
    expect(by({ by: 'trace' }).objective).toBeCloseTo(by({ by: 'token' }).objective, 12);
    expect(by({ by: 'constant', tokens: 10 }).objective).toBeCloseTo(by({ by: 'token' }).objective / 10, 12);
  });

  it('without advantages is its distance alone', () => {
    fc.assert(
      fc.property(traces, (given) => {
        const even = given.map((trace) => ({ ...trace, advantage: 0 }));
        const { objective, gain, kl, clipped } = groupObjective(even, rule);
        expect(gain).toBeCloseTo(0, 12);
        expect(objective).toBeCloseTo(-rule.beta * kl, 12);
        expect(clipped).toBe(0);
      }),
    );
  });

  it('clips fewer tokens the wider the clip', () => {
    fc.assert(
      fc.property(traces, fc.double({ min: 0, max: 1, noNaN: true }), (given, wider) => {
        const wide = { ...rule, clipLow: 0.2 + wider * 0.8, clipHigh: 0.2 + wider };
        expect(groupObjective(given, wide).clipped).toBeLessThanOrEqual(groupObjective(given, rule).clipped);
      }),
    );
  });
});
