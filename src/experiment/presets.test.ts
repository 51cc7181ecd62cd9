import { crc32 } from 'node:zlib';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { defaultExperiment, defaultSampling, defaultStrategy, samplingFor, strategyFor } from './defaults.ts';
import { knobControl, verifierKnobsOf } from './control.ts';
import { problemUnavailable, unavailable, verifierUnavailable } from './fit.ts';
import { sourceUrl } from './sources.ts';
import {
  knobMatters,
  knobsOf,
  strategyGroups,
  strategyKinds as kinds,
  strategySchema,
  strategySheet,
  type Strategy,
  verifierUse,
} from './strategies.ts';
import { defaultVerifier, verifierKinds, type VerifierSpec } from './verifier.ts';
import { experimentSchema } from './experiment.ts';
import { families, familySheet } from './families.ts';
import arithmeticFile from './held-out/arithmetic.json' with { type: 'json' };
import {
  biggerArithmetic,
  harderArithmetic,
  heldOutArithmetic,
  heldOutCountdown,
  heldOutProblems,
  heldOutPuzzles,
} from './held-out.ts';
import { presets } from './presets.ts';
import { arithmeticLimits, problemSchema } from './problem.ts';
import type { Fact } from './puzzle/fact.ts';
import { parsePuzzle } from './puzzle/parse.ts';
import { puzzleKind } from './puzzle/canonical.ts';
import { puzzles } from './puzzles.ts';
import { questions } from './questions.ts';
import { surpriseProblem } from './surprise.ts';

const embedded = {
  families: ['countdown'],
  capabilities: { valueHead: true, fewShot: false, instructions: false },
} as const;

describe('what the page offers is valid', () => {
  test.each(presets)('preset $id', ({ experiment }) => {
    expect(v.is(experimentSchema, experiment)).toBe(true);
  });

  test('presets have names of their own', () => {
    expect(new Set(presets.map(({ id }) => id)).size).toBe(presets.length);
    expect(new Set(presets.map(({ experiment }) => JSON.stringify(experiment))).size).toBe(presets.length);
  });

  test.each(kinds)('default experiment of %s', (kind) => {
    for (const family of families) expect(v.is(experimentSchema, defaultExperiment(family, kind))).toBe(true);
  });
});

