import { describe, expect, test } from 'vitest';
import { extractAnswer } from '../extract.ts';
import { hintsFrom, readMaths } from '../maths/read.ts';
import { gradeResponse } from './grade-response.ts';
import type { GradeReason } from '#run/facts/grade-reason.ts';
// oxlint-disable-next-line no-restricted-imports -- the tests read facts as people do
import { gradeText } from '#words/grades.ts';

const read = (text: string, question = 'How many?') =>
  extractAnswer({ family: 'question', text: question }, text);

describe('the answer of a reply', () => {
  test.each([
    // Boxes.
    ['So we get \\boxed{5}, \\boxed{15}.', '{15; 5}'],
    ['The roots are $x=\\boxed{5}$ and $x=\\boxed{15}$.', '{15; 5}'],
    ['First \\boxed{4}.\n\nWait, I forgot one. The answer is \\boxed{5}.', '5'],
    ['$\\boxed{\\frac{3}{4}}$', '3/4'],
    ['\\[\\boxed{x = \\dfrac{-3}{4}}\\]', '-3/4'],
    ['\\boxed{25}\\%', '1/4'],
    ['\\boxed 7', '7'],
    ['\\boxed{\\text{The answer is } 12}', '12'],
    ['Therefore \\boxed{12 \\text{ apples}}.', '12'],
    ['\\boxed{3} is right. So $\\boxed{3}$', '3'],
    ['\\boxed{}. The answer is 6.', '6'],
    ['\\boxed{\\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix}}', 'matrix 2×1 [1; 2]'],
    ['**Final Answer**: \\(\\boxed{(3, 4)}\\)', '(3; 4)'],
    ['\\boxed{\\text{Evelyn}}', 'words: evelyn'],
    ['**Answer: 12**', '12'],
    ['The correct option is **D**.', 'words: d'],
    ['\\boxed{\\operatorname{cis} 90^\\circ}', '0+1i'],
    ['> **42**', '42'],
    // Stated.
    ['The final answer is $\\frac{1}{2}$. I hope it is correct.', '1/2'],
    ['Final Answer: The final answer is $12$. I hope it is correct.', '12'],
    ['### Final Answer\n\n$$x = 7$$', '7'],
    ['**Final Answer:**\n\n\\[\n\\frac{7}{9}\n\\]\n', '7/9'],
    ['**Answer:** 18 eggs per day for her', '18'],
    ['Natalia sold 72 clips (48 + 24).', '72'],
    ['72 clips (48 + 24)', '72'],
    ['The answer is 72 clips (48 + 24).', '72'],
    ['So the answer is **(C)**.', 'words: c'],
    ['The answer is $x=3$ or $x=5$.', '{3; 5}'],
    ['The answer is $\\sqrt{2}$, because the square of it is two.', '1.41421356237309504880…'],
    ['The answer is 12. This answer is correct.', '12'],
    ['Answer: Dr. Smith', 'words: dr. smith'],
    ['The answer is: $18', '18'],
    ['#### 1,234', '1234'],
    ['The correct answer is 3/4 of the cake.', '3/4'],
    ['Answer: x = 4, y = -2', 'where x = 4; y = -2'],
    // The last lines.
    ['He buys 7 more.\nHe has 12 apples.', '12'],
    ['Let me count.\n\n**42**', '42'],
    ['So $f(2) = 5$.', '5'],
    ['The value of $x$ is 5.', '5'],
    ['So the smallest $n$ for which it works is 13 dollars.', '13'],
    ['Thus the area is $\\frac{3}{4}\\pi$ square units.', '2.35619449019234492884…'],
    ['Hence:\n\\[\nx = 9\n\\]', '9'],
    ['Half of 36 is 18, so she has 18 dollars left.', '18'],
    ['Adding up, 5 + 7 = 12 apples.', '12'],
    ['The price fell by 25%.', '1/4'],
    ['So he has 11 apples left over after giving 3 away.', '11'],
    ['He will be 45 miles from home at the end of the 4 hours.', '45'],
    ['The point is (3, 4).', '(3; 4)'],
    ['Therefore, option (B) is correct.', 'words: b'],
    ['So x equals 7.', '7'],
    ['(The answer is 5)', '5'],
    ['__Answer__: 5', '5'],
    ['Total: $5.00', '5'],
    ['The solutions are 5 and 15.', '{15; 5}'],
    ['Therefore the culprit is Carl.', 'words: carl'],
    ['9.9 is larger than 9.11.', '99/10'],
    ['42', '42'],
    ['20 - 3 = **17**', '17'],
    ['So he ends up with **17 marbles** (3 fewer than before).', '17'],
    ['So Sam has 12 + 5 = 17 apples, which is more than the 9 apples of Tom.', '17'],
    ['Therefore, 17 of the 20 students passed.', '17'],
    ['So Ann has 15 more apples than Bob, who has 10.', '15'],
    ['Thus Ann has 10 apples left after giving 5 to Bob.', '10'],
    ['She reads 28 pages in 7 days.', '28'],
    ['After 3 hours she travels 180 miles.', '180'],
    ['He pays $40 after the 20% discount.', '40'],
    ['The graph is a **parabola**.', 'words: parabola'],
    ['したがって、答えは18です。', '18'],
    ['The final answer is \\([2,5)\\).', '[2; 5)'],
    ['The final answer is $\\text{I and II}$.', '{words: i; words: ii}'],
    ['The answer is $\\text{multiples of 3}$.', 'words: multiples of 3'],
    ['\\boxed{3\\text{ hours and 30 minutes}}', 'words: 3 hours and 30 minutes'],
    ['She needs to sell 35 cups to make $70.', '35'],
    ['Mike is 5 years older than Tim, so Mike is 35.', '35'],
    ['**Yes**, because it converges.', 'words: yes'],
    ['$$\\begin{aligned} n &= 20 - 3 \\\\ &= 17 \\end{aligned}$$', '17'],
    ['Kim needs to pay $64 for 16 glasses.', '64'],
    ['She earned **$460** for 45 hours of work.', '460'],
    ['The time is **10:45 PM**.', 'time 10:45 pm'],
    ['The speed of the car is 20 m/s.', '20'],
    ['So she has 42 marbles in total.\n\nIs there anything else I can help with?', '42'],
    ['So she has 42 marbles.\n\nLet me know if you want the steps!', '42'],
    ['The answer is minus 5.', '-5'],
    ['The answer is negative 5', '-5'],
  ])('%j', (text, key) => expect(read(text)?.key.replace(/…[0-9a-z]+$/, '…')).toBe(key));

  test.each([
    'I think that’s it',
    'This answer is correct.',
    'I hope this helps!',
    'Let me know if you have any questions.',
    'The answer is not clear to me.',
    'We need to check whether that works.',
    '',
    'So we are done.',
    'Thinking…',
    'The answer is not 5.',
    'Is it 7?',
    'Then he went to the shop.',
    'The time is 3 hours and 30 minutes.',
    'So $x$ is between $a$ and $b$.',
    'It takes 3 hours and 30 minutes.',
    'They finish in 3 hours and 30 minutes.',
    'Then we multiply this by 2 to',
    'This answer is **correct**.',
  ])('%j is none', (text) => expect(read(text)).toBeNull());
});

