import { crc32 } from 'node:zlib';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { families, familySheet } from './families.ts';
import arithmeticFile from './held-out/arithmetic.json' with { type: 'json' };
import { heldOutProblems } from './held-out.ts';
import { heldOutArithmetic } from './held-out/arithmetic.ts';
import { biggerArithmetic } from './held-out/arithmetic-bigger.ts';
import { harderArithmetic } from './held-out/arithmetic-harder.ts';
import { heldOutCountdown } from './held-out/countdown.ts';
import { heldOutPuzzles } from './held-out/puzzle.ts';
import { presets } from './presets.ts';
import { arithmeticLimits, problemSchema } from './problem.ts';
import type { Fact } from './puzzle/fact.ts';
import { parsePuzzle } from './puzzle/parse.ts';
import { puzzleKind } from './puzzle/canonical.ts';
import { puzzles } from './puzzles.ts';
import { questions } from './questions.ts';
import { surpriseProblem } from './surprise.ts';

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