describe('what a sheet says', () => {
  test.each(kinds)('%s has a default for every knob', (kind) => {
    expect(sourceUrl(strategySheet(kind).source)).toMatch(/^https:\/\/arxiv\.org\/abs\/\d{4}\.\d{5}$/);
    // A model that is named besides the thinking one is named by nobody at first.
    expect(
      knobsOf(kind)
        .filter((knob) => knobControl(kind, knob).type !== 'model')
        .toSorted(),
    ).toEqual(
      Object.keys(defaultStrategy(kind))
        .filter((key) => key !== 'kind')
        .toSorted(),
    );
  });

  test.each(kinds)('%s stands in the menu, and names a second model by a knob of that type', (kind) => {
    expect(strategyGroups.flatMap((group) => group.kinds)).toContain(kind);
    const models = knobsOf(kind).filter((knob) => knobControl(kind, knob).type === 'model');
    expect(models).toEqual([strategySheet(kind).secondModel].filter((knob) => knob !== undefined));
  });

  test.each(kinds)('%s uses its verifier for something, if it has one', (kind) => {
    const strategy: Strategy = defaultStrategy(kind);
    expect(verifierUse(strategy) !== null).toBe('verifier' in strategy);
  });

  test.each(verifierKinds)('the verifier %s has a default for every knob of the form', (kind) => {
    expect(v.is(strategySchema, { ...defaultStrategy('best-of-n'), verifier: defaultVerifier(kind) })).toBe(
      true,
    );
    expect(verifierKnobsOf(kind).toSorted()).toEqual(
      Object.keys(defaultVerifier(kind))
        .filter((key) => key !== 'kind')
        .toSorted(),
    );
  });

  test('a knob can make no difference as the others are set', () => {
    const thoughts = defaultStrategy('tree-of-thoughts');
    expect(knobMatters(thoughts, 'breadth')).toBe(true);
    expect(knobMatters(thoughts, 'threshold')).toBe(false);
    expect(knobMatters({ ...thoughts, search: 'dfs' }, 'breadth')).toBe(false);
  });

  test('a verifier that does not fit strategy or model says why', () => {
    const fits = (spec: VerifierSpec, strategy: Strategy) =>
      verifierUnavailable(spec, strategy, embedded, 'countdown');
    expect(fits({ kind: 'outcome' }, defaultStrategy('best-of-n'))).toBeNull();
    expect(fits({ kind: 'outcome' }, defaultStrategy('beam-search'))).toBe('finished-only');
    expect(fits({ kind: 'outcome' }, { ...defaultStrategy('mcts'), evaluation: 'rollout' })).toBeNull();
    expect(fits({ kind: 'generative' }, defaultStrategy('mcts'))).toBe('cannot-judge');
    expect(fits({ kind: 'rule' }, defaultStrategy('direct'))).toBe('no-verifier');
    for (const kind of kinds) {
      const strategy: Strategy = defaultStrategy(kind);
      if ('verifier' in strategy) expect(fits(strategy.verifier, strategy)).toBeNull();
    }
  });

  test('what a strategy needs and a model lacks is a fact', () => {
    const nothing = { valueHead: false, fewShot: false, instructions: false, goesOn: false };
    for (const kind of kinds)
      expect(unavailable(defaultStrategy(kind), { families: [], capabilities: nothing, thinks: false })).toBe(
        strategySheet(kind).needs?.[0] ?? null,
      );
    expect(unavailable(defaultStrategy('few-shot'), embedded)).toBe('examples');
    expect(
      unavailable(defaultStrategy('few-shot'), {
        ...embedded,
        capabilities: { ...embedded.capabilities, fewShot: true },
      }),
    ).toBeNull();
    expect(unavailable(defaultStrategy('budget-forcing'), embedded)).toBeNull();
    expect(unavailable(defaultStrategy('budget-forcing'), { ...embedded, thinks: false })).toBe(
      'thinking-end',
    );
    expect(problemUnavailable('countdown', embedded)).toBeNull();
    expect(problemUnavailable('arithmetic', embedded)).toEqual({
      known: ['countdown'],
      wanted: 'arithmetic',
    });
  });
});

describe('a model that follows instructions', () => {
  const follower = {
    families: ['question' as const],
    capabilities: { valueHead: false, fewShot: true, instructions: true },
  };

  test('samples as the reasoning models’ cards recommend, whatever the strategy', () => {
    for (const kind of kinds)
      expect(samplingFor(follower, kind)).toEqual({
        temperature: 0.6,
        topK: 0,
        topP: 0.95,
        minP: 0,
        maxTokens: 2048,
      });
    for (const kind of kinds) expect(samplingFor(embedded, kind)).toEqual(defaultSampling(kind));
  });

  test('gets settings that are valid, and verifiers that it can serve', () => {
    for (const kind of kinds) {
      const strategy: Strategy = strategyFor(follower, kind);
      expect(v.parse(strategySchema, strategy)).toEqual(strategy);
      if ('verifier' in strategy)
        expect(verifierUnavailable(strategy.verifier, strategy, follower, 'question')).toBeNull();
      expect(strategyFor(embedded, kind)).toEqual(defaultStrategy(kind));
    }
  });

  test('has priors of MCTS per token, since its steps differ in length', () => {
    expect(strategyFor(follower, 'mcts').prior).toBe('per-token');
    expect(strategyFor(embedded, 'mcts').prior).toBe('sum');
  });

  test('settings for puzzles let their many steps be taken, and differ in nothing else but the examples', () => {
    for (const kind of kinds) {
      const strategy: Strategy = strategyFor({ ...embedded, families: ['puzzle'] }, kind);
      expect(v.parse(strategySchema, strategy)).toEqual(strategy);
      const longer = {
        ...('maxSteps' in strategy ? { maxSteps: 24 } : {}),
        ...('thinkingTokens' in strategy ? { thinkingTokens: 250 } : {}),
      };
      expect(strategy).toEqual({
        ...defaultStrategy(kind),
        ...longer,
        ...('shots' in strategy ? { shots: 3 } : {}),
      });
      expect(samplingFor({ ...embedded, families: ['puzzle'] }, kind)).toEqual({
        ...defaultSampling(kind),
        maxTokens: 300,
      });
      expect(defaultExperiment('puzzle', kind).strategy).toEqual(strategy);
    }
  });

  test('cannot be judged by rule, nor by an answer that nobody gave', () => {
    const strategy = defaultStrategy('best-of-n');
    expect(verifierUnavailable({ kind: 'rule' }, strategy, follower, 'question')).toBe('no-rule');
    expect(
      verifierUnavailable({ kind: 'oracle' }, strategy, follower, { family: 'question', text: 'Why?' }),
    ).toBe('no-reference');
    expect(
      verifierUnavailable({ kind: 'oracle' }, strategy, follower, {
        family: 'question',
        text: 'Why?',
        answer: 'So',
      }),
    ).toBeNull();
  });
});

