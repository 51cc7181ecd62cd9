import { describe, expect, it } from 'vitest';
import { heldOutProblems } from '#experiment/held-out.ts';
import { embeddedModel } from '#policy/models.ts';
import { type Axis, armsOfAxes } from './axes.ts';
import { differingSettings, settingOf } from './settings.ts';
import { smallSweep } from './testing.ts';

const problems = await heldOutProblems('arithmetic');
const base = smallSweep.arms[2]!;
const made = (...axes: readonly Axis[]) =>
  armsOfAxes(base, axes, { find: (id) => embeddedModel(id) ?? null, problems, tokens: 0 });
const axis = (setting: string, ...values: readonly unknown[]): Axis => ({ setting, values });
const settings = (arms: ReturnType<typeof made>['arms'], ...names: readonly string[]) =>
  arms.map((arm) => names.map((name) => settingOf(arm, name, 0)));

describe('axes over a base', () => {
  it('make every combination', () => {
    const { arms, leftOut } = made(
      axis('samples', 2, 4),
      axis('temperature', 0.5, 1),
      axis('budget', 0, 900),
    );
    expect(settings(arms, 'samples', 'temperature', 'budget')).toEqual(
      [2, 4].flatMap((samples) =>
        [0.5, 1].flatMap((heat) => [0, 900].map((tokens) => [samples, heat, tokens])),
      ),
    );
    expect(leftOut).toEqual([]);
    expect(differingSettings(arms, 0)).toEqual(['samples', 'temperature', 'budget']);
  });

  it('multiply a strategy by its own settings alone', () => {
    const { arms } = made(
      axis('samples', 4, 8),
      axis('strategy', 'direct', 'self-consistency', 'best-of-n'),
      axis('verifier', { kind: 'rule' }, { kind: 'process', model: 'arithmetic-prm' }),
    );
    expect(settings(arms, 'strategy', 'samples').map((row) => row.join(' '))).toEqual([
      'direct ',
      'self-consistency 4',
      'self-consistency 8',
      'best-of-n 4',
      'best-of-n 4',
      'best-of-n 8',
      'best-of-n 8',
    ]);
  });

  it('leave out what comes to the same, cannot be run or set, and say so', () => {
    const { arms, leftOut } = made(
      axis('model', 'arithmetic', 'countdown'),
      axis('temperature', 0, 0.7),
      axis('samples', 1, 2, 65),
      axis('simulations', 10),
    );
    expect(settings(arms, 'temperature', 'samples')).toEqual([
      [0, 1],
      [0.7, 1],
      [0.7, 2],
    ]);
    expect(leftOut.map(({ kind }) => kind).toSorted()).toEqual([
      'invalid',
      'no-setting',
      'same',
      'unfit',
      'unfit',
      'unfit',
      'unfit',
    ]);
    expect(leftOut).toContainEqual({ kind: 'invalid', setting: 'samples', value: 65 });
    expect(leftOut).toContainEqual({ kind: 'no-setting', setting: 'simulations' });
    expect(leftOut.find(({ kind }) => kind === 'same')).toMatchObject({ as: 0 });
  });

  it('are bounded', () => {
    const many = (count: number) => Array.from({ length: count }, (_, value) => value + 1);
    const { arms, leftOut } = made(axis('samples', ...many(64)), axis('maxTokens', ...many(4000)));
    expect(arms).toHaveLength(64);
    expect(leftOut).toEqual([{ kind: 'too-many', most: 64 }]);
  });
});
