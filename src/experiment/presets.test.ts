import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { defaultExperiment, defaultStrategy } from './defaults.ts';
import { knobDescriptions, knobsOf, problemUnavailable, requirements, sourceUrl, strategyDescriptions, unavailable } from './describe.ts';
import { experimentSchema, strategySchema } from './experiment.ts';
import { heldOutArithmetic, heldOutCountdown, heldOutProblems, surpriseProblem } from './held-out.ts';
import { presets } from './presets.ts';
import { problemSchema } from './problem.ts';

const kinds = strategySchema.options.map((option) => option.entries.kind.literal);
const embedded = { families: ['countdown'], capabilities: { valueHead: true, fewShot: false, instructions: false } } as const;

describe('what the page offers is valid', () => {
  test.each(presets)('preset $id', ({ experiment, why }) => {
    expect(v.is(experimentSchema, experiment)).toBe(true);
    expect(why).toMatch(/^[A-Z][^\n]{20,120}\.$/);
  });

  test('presets have names of their own', () => {
    expect(new Set(presets.map(({ id }) => id)).size).toBe(presets.length);
    expect(new Set(presets.map(({ experiment }) => JSON.stringify(experiment))).size).toBe(presets.length);
  });

  test.each(kinds)('default experiment of %s', (kind) => {
    expect(v.is(experimentSchema, defaultExperiment('countdown', kind))).toBe(true);
    expect(v.is(experimentSchema, defaultExperiment('arithmetic', kind))).toBe(true);
  });
});

describe('every choice is explained', () => {
  test.each(kinds)('%s', (kind) => {
    expect(strategyDescriptions[kind].does).toMatch(/\.$/);
    expect(sourceUrl(strategyDescriptions[kind].source)).toMatch(/^https:\/\/arxiv\.org\/abs\/\d{4}\.\d{5}$/);
    expect(knobsOf(kind).toSorted()).toEqual(Object.keys(defaultStrategy(kind)).filter((key) => key !== 'kind').toSorted());
    for (const knob of knobsOf(kind)) expect(knobDescriptions[knob].name).not.toBe('');
  });

  test('what a model lacks is said in words', () => {
    expect(unavailable(defaultStrategy('few-shot'), embedded)).toMatch('trained on one problem at a time');
    expect(unavailable(defaultStrategy('few-shot'), { ...embedded, capabilities: { ...embedded.capabilities, fewShot: true } })).toBeNull();
    expect(unavailable(defaultStrategy('self-consistency'), embedded)).toBeNull();
    expect(requirements(defaultStrategy('few-shot')).capabilities).toEqual(['fewShot']);
    expect(problemUnavailable('countdown', embedded)).toBeNull();
    expect(problemUnavailable('arithmetic', embedded)).toBe('This model only knows countdown games, not arithmetic.');
  });
});

describe('held-out problems', () => {
  test('are valid, and say where they come from', () => {
    for (const family of ['countdown', 'arithmetic'] as const) {
      const problems = heldOutProblems(family);
      expect(problems.length).toBeGreaterThanOrEqual(100);
      for (const problem of problems) expect(v.is(problemSchema, problem)).toBe(true);
    }
    const games = heldOutCountdown();
    expect(games.slice(0, 300).every(({ problem, source }) => problem.target === 24 && source !== 'other-target')).toBe(true);
    expect(games.slice(300).every(({ source }) => source === 'other-target')).toBe(true);
    expect(games.filter(({ source }) => source === 'tree-of-thoughts')).toHaveLength(100);
  });

  test('carry exact answers', () => {
    for (const { problem, answer } of heldOutArithmetic()) {
      expect(problem.terms.reduce((sum, { sign, left, right }) => sum + (sign === '-' ? -1 : 1) * left * right, 0)).toBe(answer);
    }
  });

  test('a surprise is one of them, whatever the draw', () => {
    const problems = heldOutProblems('countdown');
    for (const draw of [0, 1, problems.length - 1, problems.length, 0xffffffff]) expect(problems).toContainEqual(surpriseProblem('countdown', draw));
    expect(() => surpriseProblem('countdown', 0.5)).toThrow(RangeError);
  });

  test('presets with problems of their own use held-out ones', () => {
    const sorted = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b).join(' ');
    const games = new Set(heldOutCountdown().map(({ problem }) => sorted(problem.numbers)));
    const sums = new Set(heldOutArithmetic().map(({ problem }) => JSON.stringify(problem.terms)));
    for (const { experiment: { problem } } of presets) {
      expect(problem.family === 'countdown' ? games.has(sorted(problem.numbers)) : sums.has(JSON.stringify(problem.terms))).toBe(true);
    }
  });
});
