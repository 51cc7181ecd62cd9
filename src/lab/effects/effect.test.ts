import { expect, it } from 'vitest';
import { verifierModel } from '#experiment/verifier.ts';
import { embeddedModel } from '#policy/models.ts';
import { effects } from './effects.ts';

it('names every claim once and compares at least two arms', () => {
  expect(new Set(effects.map(({ claim }) => claim)).size).toBe(effects.length);
  for (const { arms } of effects) expect(arms.length).toBeGreaterThanOrEqual(2);
});

it('asks models that ship, which know the problems', () => {
  for (const { family, arms } of effects) {
    for (const { model, strategy } of arms) {
      const judge = 'verifier' in strategy ? verifierModel(strategy.verifier) : null;
      for (const id of [model, judge ?? model]) expect(embeddedModel(id)?.families, id).toContain(family);
    }
  }
});
