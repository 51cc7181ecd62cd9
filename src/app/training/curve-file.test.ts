import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { embeddedModel, embeddedModels } from '#policy/models.ts';
import { measuresOf } from '#views/training-curve/curve-points.ts';
import { curveBytes, parseCurve } from './curve-file.ts';
import { groupSize } from './story.ts';

const models = new URL('../../../public/models/', import.meta.url);
const configs = new URL('../../../training/configs/', import.meta.url);
const point = { step: 1, reward: 0.2, accuracy: 0.1, thinking: 0.13, tokens: 13, waits: 0.1, kl: 0 };
const file = {
  format: 1,
  family: 'arithmetic',
  what: 'GRPO on the base.',
  steps: [point, { ...point, step: 2 }],
};

describe('the curves that ship', () => {
  it('stand beside the models that the catalog says learnt from their own traces, and beside no other', () => {
    const shipped = embeddedModels
      .filter(({ id }) => existsSync(new URL(`${id}/curve.json`, models)))
      .map(({ id }) => id);
    expect(embeddedModels.filter(({ learnt }) => learnt).map(({ id }) => id)).toEqual(shipped);
    expect(shipped).not.toEqual([]);
  });
  it('are read, and start from a model of the same problems', async () => {
    for (const { id, families, learnt } of embeddedModels) {
      if (!learnt) continue;
      const text = await readFile(new URL(`${id}/curve.json`, models), 'utf8');
      expect(text.length).toBeLessThan(curveBytes / 2);
      const steps = parseCurve(text)?.steps;
      expect(steps, id).toBeDefined();
      expect(measuresOf(steps!), id).toContain(learnt.by === 'reinforcement' ? 'kl' : 'best');
      if (learnt.from !== null) expect(embeddedModel(learnt.from)?.families, id).toEqual(families);
    }
  });
  it('come from groups as large as the page says', async () => {
    const texts = await Promise.all(
      (await readdir(configs))
        .filter((name) => name.endsWith('.json'))
        .map((name) => readFile(new URL(name, configs), 'utf8')),
    );
    const groups = texts
      .map((text) => JSON.parse(text) as { readonly group?: number })
      .flatMap(({ group }) => group ?? []);
    expect(new Set(groups)).toEqual(new Set([groupSize]));
  });
});

describe('parseCurve', () => {
  const reads = (change: object) => parseCurve(JSON.stringify({ ...file, ...change })) !== null;
  it('reads what it needs and leaves the rest', () =>
    expect(parseCurve(JSON.stringify(file))?.steps[0]).toEqual({
      step: 1,
      accuracy: 0.1,
      thinking: 0.13,
      tokens: 13,
      waits: 0.1,
      kl: 0,
    }));
  it.each([
    ['another format', { format: 2 }],
    ['one point only', { steps: [point] }],
    [
      'more points than are ever written',
      { steps: Array.from({ length: 201 }, (_, place) => ({ ...point, step: place })) },
    ],
    ['steps out of order', { steps: [{ ...point, step: 2 }, point] }],
    ['the same step twice', { steps: [point, point] }],
    ['a share above all', { steps: [point, { ...point, step: 2, accuracy: 1.5 }] }],
    ['a number that is none', { steps: [point, { ...point, step: 2, tokens: null }] }],
    ['words without end', { what: 'x'.repeat(401) }],
  ])('refuses %s', (_, change) => expect(reads(change)).toBe(false));
  it('refuses what is not JSON', () => expect(parseCurve('<!doctype html>')).toBeNull());
});
