import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { higherFirst } from './scored.ts';
import { aggregate, judge, sumOf, times } from './aggregate.ts';

const ways = ['min', 'prod', 'mean', 'last'] as const;
const scores = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 60 });

describe('aggregate', () => {
  it('makes one number of step scores in four ways', () => {
    const steps = [0.5, 0.25, 0.75];
    expect(aggregate(steps, 'min').score).toBe(0.25);
    expect(aggregate(steps, 'prod').score).toBeCloseTo(0.09375, 12);
    expect(aggregate(steps, 'mean').score).toBeCloseTo(0.5, 12);
    expect(aggregate(steps, 'last').score).toBe(0.75);
  });

  it('is 0 for a product with a 0 in it', () => {
    expect(aggregate([1, 0, 1], 'prod')).toEqual({ score: 0 });
  });

  it('is not there without steps, nor where a step that counts was not measured', () => {
    for (const way of ways) {
      expect(aggregate([], way)).toEqual({ score: null });
      expect(aggregate([0.5, null], way)).toEqual({ score: null });
      expect(aggregate([null, 0.5], way)).toEqual({ score: way === 'last' ? 0.5 : null });
    }
  });

  it('says why there is no score', () => {
    expect(judge({ steps: [], why: { kind: 'value-head', model: null, at: 'each-step' } }, 'last')).toEqual({
      score: null,
      why: { kind: 'nothing-written' },
    });
    expect(judge({ steps: [0.5, null], why: { kind: 'budget-spent' } }, 'min')).toEqual({
      score: null,
      why: { kind: 'budget-spent' },
    });
  });

  it('does not underflow before the true product does', () => {
    expect(
      aggregate(
        Array.from({ length: 300 }, () => 0.1),
        'prod',
      ).score,
    ).toBeGreaterThan(0);
  });

  describe('of products too small for a number', () => {
    const product = (score: number, steps = 40) =>
      aggregate(
        Array.from({ length: steps }, () => score),
        'prod',
      );
    const [better, worse, nil] = [
      product(1e-9),
      product(1e-10),
      aggregate([...Array.from({ length: 39 }, () => 1), 0], 'prod'),
    ];

    it('knows which is greater, and that each is more than nothing', () => {
      expect(worse.score).toBe(0);
      expect([nil, worse, better].toSorted(higherFirst)).toEqual([better, worse, nil]);
      // Here numbers have a few bits left, and three traces of different worth look alike.
      const [least, middle, most] = [1.00001, 1.00002, 1.00003].map((last) =>
        aggregate([...Array.from({ length: 40 }, () => 8.9e-9), last * 1e-1], 'prod'),
      );
      expect([least, middle, most].toSorted((a, b) => higherFirst(a!, b!))).toEqual([most, middle, least]);
    });

    it('adds them up and counts them several times', () => {
      expect(higherFirst(sumOf([worse, worse]), worse)).toBeLessThan(0);
      expect(higherFirst(better, sumOf([worse, worse, worse, nil]))).toBeLessThan(0);
      expect(higherFirst(times(worse, 3), sumOf([worse, worse]))).toBeLessThan(0);
      expect(sumOf([worse, { score: 0.5 }])).toEqual({ score: 0.5 });
      expect(sumOf([nil, nil])).toEqual({ score: 0 });
    });
  });

  it('stays in [0, 1], and between the least and the greatest but for the product', () => {
    fc.assert(
      fc.property(scores, fc.constantFrom(...ways), (steps, way) => {
        const value = aggregate(steps, way).score;
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        if (way === 'prod') return;
        expect(value).toBeGreaterThanOrEqual(Math.min(...steps) - 1e-12);
        expect(value).toBeLessThanOrEqual(Math.max(...steps) + 1e-12);
      }),
    );
  });
});
