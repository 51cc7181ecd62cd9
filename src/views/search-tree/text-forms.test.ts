import { describe, expect, it } from 'vitest';
import { cutToWords, formsOf, wishesFor } from './text-forms.ts';

const written = (text: string, room: number, isBrief = true) =>
  wishesFor(formsOf(text), room, [room], isBrief)[0];

describe('a text that has little room', () => {
  it('gives up its blanks first, then says what it comes to', () => {
    expect(written('12 × 8 = 96', 11, false)).toBe('12 × 8 = 96');
    expect([9, 7, 6, 3, 2].map((room) => written('12 × 8 = 96', room))).toEqual([
      '12×8=96',
      '12×8=96',
      '=96',
      '=96',
      undefined,
    ]);
    expect(written('8 ÷ 3 − 1 = 5÷3', 6)).toBe('=5÷3');
  });
  it('of more than one equation is not said by a result', () => {
    expect(formsOf('2 + 2 = 4. So 4 × 6 = 24').result).toBe('');
    expect(formsOf('176 − 8 = Wait').result).toBe('');
  });
  it('ends with a whole word, always behind, and not with what joins it to the next', () => {
    expect(written('rest: Dan has 26 shells', 15)).toBe('rest: Dan has…');
    expect(written('rest: Dan has 26 shells', 9)).toBe('rest…');
    expect(written('rest: Dan has 26 shells', 4)).toBeUndefined();
    expect(cutToWords('12 × (10 − 2) ÷ 3', 11, true)).toBe('12×(10−2)…');
    expect(cutToWords('12 × (10 − 2) ÷ 3', 8, false)).toBe('');
    expect(cutToWords('我们先算苹果的价钱', 9, false)).toBe('我们先算…');
  });
});
