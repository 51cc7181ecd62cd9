import { describe, expect, test } from 'vitest';
import { extractAnswer } from '../extract.ts';

const read = (text: string, question = 'How many?') => extractAnswer({ family: 'question', text: question }, text);

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
    ['\\boxed{\\operatorname{cis} 45^\\circ}', 'text: \\operatorname{cis}45^\\circ'],
    // Stated.
    ['The final answer is $\\frac{1}{2}$. I hope it is correct.', '1/2'],
    ['Final Answer: The final answer is $12$. I hope it is correct.', '12'],
    ['### Final Answer\n\n$$x = 7$$', '7'],
    ['**Final Answer:**\n\n\\[\n\\frac{7}{9}\n\\]\n', '7/9'],
    ['**Answer:** 18 eggs per day for her', '18'],
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
    ['Thus the area is $\\frac{3}{4}\\pi$ square units.', '2.35619449019234492884…'],
    ['Hence:\n\\[\nx = 9\n\\]', '9'],
    ['Half of 36 is 18, so she has 18 dollars left.', '18'],
    ['Adding up, 5 + 7 = 12 apples.', '12'],
    ['The price fell by 25%.', '1/4'],
    ['42', '42'],
  ])('%j', (text, key) => expect(read(text)?.key.replace(/…[0-9a-z]+$/, '…')).toBe(key));

  test.each([
    'I think that’s it', 'This answer is correct.', 'I hope this helps!', 'Let me know if you have any questions.', 'The answer is not clear to me.', 'We need to check whether that works.', '', 'So we are done.', 'Thinking…', 'The answer is not 5.', 'Is it 7?', 'It takes 3 hours and 30 minutes.',
  ])('%j is none', (text) => expect(read(text)).toBeNull());
});
