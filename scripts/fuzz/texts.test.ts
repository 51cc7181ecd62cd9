import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractAnswer } from '#answers/extract.ts';
import { grade, reference } from '#answers/grade.ts';
import { majority } from '#answers/majority.ts';
import { solvePuzzle } from '#answers/solve-puzzle.ts';
import { anyProblem } from '#experiment/testing/arbitrary.ts';
import { canonicalPuzzle } from '#experiment/puzzle/canonical.ts';
import { parsePuzzle } from '#experiment/puzzle/parse.ts';
import { names, operators, things, variables } from '#experiment/puzzle/words.ts';
import { damaged } from './damage.ts';
import { fuzz } from './fuzz.ts';

const said = fc
  .array(
    fc.constantFrom(
      '</think>',
      '<think>',
      '\\boxed{',
      '}',
      '{',
      '\\frac',
      '\\sqrt',
      '^',
      '_',
      '$',
      '\\(',
      '\\)',
      'The answer is ',
      '= ',
      '24',
      '1,000',
      '3.5e400',
      '−7',
      '½',
      '(',
      ')',
      ' / 0',
      ' * ',
      ' + ',
      '%',
      '**',
      'Ann',
      ' and ',
      'no one',
      '٣',
      '\n',
      ' ',
      '1/3',
      '\\text{',
      'x',
      'π',
      '[1, 2)',
      '##',
      '#### ',
      '\u200b',
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(''));

describe('what models say', () => {
  it('is read as an answer or as none, and an answer can be graded and voted on', () =>
    fuzz(
      'outputs',
      fc.tuple(anyProblem, fc.oneof(said, damaged(said), fc.string({ unit: 'binary' })), fc.boolean()),
      ([problem, text, thinking]) => {
        const answer = extractAnswer(problem, text, { thinking });
        if (answer === null) return;
        expect(() => reference(problem)).not.toThrow();
        expect(grade(problem, answer)).toBeDefined();
        expect(majority([answer, null, answer]).winner?.key ?? answer.key).toBe(answer.key);
      },
    ));
});

const sentence = fc
  .array(
    fc.constantFrom(
      ...names,
      ...things,
      ...variables,
      ...operators,
      'has',
      'more',
      'than',
      'How',
      'many',
      'does',
      'have',
      '?',
      '.',
      '=',
      '7',
      '99',
      '100',
      'is',
      'a',
      'knight',
      'knave',
      'says',
      'Who',
      'times',
      'as',
      'and',
      'years',
      'old',
    ),
    { maxLength: 40 },
  )
  .map((words) => words.join(' '));
const goodPuzzle = anyProblem.map((problem) =>
  problem.family === 'puzzle' ? problem.text : 'p = 7 . q = p + 2 . q ?',
);

describe('the language of puzzles', () => {
  it('is read or refused in words; what is read has an answer', () =>
    fuzz('puzzles', fc.oneof(sentence, damaged(goodPuzzle)), (text) => {
      const puzzle = parsePuzzle(text);
      if (puzzle.kind === 'failure') return;
      const canonical = canonicalPuzzle(text);
      expect(canonicalPuzzle(canonical)).toBe(canonical);
      expect(solvePuzzle({ family: 'puzzle', text })).toEqual(
        solvePuzzle({ family: 'puzzle', text: canonical }),
      );
    }));
});
