import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PuzzleProblem } from '#experiment/problem.ts';
import { anyPuzzleText } from '#experiment/puzzle/testing/arbitrary.ts';
import { canonicalPuzzle } from '#experiment/puzzle/canonical.ts';
import { presetPuzzles } from '#experiment/preset-puzzles.ts';
import { puzzles } from '#experiment/puzzles.ts';
import type { LoggedToken } from '#run/events.ts';
import { extractAnswer, extractFromTrace } from './extract.ts';
import { grade, reference } from './grade.ts';
import { mergeReason } from './merge-reason.ts';
import { namesIn, namesText } from './names.ts';
import { solvePuzzle } from './solve-puzzle.ts';

const nobody: PuzzleProblem = {
  family: 'puzzle',
  text: canonicalPuzzle(
    'Ann says Bob and Cid are different. Bob says Ann is a knight. Cid says Ann is a knight. Who is a knight?',
  ),
};
const { story, equations, knights } = puzzles;

describe('the answer of a puzzle', () => {
  it.each([
    [story, '19'],
    [equations, '9'],
    [knights, 'Bob and Cid'],
    [presetPuzzles.story, '56'],
    [presetPuzzles.equations, '16'],
    [presetPuzzles.knights, 'Eva, Fay and Gus'],
    [nobody, 'nobody'],
  ])('$0.text', (problem, answer) => expect(reference(problem)).toBe(answer));

  it('as it is shown, is graded right, and any other wrong', () => {
    fc.assert(
      fc.property(anyPuzzleText, (text) => {
        const problem: PuzzleProblem = { family: 'puzzle', text };
        const right = extractAnswer(problem, `</think> ${reference(problem)} <eos>`);
        expect(right && grade(problem, right)).toMatchObject({ outcome: 'right' });
        const solved = solvePuzzle(problem);
        const other =
          solved.kind === 'number'
            ? `${solved.value + 1}`
            : namesText(solved.names.length === 0 ? ['Ann'] : solved.names.slice(1));
        const wrong = extractAnswer(problem, `</think> ${other} <eos>`);
        expect(wrong && grade(problem, wrong)).toMatchObject({
          outcome: 'wrong',
          reason:
            solved.kind === 'names'
              ? { kind: 'other-names', right: solved.names }
              : { kind: 'other-number', right: reference(problem) },
        });
      }),
    );
  });
});

describe('who is a knight', () => {
  it.each([
    ['</think> Bob Cid <eos>', 'Bob and Cid', 'after-thinking'],
    ['</think> Cid Bob <eos>', 'Bob and Cid', 'after-thinking'],
    ['</think> nobody <eos>', 'nobody', 'after-thinking'],
    ['Cid, Bob and Ann', 'Ann, Bob and Cid', 'whole-text'],
    ['bob & cid.', 'Bob and Cid', 'whole-text'],
    ['So it fits. The answer is Ann, Bob and Cid.', 'Ann, Bob and Cid', 'the-answer-is'],
    ['Ann lies. \\boxed{\\text{Bob, Cid}}', 'Bob and Cid', 'boxed'],
    ['\\boxed{Nobody}', 'nobody', 'boxed'],
    ['Suppose Ann is a knave.\nSo Bob and Cid are knights.', 'Bob and Cid', 'last-line'],
    ['Ann is a knave. Bob is a knight and Cid is a knight.', 'Bob and Cid', 'last-line'],
    ['The knights are Cid and Bob, Ann is a knave.', 'Bob and Cid', 'last-line'],
    ['So **Bob** and **Cid** are knights.', 'Bob and Cid', 'last-line'],
    ['Ann and Bob', 'Ann and Bob', 'whole-text'],
    ['So it is Ann and Bob, surely.', 'Ann and Bob', 'last-line'],
    ['Ann is a knight and Bob is a knave.', 'Ann', 'last-line'],
    ['Ann is a knave, so it is Bob.', 'Bob', 'last-line'],
    ['Nobody is a knight: all of them lie.', 'nobody', 'last-line'],
    ['It all fits.\nKnights: Ann, Bob / Knaves: Cid', 'Ann and Bob', 'last-line'],
    ['So we know:\nKnights: Bob\nKnaves: Ann, Cid', 'Bob', 'last-line'],
    ['So we know:\n- Ann: knave\n- Bob: knight\n- Cid: knave', 'Bob', 'last-line'],
    ['So we know:\n1. **Ann**: knight\n2. **Bob**: knave\n3. **Cid**: knight\n', 'Ann and Cid', 'last-line'],
    ['**Answer:**\n- Ann is a knight\n- Bob is a knight\n- Cid is a knave', 'Ann and Bob', 'the-answer-is'],
    ['\\boxed{\\text{Bob} \\text{ and } \\text{Cid}}', 'Bob and Cid', 'boxed'],
    ['\\boxed{\\text{Knights: Bob, Cid; Knaves: Ann}}', 'Bob and Cid', 'boxed'],
    ['So neither Ann nor Bob nor Cid is a knight.', 'nobody', 'last-line'],
    [
      `<think> </think> ${'Ann lies, so Bob does not.\n'.repeat(100)}**Cid** and **Bob** are knights.`,
      'Bob and Cid',
      'after-thinking',
    ],
  ])('%s', (text, display, rule) => expect(extractAnswer(knights, text)).toMatchObject({ display, rule }));

  it.each([
    '</think> <eos>',
    '12',
    'I do not know.',
    '<think> suppose Ann knight',
    'Ann is a knave and Bob is a knave.',
    'Ann and **Bob** are both knaves.',
    'The knaves are Ann and Bob.',
    'Ann lies and Bob is a liar.',
    'Knaves: Ann, Bob',
    '- Ann: knave\n- Bob: knave',
    'Ann is not a knight.',
    'None of them is a knave.',
    'The answer is that Ann is a knave.',
  ])('%s answers nothing', (text) => expect(extractAnswer(knights, text)).toBeNull());

  it('counts as one vote in any order', () => {
    expect(extractAnswer(knights, 'Cid Bob')?.key).toBe(extractAnswer(knights, 'Bob and Cid')?.key);
    expect(extractAnswer(knights, 'none')?.key).toBe(extractAnswer(knights, 'nobody')?.key);
    expect(mergeReason(extractAnswer(knights, 'Cid Bob')!.key, 'Cid Bob', 'Bob and Cid')).toEqual({
      kind: 'same-people',
    });
    expect(extractAnswer(knights, 'Cid Bob')?.key).not.toBe(extractAnswer(knights, 'Bob')?.key);
    expect(namesIn('Annabel and Bob')).toEqual(['Bob']);
  });
});

describe('a number', () => {
  it.each([
    ['</think> 19 <eos>', '19', 'after-thinking'],
    ['19', '19', 'whole-text'],
    ['Cid has 8 + 11 = 19 apples. The answer is 19, all told.', '19', 'the-answer-is'],
  ])('%s', (text, display, rule) => expect(extractAnswer(story, text)).toMatchObject({ display, rule }));

  it('is not taken from a thought that was cut off, whatever its steps begin with', () => {
    const written =
      'Sub-question: Ann ? ; Answer: Ann has 7 ; Sub-question: Bob ? ; Answer: Bob has 7 + 5 = 12 ;'.split(
        ' ',
      );
    const tokens = written.map((text, id): LoggedToken => ({
      id,
      text,
      placement: 'word',
      role: 'thought',
      logprob: -0.5,
      forced: false,
      alternatives: [],
    }));
    expect(extractFromTrace(story, tokens)).toBeNull();
  });
});
