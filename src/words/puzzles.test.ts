import { describe, expect, it } from 'vitest';
import { puzzleFault } from '#experiment/families/puzzle-problem.ts';
import { puzzleWords } from './en/puzzles.ts';

function faultOf(text: string): string {
  const fault = puzzleFault(text);
  return fault ? puzzleWords.fault(fault) : '';
}

describe('what is no puzzle says which sentence and word', () => {
  it.each([
    ['', /must end with a question/],
    ['Ann has 7 apples', /must end with a question/],
    ['How many apples does Ann have?', /Something must be said/],
    [
      'Ann has seven apples. How many apples does Ann have?',
      /^“Ann has seven apples\.”: “seven” isn’t known here\. Use a number from 2 to 99, “half” or “as”\.$/,
    ],
    ['Zoe has 7 apples. How many apples does Zoe have?', /“Zoe” isn’t known here\. Use a name \(Ann, Bob/],
    ['Ann has 1 apples. How many apples does Ann have?', /“1” isn’t known here.*from 2 to 99/],
    ['Ann has 7 plums. How many apples does Ann have?', /“plums”.*a thing \(apples/],
    [
      'Ann has 7 apples. How many apples does Ann have today?',
      /“How many apples does Ann have today\?”: “today” isn’t known here\. Use “\?”\.$/,
    ],
    ['Ann has 7 apples. How many apples does Bob have?', /how many apples Bob has must be said before/],
    [
      'Ann has 7 apples. Ann has 8 apples. How many apples does Ann have?',
      /“Ann has 8 apples\.”: .*said before/,
    ],
    ['Ann has 7 apples. Bob has 2 more apples than Bob. How many apples does Ann have?', /names Bob twice/],
    [
      'Ann has 7 apples. Bob has 6 times as many apples as Ann. How many apples does Bob have?',
      /5 times as many is the most/,
    ],
    [
      'Ann has 7 apples. Bob has half as many apples as Ann. How many apples does Ann have?',
      /7 ÷ 2 is not a whole number/,
    ],
    [
      'Ann has 7 apples. Ann loses 8 apples. How many apples does Ann have?',
      /7 − 8 is -1, and numbers go from 0 to 99/,
    ],
    [
      'Ann has 60 apples. Bob has 50 apples. How many apples do Ann and Bob have together?',
      /60 \+ 50 is 110/,
    ],
    ['Ann has 5 apples. Bob has 6 apples. How many more apples does Ann have than Bob?', /5 − 6 is -1/],
    ['v = w. w = 3. v?', /“\.” isn’t known here\. Use \+, −, × or ÷\.$/],
    ['v = 3 + 4. v?', /one of the two must be a letter/],
    ['v = w + 1. v?', /“v = w \+ 1\.”: nothing says what w is/],
    ['v = w + 1. w = v - 1. v?', /v is defined by itself/],
    ['v = 3. v = 4. v?', /v is defined twice/],
    ['v = 3. w = v - 4. v?', /“w = v − 4\.”: 3 − 4 is -1/],
    ['v = 0. w = 3 / v. v?', /3 ÷ 0 is not a whole number/],
    ['2 * v + 1 = 4. v?', /3 ÷ 2 is not a whole number/],
    ['v = 3. u?', /“u\?”: nothing says what u is/],
    ['Ann says Bob is a knave. Who is a knight?', /2 ways to tell/],
    ['Ann says Bob is a knave. Ann says Bob is a knight. Who is a knight?', /no way/],
    ['Ann says Ann is a knave. Who is a knight?', /names Ann twice/],
    [
      'Ann says Bob is a knave. Cid says Dan is a knave. Eva says Fay is a knave. Who is a knight?',
      /6 people, and 5 are the most/,
    ],
  ])('%s', (text, message) => expect(faultOf(text)).toMatch(message));
});
