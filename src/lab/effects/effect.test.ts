import { describe, expect, it } from 'vitest';
import { verifierModel } from '../../experiment/verifier.ts';
import { catalogModel } from '../../policy/catalog.ts';
import { share } from '../statistics.ts';
import { verdictOf } from './effect.ts';
import { effects } from './effects.ts';

const of300 = (...right: number[]) => right.map((count) => share(count, 300));

describe('the verdict on a claim', () => {
  it('is shown where accuracy rises from arm to arm by as much as was hoped for', () => {
    expect(verdictOf({ atLeast: 0.15 }, of300(120, 150, 200))).toBe('shown');
  });
  it('is partly where it rises by less, or not in order', () => {
    expect(verdictOf({ atLeast: 0.5 }, of300(120, 200))).toBe('partly');
    expect(verdictOf({ atLeast: 0.1 }, of300(120, 220, 200))).toBe('partly');
  });
  it('is unclear where the intervals overlap, whatever the direction', () => {
    expect(verdictOf({ atLeast: 0 }, of300(150, 155))).toBe('unclear');
    expect(verdictOf({ atLeast: 0 }, of300(155, 150))).toBe('unclear');
  });
  it('is opposite where the last arm is clearly below the first', () => {
    expect(verdictOf({ atLeast: 0 }, of300(200, 120))).toBe('opposite');
  });
  it('needs two arms', () => {
    expect(() => verdictOf({ atLeast: 0 }, of300(1))).toThrow(RangeError);
  });
});

it('names every claim once and compares at least two arms', () => {
  expect(new Set(effects.map(({ claim }) => claim)).size).toBe(effects.length);
  for (const { arms } of effects) expect(arms.length).toBeGreaterThanOrEqual(2);
});

it('asks models that ship, which know the problems', () => {
  for (const { family, arms } of effects) {
    for (const { model, strategy } of arms) {
      const judge = 'verifier' in strategy ? verifierModel(strategy.verifier) : null;
      for (const id of [model, judge ?? model]) expect(catalogModel(id)?.families, id).toContain(family);
    }
  }
});
