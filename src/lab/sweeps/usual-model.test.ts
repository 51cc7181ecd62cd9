import { expect, it } from 'vitest';
import type { Problem } from '#experiment/problem.ts';
import { defaultProblem, defaultStrategy } from '#experiment/defaults.ts';
import { embeddedModel } from '#policy/models.ts';
import { smallSweep } from './testing.ts';
import { withUsualModel } from './usual-model.ts';

const find = (id: string) => embeddedModel(id) ?? null;
const sums: readonly Problem[] = [defaultProblem('arithmetic')];
const arms = smallSweep.arms.slice(0, 1).flatMap((arm) => [
  { ...arm, strategy: { kind: 'direct' } as const, model: 'countdown' },
  { ...arm, strategy: { kind: 'direct' } as const, model: 'arithmetic-sft' },
  {
    ...arm,
    strategy: {
      ...defaultStrategy('best-of-n'),
      verifier: { kind: 'process', model: 'countdown-prm' } as const,
    },
    model: 'countdown',
  },
]);

it('gives the usual model of the problems to the arms that can answer with it, and to no other', () => {
  const usual = withUsualModel({ arms }, sums, find);
  expect(usual?.model).toBe('arithmetic');
  expect(usual?.arms.map(({ model }) => model)).toEqual(['arithmetic', 'arithmetic-sft', 'countdown']);
});

it('has nothing to offer where no arm is mended by it, or where problems are of several families', () => {
  expect(withUsualModel({ arms: arms.slice(1) }, sums, find)).toBeNull();
  expect(withUsualModel({ arms }, [...sums, defaultProblem('countdown')], find)).toBeNull();
});