describe('a reply and a reference', () => {
  test.each([
    [
      '\\boxed{50 \\text{ cents}}',
      '\\$0.50',
      '',
      'right',
      'It is the reference answer in another unit, cents for dollar.',
    ],
    ['\\boxed{100 \\text{ cm}}', '1 m', '', 'wrong', null],
    ['\\boxed{100 \\text{ cm}}', '1\\text{ m}', '', 'right', null],
    ['\\boxed{5 \\text{ km}}', '5 \\text{ m}', '', 'wrong', 'It is in km, the reference answer in m.'],
    ['\\boxed{y = 5}', 'x = 5', '', 'wrong', 'It says what y is, the reference answer says what x is.'],
    ['\\boxed{25}', '25\\%', 'What percentage is it?', 'right', null],
    ['\\boxed{0.25}', '25\\%', 'What percentage is it?', 'right', null],
    ['\\boxed{25\\%}', '25', 'It was raised by 20 %. How many are there?', 'wrong', null],
    ['\\boxed{25}', '0.25', 'What fraction is it?', 'wrong', null],
    ['\\boxed{110011}', '110011_2', 'Write 51 in base two.', 'right', null],
    ['\\boxed{110011_2}', '110011_3', '', 'wrong', null],
    ['\\boxed{2x - y + 3 = 0}', 'y = 2x+3', '', 'right', 'It is the reference answer: the same equation.'],
    ['\\boxed{m+n=17}', '17', 'Find $m+n$.', 'right', 'It is the reference answer for m+n.'],
    ['\\boxed{m+n=17}', '17', 'Find $m$.', 'wrong', null],
    ['\\boxed{|z| = \\sqrt{5}}', '\\sqrt5', '', 'right', 'It is the reference answer for |z|.'],
    ['\\boxed{\\sin A = \\frac{3}{5}}', '\\frac35', '', 'right', null],
    ['\\boxed{a^2+b^2 = 13}', '13', '', 'right', null],
    ['\\boxed{3x+2y = 13}', '13', '', 'wrong', null],
    ['\\boxed{y = 2x}', '2', '', 'wrong', null],
    ['\\boxed{n \\equiv 7 \\pmod{10}}', '7', '', 'right', 'It is the reference answer: the remainder is 7.'],
    ['\\boxed{7 \\pmod{10}}', '10', '', 'wrong', null],
    ['The length is 20 m.', '20', '', 'right', null],
    ['\\boxed{20m}', '20', '', 'wrong', null],
    ['\\boxed{x > 50}', '50\\%', '', 'wrong', null],
    ['\\boxed{x < 5}', '5_6', '', 'wrong', null],
    ['\\boxed{0.5\\%}', '\\frac12', '', 'wrong', null],
    ['Answer: (C) 12 inches', 'C', 'Which is it? (A) 10 (B) 11 (C) 12', 'right', null],
    ['\\boxed{\\text{All real numbers except } 3}', '3', '', 'wrong', null],
    [
      '\\boxed{4, 7}',
      '(4,7)',
      'Find the ordered pair $(a,b)$.',
      'right',
      'It is the reference answer: the same coordinates.',
    ],
    ['\\boxed{7, 4}', '(4,7)', 'Find the ordered pair $(a,b)$.', 'wrong', null],
    ['\\boxed{4, 7}', '(4,7)', '', 'wrong', null],
    ['\\boxed{54¢}', '\\$0.54', '', 'right', null],
    ['\\boxed{12 \\text{ hours and } 30 \\text{ minutes}}', '12', '', 'wrong', null],
    ['\\boxed{a=4, b=5}', '(4,5)', '', 'right', 'It is the reference answer: the same coordinates.'],
    ['\\boxed{\\text{(D) } 15}', 'D', '', 'right', null],
    ['\\boxed{\\frac{-3}{4}}', '-0.75', '', 'right', 'It is the reference answer: both are −0.75.'],
    ['\\boxed{x^2}', '2x', '', 'wrong', 'It is not the reference answer, 2x: at x = 3 it is 9, not 6.'],
    ['\\boxed{a=4, b=5}', 'p=4, q=5', '', 'wrong', null],
    ['\\boxed{0.5\\%}', '\\$0.50', '', 'wrong', null],
    ['\\boxed{\\operatorname{cis} 45^\\circ}', '45', '', 'wrong', null],
    ['\\boxed{0.33}', '\\frac13', '', 'wrong', 'It is not the reference answer, 1/3.'],
  ])('%s against %s %s', (response, reference, question, verdict, reason) => {
    const graded = gradeResponse(response, reference, question);
    expect(graded.verdict).toBe(verdict);
    if (reason !== null) expect(gradeText({ reason: graded.reason as GradeReason })).toBe(reason);
  });
});

test('what is read from a reply is what is graded, whatever else stands in it', () => {
  for (const text of [
    '\\boxed{\\operatorname{cis} 45^\\circ}',
    'So it is \\boxed{5}, \\boxed{15}.',
    'He has 12 apples.',
    '\\boxed{3 \\text{ or more}}',
    '**Answer: 12**',
    'The answer is 18 eggs per day for her',
    '\\boxed{25}\\%',
  ]) {
    const answer = read(text)!;
    expect(readMaths(answer.text, hintsFrom('How many?'))?.key, text).toBe(answer.key);
  }
});
