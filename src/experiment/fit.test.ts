import { describe, expect, it } from 'vitest';
import type { ModelAbilities } from './abilities.ts';
import { unfit } from './fit.ts';
import type { VerifierSpec } from './verifier.ts';

const model = (valueHead: boolean, instructions: boolean) => ({
  families: ['countdown' as const],
  capabilities: { valueHead, instructions, fewShot: false },
});
const learnt = (skills: Partial<ModelAbilities['capabilities']>) => ({
  ...model(true, false),
  capabilities: { ...model(true, false).capabilities, ...skills },
});
const specs: readonly VerifierSpec[] = [
  { kind: 'rule' },
  { kind: 'outcome' },
  { kind: 'process' },
  { kind: 'rollouts', rollouts: 4, estimate: 'soft' },
  { kind: 'majority' },
  { kind: 'generative' },
  { kind: 'self-evaluation', evaluations: 3 },
  { kind: 'oracle' },
];
const fitting = (info: ModelAbilities, use: 'steps' | 'traces') =>
  specs.filter((spec) => unfit(spec, info, 'countdown', use) === null).map(({ kind }) => kind);

describe('unfit', () => {
  it('lets a model with a value head be judged by all that need no words', () => {
    expect(fitting(model(true, false), 'traces')).toEqual([
      'rule',
      'outcome',
      'process',
      'rollouts',
      'majority',
      'oracle',
    ]);
    expect(fitting(model(true, false), 'steps')).toEqual(['rule', 'process', 'rollouts']);
  });

  it('lets a model that follows instructions be asked', () => {
    expect(fitting(model(false, true), 'steps')).toEqual([
      'rule',
      'rollouts',
      'generative',
      'self-evaluation',
    ]);
  });

  it('lets a model that has learnt to judge be asked about steps, but not for other words', () => {
    expect(fitting(learnt({ judge: true }), 'steps')).toEqual(['rule', 'process', 'rollouts', 'generative']);
  });

  it('lets a model that has learnt the words for it be asked for them', () => {
    expect(fitting(learnt({ value: true }), 'steps')).toEqual([
      'rule',
      'process',
      'rollouts',
      'self-evaluation',
    ]);
    expect(fitting(learnt({ judge: true, value: true }), 'traces')).toEqual(specs.map(({ kind }) => kind));
  });

  it('lets a model with a value head judge one that has none, where both know the same problems', () => {
    const process = { kind: 'process', model: 'judge' } as const;
    expect(unfit(process, model(false, false), 'countdown', 'steps', model(true, false))).toBeNull();
    expect(
      unfit({ ...process, kind: 'outcome' }, model(false, false), 'countdown', 'traces', model(true, false)),
    ).toBeNull();
    expect(
      unfit({ ...process, kind: 'outcome' }, model(false, false), 'countdown', 'steps', model(true, false)),
    ).toBe('finished-only');
    expect(unfit(process, model(true, false), 'countdown', 'steps', model(false, false))).toBe(
      'model-without-head',
    );
    expect(unfit(process, model(true, false), 'countdown', 'steps')).toBe('unknown-model');
    for (const families of [['arithmetic'], ['countdown', 'arithmetic', 'question']] as const) {
      expect(
        unfit(process, model(true, false), 'countdown', 'steps', { ...model(true, false), families }),
      ).toBe('model-of-other-problems');
      expect(
        unfit(
          process,
          { ...model(true, true), families: [...families, 'countdown'] },
          'countdown',
          'steps',
          model(true, false),
        ),
      ).toBe('model-of-other-problems');
    }
  });

  it('refuses problems that the model does not know', () => {
    expect(unfit({ kind: 'rule' }, model(true, true), 'arithmetic', 'traces')).toBe('other-problems');
  });
});
