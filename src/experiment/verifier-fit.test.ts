import { describe, expect, it } from 'vitest';
import type { ModelAbilities } from './abilities.ts';
import { unfit } from './verifier-fit.ts';
import type { VerifierSpec } from './verifier.ts';

const model = (valueHead: boolean, instructions: boolean) => ({ families: ['countdown' as const], capabilities: { valueHead, instructions, fewShot: false } });
const specs: readonly VerifierSpec[] = [
  { kind: 'rule' }, { kind: 'outcome' }, { kind: 'process' }, { kind: 'rollouts', rollouts: 4, estimate: 'soft' }, { kind: 'majority' }, { kind: 'generative' },
  { kind: 'self-evaluation', evaluations: 3 }, { kind: 'oracle' },
];
const fitting = (info: ModelAbilities, use: 'steps' | 'traces') => specs.filter((spec) => unfit(spec, info, 'countdown', use) === null).map(({ kind }) => kind);

describe('unfit', () => {
  it('lets a model with a value head be judged by all that need no words', () => {
    expect(fitting(model(true, false), 'traces')).toEqual(['rule', 'outcome', 'process', 'rollouts', 'majority', 'oracle']);
    expect(fitting(model(true, false), 'steps')).toEqual(['rule', 'process', 'rollouts']);
  });

  it('lets a model that follows instructions be asked', () => {
    expect(fitting(model(false, true), 'steps')).toEqual(['rule', 'rollouts', 'generative', 'self-evaluation']);
  });

  it('lets a model that has learnt to judge be asked about steps, but not in words', () => {
    expect(fitting({ ...model(true, false), judges: true }, 'steps')).toEqual(['rule', 'process', 'rollouts', 'generative']);
  });

  it('says why, as a sentence', () => {
    for (const spec of specs) expect(unfit(spec, model(false, false), 'countdown', 'steps') ?? 'It fits.').toMatch(/^[A-Z].*\.$/);
    expect(unfit({ kind: 'rule' }, model(true, true), 'arithmetic', 'traces')).toMatch(/not trained/);
  });
});
