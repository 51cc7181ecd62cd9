import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { QuestionProblem } from '#experiment/problem.ts';
import { extractAnswer } from './extract.ts';
import { grade, reference } from './grade.ts';
import { mergeReason } from './merge-reason.ts';

const questionWith = (answer?: string): QuestionProblem => ({
  family: 'question',
  text: 'Why?',
  ...(answer === undefined ? {} : { answer }),
});
const read = (text: string) => extractAnswer(questionWith(), text);

describe('the answer of a reply in words', () => {
  test.each([
    ['After the sales 32 are left.\n\n\\boxed{36}', '36', 'boxed'],
    ['$$\\boxed{\\frac{3}{4}}$$', '0.75', 'boxed'],
    ['\\boxed{\\text{Carl}}', 'Carl', 'boxed'],
    ['First \\boxed{1}, no: \\boxed{x = \\frac{1}{2}}', '0.5', 'boxed'],
    ['\\boxed{36 \\text{ rolls}}', '36', 'boxed'],
    ['So the answer is **9.9**.', '9.9', 'the-answer-is'],
    ['**Final Answer:** $18', '18', 'the-answer-is'],
    ['She earns 9 * 2 = 18.\n#### 18', '18', 'the-answer-is'],
    ['The answer is Carl, because only he can be.', 'Carl', 'the-answer-is'],
    ['<think>12? no</think>Half of 36 is 18, so she has 18 dollars left.', '18', 'after-thinking'],
    ['[THINK]12? no[/THINK]Carl', 'Carl', 'after-thinking'],
    ['<think>\nIt is 12.\n</think>\n\nThe culprit:\n\n- **Carl**\n', 'Carl', 'after-thinking'],
    ['-5', '−5', 'whole-text'],
    ['Carl.', 'Carl', 'whole-text'],
    ['He has 3 and buys 4.\nThat makes 7 apples.', '7', 'last-line'],
    ['Let us see.\nIt was Carl\n', 'Carl', 'last-line'],
    ['\\[ x \\]\n12 km\n\\]', '12', 'last-line'],
  ])('%j is %s by %s', (text, display, rule) => expect(read(text)).toMatchObject({ display, rule }));

  test.each(['', '   \n', '<think>It could be 12, or', '[THINK]\\frac', '...'])('%j has none', (text) =>
    expect(read(text)).toBeNull(),
  );

  test('of a thought cut off is none, whatever numbers are in it', () => {
    expect(extractAnswer(questionWith(), 'so 12 it is', { thinking: true })).toBeNull();
  });

  test('of any text is read without an error, and short', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        (text) => (read(text)?.display.length ?? 0) <= 200,
      ),
    );
  });
});

describe('answers that are one vote', () => {
  const key = (text: string) => read(`\\boxed{${text}}`)?.key;
  test.each([
    ['36', '36 rolls'],
    ['0.5', '\\frac{1}{2}'],
    ['50\\%', '0.5'],
    ['1,200', '1200'],
    ['Carl', '\\text{carl}.'],
    ['The Carl', 'carl'],
    ['(B)', 'B'],
    ['(b)', 'B'],
    ['x, y', 'x,y'],
  ])('%s and %s', (a, b) => expect(key(a)).toBe(key(b)));

  test.each([
    ['36', '37'],
    ['Carl', 'Ben'],
    ['not Carl', 'Carl'],
    ['x', 'y'],
    ['5', '-5'],
  ])('%s and %s are two', (a, b) => expect(key(a)).not.toBe(key(b)));

  test('and why', () => expect(mergeReason(key('Carl')!, 'Carl', 'carl.')).toEqual({ kind: 'same-words' }));
});

describe('a grade', () => {
  const outcome = (text: string, right?: string) => grade(questionWith(right), read(text)!).outcome;

  test.each([
    ['\\boxed{36}', '36 rolls', 'right'],
    ['\\boxed{35}', '36', 'wrong'],
    ['Carl', 'carl', 'right'],
    ['Ben', 'Carl', 'wrong'],
    // Asked for a percentage, people leave the sign out; asked for a number, they don't mean a hundredth of it.
    ['\\boxed{4}', '4 %', 'right'],
    ['\\boxed{4\\%}', '4 %', 'right'],
    ['\\boxed{4}', '0.04', 'wrong'],
  ])('%s against %s is %s', (text, right, expected) => expect(outcome(text, right)).toBe(expected));

  test('is never given without a reference', () => {
    expect(grade(questionWith(), read('36')!)).toEqual({
      outcome: 'ungraded',
      reason: { kind: 'no-reference' },
    });
    expect(reference(questionWith())).toBeNull();
    expect(reference(questionWith('36'))).toBe('36');
  });
});
