import { expect, it } from 'vitest';
import type { JudgingModel } from '#policy/model-handle.ts';
import { embeddedModel, verifiersFor } from '#policy/models.ts';
import { judgesFor } from './judges.ts';

const judge = (id: string, verifier: JudgingModel['verifier']): JudgingModel => ({
  ...embeddedModel('arithmetic')!,
  id,
  verifier,
});
const models = [judge('prm', 'process'), judge('orm', 'outcome')];

it('offers the model itself first, then those that judge in the same way', () => {
  expect(judgesFor('process', 'arithmetic', models)).toEqual([
    { kind: 'process' },
    { kind: 'process', model: 'prm' },
  ]);
  expect(judgesFor('outcome', 'arithmetic', models)).toEqual([
    { kind: 'outcome' },
    { kind: 'outcome', model: 'orm' },
  ]);
  expect(judgesFor('rule', 'arithmetic', models)).toEqual([{ kind: 'rule' }]);
});

it('knows each model by the problems it was trained on', () => {
  for (const family of ['countdown', 'arithmetic'] as const)
    expect(
      verifiersFor(family).every(
        ({ families, capabilities }) => families.includes(family) && capabilities.valueHead,
      ),
    ).toBe(true);
});
