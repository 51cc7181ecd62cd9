import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyExperiment } from './testing/arbitrary.ts';
import { defaultExperiment } from './defaults.ts';
import { newestVersion, upgraded, versionOf } from './link-version.ts';

describe('the version of a link', () => {
  it('is never newer than the newest', () => {
    fc.assert(
      fc.property(anyExperiment, (experiment) => {
        expect(versionOf(experiment)).toBeGreaterThanOrEqual(1);
        expect(versionOf(experiment)).toBeLessThanOrEqual(newestVersion);
      }),
    );
  });

  it('counts what only a comparison holds', () => {
    const side = { kind: 'mcts' } as const;
    const compare = (...arms: readonly { kind: 'mcts'; model?: string }[]) => ({ arms, tokens: 500 });
    expect(versionOf(defaultExperiment('countdown'), compare(side, side))).toBe(1);
    expect(versionOf(defaultExperiment('countdown'), compare(side, { ...side, model: 'puzzles' }))).toBe(2);
  });
});

describe('upgraded', () => {
  const steps = new Map([
    [1, (content: unknown) => ({ content, from: 1 })],
    [3, (content: unknown) => ({ content, from: 3 })],
  ]);

  it('takes every step from the version of the content to the newest, in order', () => {
    expect(upgraded('a', 1, steps, 4)).toEqual({ content: { content: 'a', from: 1 }, from: 3 });
    expect(upgraded('a', 2, steps, 4)).toEqual({ content: 'a', from: 3 });
    expect(upgraded('a', 4, steps, 4)).toBe('a');
  });

  it('leaves content as it is where versions differ only in what they may hold', () => {
    expect(upgraded('a', 1)).toBe('a');
  });
});