test('an experiment that was saved before there were budgets has none', () => {
  const { budget: _, ...old } = defaultExperiment('countdown');
  expect(v.parse(experimentSchema, old)).toEqual(defaultExperiment('countdown'));
});

/** A fact and all that it rests on. */
function needed(fact: Fact): ReadonlySet<Fact> {
  const terms = fact.working ? [fact.working.left, fact.working.right] : [];
  return new Set([fact, ...terms.flatMap((term) => (typeof term === 'number' ? [] : [...needed(term)]))]);
}

describe('held-out problems', () => {
  test('are valid, and say where they come from', async () => {
    for (const family of families.filter((one) => familySheet(one).trained)) {
      const problems = await heldOutProblems(family);
      expect(problems.length).toBeGreaterThanOrEqual(100);
      for (const problem of problems) expect(v.is(problemSchema, problem)).toBe(true);
    }
    const games = heldOutCountdown();
    expect(
      games.slice(0, 300).every(({ problem, source }) => problem.target === 24 && source !== 'other-target'),
    ).toBe(true);
    expect(games.slice(300).every(({ source }) => source === 'other-target')).toBe(true);
    expect(games.filter(({ source }) => source === 'tree-of-thoughts')).toHaveLength(100);
  });

  test('carry exact answers', () => {
    for (const { problem, answer } of [
      ...heldOutArithmetic(),
      ...harderArithmetic(),
      ...biggerArithmetic(),
    ]) {
      expect(
        problem.terms.reduce((sum, { sign, left, right }) => sum + (sign === '-' ? -1 : 1) * left * right, 0),
      ).toBe(answer);
    }
  });

  test('harder sums have more products than any that was trained on, all of them held out', async () => {
    const pairs = new Set(arithmeticFile.pairs.map(([left, right]) => `${left} ${right}`));
    const harder = (await heldOutProblems('arithmetic', 'harder')).flatMap((problem) =>
      problem.family === 'arithmetic' ? [problem.terms] : [],
    );
    for (const count of [4, 5]) expect(harder.filter((terms) => terms.length === count)).toHaveLength(100);
    expect(new Set(harder.map((terms) => JSON.stringify(terms))).size).toBe(200);
    for (const { left, right } of harder.flat()) expect(pairs).toContain(`${left} ${right}`);
    expect(Math.max(...heldOutArithmetic().map(({ problem }) => problem.terms.length))).toBe(
      arithmeticLimits.trained.products,
    );
    expect(Math.max(...harder.map((terms) => terms.length))).toBe(arithmeticLimits.products);
  });

  test('bigger sums have larger factors than any that was trained on', () => {
    const bigger = biggerArithmetic().map(({ problem }) => problem.terms);
    for (const count of [1, 2]) expect(bigger.filter((terms) => terms.length === count)).toHaveLength(100);
    expect(new Set(bigger.map((terms) => JSON.stringify(terms))).size).toBe(200);
    expect(Math.max(...arithmeticFile.pairs.map(([left]) => left!))).toBeLessThanOrEqual(
      arithmeticLimits.trained.left,
    );
    expect(Math.min(...bigger.flat().map(({ left }) => left))).toBeGreaterThan(arithmeticLimits.trained.left);
  });

  test('puzzles carry exact answers, steps and kinds, and are those that no training takes', async () => {
    for (const { problem, kind, answer, steps } of [
      ...heldOutPuzzles('held-out'),
      ...heldOutPuzzles('harder'),
    ]) {
      const puzzle = parsePuzzle(problem.text);
      if (puzzle.kind === 'failure') throw new Error(`${problem.text}: ${puzzle.reason.why}`);
      expect(puzzle.kind).toBe(kind);
      expect(
        puzzle.kind === 'knights' ? puzzle.knights.join(' ') || 'nobody' : `${puzzle.answer}`,
        problem.text,
      ).toBe(answer);
      if (puzzle.kind !== 'knights') expect(needed(puzzle.chain.at(-1)!).size, problem.text).toBe(steps);
      expect(crc32(problem.text) % 10, problem.text).toBe(0);
    }
    expect(await heldOutProblems('puzzle', 'harder')).toHaveLength(300);
    for (const { steps, kind } of heldOutPuzzles('harder'))
      if (kind !== 'knights') expect(steps).toBeGreaterThan(6);
  });

  test('a surprise is one of them, whatever the draw', async () => {
    const problems = await heldOutProblems('countdown');
    for (const draw of [0, 1, problems.length - 1, problems.length, 0xffffffff])
      expect(problems).toContainEqual(await surpriseProblem('countdown', draw));
    await expect(surpriseProblem('countdown', 0.5)).rejects.toThrow(RangeError);
  });

  test('a surprising sum is no longer than those that were trained on', async () => {
    const problems = await heldOutProblems('arithmetic');
    expect(problems).toHaveLength(300);
    for (const draw of problems.keys())
      expect(await surpriseProblem('arithmetic', draw)).toEqual(problems[draw]);
    expect(await surpriseProblem('arithmetic', problems.length)).toEqual(problems[0]);
  });

  test('a puzzle is followed by one of its kind', async () => {
    for (const [kind, problem] of Object.entries(puzzles)) {
      for (const draw of [0, 7, 0xffffffff]) {
        const surprise = await surpriseProblem(problem, draw);
        expect(await heldOutProblems('puzzle')).toContainEqual(surprise);
        expect(surprise.family === 'puzzle' && puzzleKind(surprise.text)).toBe(kind);
      }
    }
  });

  test('in words there are none, but a surprise is one of this page’s own questions', async () => {
    expect(await heldOutProblems('question')).toEqual([]);
    expect(Object.values(questions)).toContainEqual(await surpriseProblem('question', 4));
  });

  test('presets with problems of their own use held-out ones', async () => {
    const sorted = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b).join(' ');
    const games = new Set(heldOutCountdown().map(({ problem }) => sorted(problem.numbers)));
    for (const {
      experiment: { problem },
    } of presets) {
      // Games in any order of their numbers; puzzles by the checksum that training leaves out.
      if (problem.family === 'countdown') expect(games.has(sorted(problem.numbers))).toBe(true);
      else if (problem.family === 'puzzle') expect(crc32(problem.text) % 10).toBe(0);
      else
        expect([
          ...(await heldOutProblems(problem.family)),
          ...((await familySheet(problem).surprises?.()) ?? []),
        ]).toContainEqual(problem);
    }
  });
});
