import { describe, expect, test } from 'vitest';
import { askedBy, readMaths } from './read.ts';

const key = (text: string, question = '') => readMaths(text, askedBy(question))?.key;

/** Each row is one answer in several spellings. Written for this project. */
const same: readonly (readonly [string, ...string[]])[] = [
  ['\\frac{5}{14}', '\\frac5{14}', '\\frac {5} {14}', '\\dfrac{5}{14}', '\\tfrac 5 {14}', '5/14', '\\cfrac{5}{14}', '$\\frac{5}{14}$', '\\(\\frac{5}{14}\\)', '\\[\\dfrac{5}{14}\\]', '{5 \\over 14}'],
  ['-\\frac{3}{4}', '\\frac{-3}{4}', '-\\frac34', '-0.75', '-3/4', '\\dfrac{3}{-4}', '−3/4', '–0.75', '-.75', '\\left(-\\frac{3}{4}\\right)', '- \\frac{3}{4}', '{-}\\frac34'],
  ['\\frac{1}{\\sqrt 2}', '\\frac{\\sqrt 2}{2}', '\\frac{\\sqrt{2}}{2}', '\\sqrt{\\frac12}', '\\sqrt{1/2}', '2^{-1/2}', '\\frac12\\sqrt2', 'sqrt(2)/2', '√2/2', '\\sin 45^\\circ', '\\cos\\frac{\\pi}{4}'],
  ['256', '2^8', '2^{8}', '4^4', '2**8', '2⁸', '256.0', '16^2', '\\$256', '256\\text{ cm}', '256 \\mbox{ inches}', '２５６'],
  ['300000000', '3\\times10^8', '3 \\times 10^{8}', '3e8', '3\\cdot 10^8', '300,000,000', '300{,}000{,}000', '300 000 000', '300 million', '300\\,000\\,000'],
  ['\\frac{\\pi}{2}', '\\pi/2', '\\frac{1}{2}\\pi', '0.5\\pi', 'pi/2', 'π/2', '\\dfrac \\pi 2', '\\arcsin 1'],
  ['10080', '10,080', '10,\\!080', '10{,}080', '10 080', '10\\,080', '10080.', '10 080 \\text{ people}'],
  ['1234567', '1,234,567', '1.234.567', '1 234 567', '1,\\!234,\\!567'],
  ['45', '45^\\circ', '45^{\\circ}', '45°', '45 degrees', '45\\text{ degrees}', '45\\degree', '45\\,^\\circ'],
  ['\\{5, 15\\}', '5, 15', '15 and 5', 'x = 5 or x = 15', '15, 5', '5 \\text{ and } 15', 'x=5, x=15', 'x=5,15', '5; 15', 'x_1 = 5, x_2 = 15', 'x = 15 \\text{ or } x = 5', '\\left\\{15,5\\right\\}'],
  ['3', 'x=3', 'x = 3.', '3 = x', 'x = \\frac{6}{2} = 3', '\\text{Area} = 3', 'f(2) = 3', 'AB = 3', 'n = 3', '\\theta = 3', 'x \\approx 3', '\\approx 3', '\\text{three}', 'three'],
  ['\\frac{1}{x}', 'f(x)=1/x', 'x^{-1}', "f(x) = \\frac{1}{x}", 'y = \\frac1x', '\\frac{x}{x^2}'],
  ['2x+2=0', 'x+1=0', '0 = x + 1', '-3x-3=0'],
  ['5 \\ge x', 'x \\le 5', 'x \\leq 5', 'x<=5', '(-\\infty,5]', 'x \\in (-\\infty, 5]', '(-\\infty, 5\\rbrack'],
  ['(2,\\infty)', 'x > 2', '\\{x \\mid x > 2\\}', '\\left\\{ x | x>2 \\right\\}', '\\{ x \\in \\mathbb{R} \\mid 2 < x \\}'],
  ['[-2,7]', 'x \\in [-2,7]', '-2\\le x\\le 7', '-2 <= x <= 7', '7 \\ge x \\ge -2', '\\left[-2,7\\right]'],
  ['(2R+1)C', 'C+2RC', 'C(1+2R)', 'C + 2 R C'],
  ['x(x+1)', 'x^2+x', 'x + x^2', '(x+1)x', 'x \\cdot (x + 1)', 'x\\left(x+1\\right)'],
  ['(x-2)(x+2)', 'x^2-4', '(x+2)(x-2)', '-(4-x^2)', '\\frac{x^3-4x}{x}'],
  ['\\begin{pmatrix} 1 & 2 \\\\ 3 & \\frac12 \\end{pmatrix}', '\\begin{bmatrix}1&2\\\\3&0.5\\end{bmatrix}', '\\left(\\begin{array}{cc}1 & 2\\\\ 3 & 1/2\\end{array}\\right)', '\\begin{pmatrix}1&2\\\\3&\\tfrac{1}{2}\\\\\\end{pmatrix}'],
  ['3\\pm2\\sqrt2', '3+2\\sqrt2, 3-2\\sqrt2', '3 \\pm \\sqrt{8}', 'x = 3 \\pm 2\\sqrt{2}', '3 - 2\\sqrt{2}, 3 + 2\\sqrt{2}'],
  ['\\pm 3', '3, -3', '-3, 3', 'x = \\pm 3', '±3'],
  ['-7.2', '-\\$7.20', '\\$-7.20', '-$7.20', '- 7.2', '{-}7.2', '$-7.20', '-7.2 \\text{ dollars}', '-7\\frac15'],
  ['\\frac{3}{2}', '1\\frac12', '1\\frac{1}{2}', '1 1/2', '1.5', '1½', '1\\,\\frac{1}{2}', '1 \\frac{1}{2}', '3/2'],
  ['-\\frac{7}{2}', '-3\\frac{1}{2}', '-3.5', '-7/2'],
  ['\\frac13', '0.\\overline{3}', '1/3', '0.\\bar{3}', '\\frac{2}{6}'],
  ['\\text{Evelyn}', 'Evelyn', '\\textbf{Evelyn}', '\\mbox{Evelyn}', '\\mathrm{Evelyn}', 'evelyn.', '**Evelyn**'],
  ['\\text{(C)}', 'C', '(C)', '\\textbf{(C)}', '\\mathrm{C}', '(\\text{C})', 'C.', '\\boxed{C}'],
  ['\\text{even}', 'even', 'Even'],
  ['(3, \\frac{\\pi}{2})', '\\left( 3, \\frac{\\pi}{2} \\right)', '(3,\\pi/2)', '(r,\\theta) = (3, \\pi/2)', '\\left(3,\\,\\tfrac{\\pi}{2}\\right)'],
  ['(-\\infty,2)\\cup(5,\\infty)', '(5,\\infty) \\cup (-\\infty, 2)', 'x \\in (-\\infty,2)\\cup(5,\\infty)', 'x<2 \\text{ or } x>5', '(-\\infty,2) U (5, infinity)', 'x > 5 \\text{ or } x < 2'],
  ['3+4i', '4i+3', '3 + 4 i', '3+4\\sqrt{-1}', '\\frac{25}{3-4i}', '(2+i)^2'],
  ['e^{2x}', '(e^x)^2', 'e^{x+x}', '\\exp(2x)', 'e^{2 x}'],
  ['\\log_2 3', '\\frac{\\ln 3}{\\ln 2}', '\\log_{2}{3}', '\\log_2(3)', '\\frac{\\log 3}{\\log 2}'],
  ['\\sqrt[3]{2}', '2^{1/3}', '2^{\\frac13}', '\\frac{2}{\\sqrt[3]{4}}', '\\sqrt[3]2'],
  ['120', '5!', '\\binom{10}{3}', '\\dbinom{10}{7}', '5 \\cdot 4!', '{10 \\choose 3}'],
  ['|x-3|', '|3-x|', '\\left|x-3\\right|', '\\lvert x - 3 \\rvert'],
  ['4210_{5}', '4210_5', '4{,}210_5'],
  ['3:30 p.m.', '3:30 \\text{ p.m.}', '3:30\\text{ pm}', '3:30 PM', '\\text{3:30 p.m.}'],
  ['12 \\text{ cm}^2', '12', '12 cm^2', '12\\,\\mathrm{cm}^2', '12 square centimeters', '12 \\text{ square units}', '12 \\text{ sq. cm}'],
  ['1,2,3,\\ldots', '1, 2, 3, \\dots', '1,2,3,...'],
  ['\\frac{n(n+1)}{2}', '\\frac{n^2+n}{2}', '\\tfrac12 n(n+1)', 'n(n+1)/2', '\\frac12n^2+\\frac12n'],
  ['\\tan x', '\\frac{\\sin x}{\\cos x}', '\\tan(x)', '\\tan{x}', 'tan x'],
  ['\\sin^2 x', '(\\sin x)^2', '1 - \\cos^2 x', '\\sin^{2}(x)', '\\sin x \\sin x'],
  ['\\frac{\\sqrt{6}-\\sqrt{2}}{4}', '\\sin 15^\\circ', '\\frac{\\sqrt{2}(\\sqrt{3}-1)}{4}', '\\sin\\frac{\\pi}{12}'],
  ['\\sqrt{3+2\\sqrt2}', '1+\\sqrt2', '\\frac{1}{\\sqrt2-1}', '\\sqrt{2}+1'],
  ['\\mathbb{R}', 'ℝ', '(-\\infty,\\infty)', '\\text{all real numbers}'],
  ['\\text{no solution}', 'no solution', '\\text{No solution}', '\\emptyset', '\\varnothing', '\\{\\}'],
  ['60', 'm\\angle ABC = 60^\\circ', '\\angle ABC = 60', '\\angle{ABC} = 60^{\\circ}'],
  ['2x', '\\frac{dy}{dx} = 2x', 'f^{-1}(x) = 2x', 'x+x'],
  ['x=1, y=2', '\\begin{cases} x=1 \\\\ y=2 \\end{cases}'],
  ['\\hat{i}+2\\hat{j}', '\\hat i + 2\\hat j'],
  ['\\text{June 20}', 'June 20', '\\text{ June } 20'],
  ['\\left\\langle 1, -2 \\right\\rangle', '\\langle 1,-2\\rangle'],
  ['2\\sqrt{3}', '\\sqrt{12}', '2 \\cdot \\sqrt3', '\\sqrt{4\\cdot3}', '2\\sqrt3\\text{ cm}', '\\frac{6}{\\sqrt3}'],
  ['9x^2-6x+1', '(3x-1)^2', '1-6x+9x^2', '(1-3x)^2', '9x^{2} - 6x + 1', '9x² − 6x + 1'],
  ['x \\ne 3', 'x \\neq 3', '3 \\ne x', '\\mathbb{R} \\setminus \\{3\\}', '(-\\infty,3)\\cup(3,\\infty)', 'x<3 \\text{ or } x>3'],
  ['\\mathbb{R}\\setminus\\{1,-1\\}', 'x \\neq \\pm 1', 'x \\ne 1, -1', 'x \\ne 1 \\text{ and } x \\ne -1', '\\{x \\in \\mathbb{R} \\mid x \\neq 1, -1\\}', 'x \\in \\mathbb{R}, x \\neq \\pm 1'],
  ['(-\\infty,3)\\cup(3,\\infty)', '\\text{all real numbers except } 3', 'All real numbers except $x = 3$', 'x \\neq 3'],
  ['(1,2), (2,1)', '(x, y) = (1, 2), (2, 1)', '(x,y) = (1,2) \\text{ or } (x,y) = (2,1)', '\\{(2,1),(1,2)\\}'],
  ['(x-2)(x+3)', 'x^2+x-6 = (x-2)(x+3)', 'x^2+x-6'],
  ['3:2', '3 \\text{ to } 2', '3 to 2'],
  ['84', '\\text{Area of } \\triangle ABC = 84', '\\begin{aligned} n &= 80 + 4 \\\\ &= 84 \\end{aligned}'],
  ['x=1, y=2', '\\begin{aligned} x &= 1 \\\\ y &= 2 \\end{aligned}'],
  ['\\mathbb{R}\\setminus\\{2,-1\\}', '(-\\infty,-1)\\cup(-1,2)\\cup(2,\\infty)'],
  ['7\\times 10^{-3}', '0.007', '7e-3', '7 thousandths'],
  ['24', '2 dozen', '2 \\text{ dozen}', '24 eggs'],
  ['\\text{Alice, Bob}', 'Bob and Alice', 'Alice, Bob', '\\text{Bob, Alice}'],
  ['\\text{I and II}', 'I, II', 'II and I', '\\text{I, II}'],
  ['15', '\\text{fifteen}', 'fifteen'],
  ['p=2, q=3', 'q = 3, p = 2', 'p = 2 \\text{ and } q = 3'],
  ['0', '-0', '0.0', '\\frac{0}{5}', '\\sin \\pi', '2 - 2'],
  ['\\frac{2}{x-1}', '\\dfrac{-2}{1-x}', '2/(x-1)', '\\frac{2(x+1)}{x^2-1}'],
  ['\\lfloor 3.7 \\rfloor', '3', '\\lceil 2.2 \\rceil'],
  ['1 - \\frac{1}{2^{n}}', '\\frac{2^n-1}{2^n}', '1-2^{-n}', '1 - (\\tfrac12)^n'],
  ['\\cot \\alpha', '\\frac{1}{\\tan\\alpha}', 'cot(alpha)'],
  ['A, B, D', '\\text{A, B, D}', '\\text{(A), (B), (D)}', '\\text{D, A, B}', 'A, B and D', '\\text{A}, \\text{B}, \\text{D}', 'A,B,D'],
  ['\\text{F}', '\\mathbf{F}', '\\textbf{F}', '(F)'],
  ['(4,0), (-4,0)', '(\\pm 4, 0)', '(-4,0) \\text{ and } (4,0)'],
  ['1+\\sqrt5, 1-\\sqrt5, 7', '\\{1\\pm\\sqrt5, 7\\}', '7, 1 \\pm \\sqrt{5}'],
  ['3e^{i\\pi/3}', '3\\operatorname{cis} 60^\\circ', '3 \\text{cis} \\frac{\\pi}{3}', '\\frac{3+3i\\sqrt3}{2}', '3(\\cos 60^\\circ + i\\sin 60^\\circ)'],
  ['0.54', '\\frac{27}{50}', '.54', '54 \\times 10^{-2}', '5.4 x 10^{-1}', '5.4x10^-1'],
  ['\\frac{5}{11}', '.\\overline{45}', '0.\\overline{45}', '0.4\\overline{54}'],
  ['-12', '-12^\\circ \\text{C}', '-12^\\circ C', '-12 °C', '-12^\\circ\\mathrm{F}', '-12¢', '-12\\cent'],
  ['10110_2', '(10110)_2', '10110_{2}', '\\left(10110\\right)_{2}'],
  ['\\text{BEEF}_{16}', 'BEEF_{16}'],
  ['(-\\infty,1)', '\\{x : x < 1\\}', '\\{x \\in \\mathbb{R} : x < 1\\}', '\\{x\\colon x<1\\}', 'x < 1, x \\in \\mathbb{R}'],
  ['(2,5)\\cup(6,9)', '2<x<5 \\lor 6<x<9', 'x\\in(2,5)\\cup(6,9)'],
  ['2<x<5', 'x > 2 \\text{ and } x < 5', 'x<5 \\land x>2'],
  ['\\frac{\\pi}{4}+k\\pi', 'x = \\frac{\\pi}{4}+k\\pi, k \\in \\mathbb{Z}', '\\frac{\\pi}{4}+k\\pi,\\ k\\in\\mathbb{Z}', '\\frac{\\pi}{4}+k\\pi \\text{ where } k \\text{ is an integer}', '\\frac{\\pi}{4}+k\\pi \\quad (k \\in \\mathbb{Z})', '\\frac{\\pi}{4}+k\\pi \\text{ for any integer } k \\in \\mathbb{Z}'],
  ['\\binom{n}{2}', '\\frac{n(n-1)}{2}', '\\frac{n^2-n}{2}'],
  ['20', '20 m/s', '20 \\text{ m/s}', '20 USD', '20 km/h'],
  ['4, -9', '\\text{4 and }-9', '4 \\& -9', '4 & -9', '-9 \\text{ and } 4'],
  ['\\text{no solution}', '\\text{There are no solutions}', '\\text{There is no solution.}'],
  ['\\frac{x^2}{2}', 'x^2\\frac12', '\\frac{1}{2}x^2', 'x^2 \\cdot \\frac{1}{2}'],
  ['ax+by', 'by+ax', 'a x + b y', 'ax + by'],
  ['\\text{DNE}', '\\text{does not exist}'],
];

describe('spellings of one answer', () => {
  test.each(same)('%s', (first, ...others) => {
    for (const other of others) expect.soft(key(other), other).toBe(key(first));
  });
});

/** No two of a row are one answer. */
const different: readonly (readonly string[])[] = [
  ['7\\pi', '7', '\\pi', '7\\pi^2'], ['3x', '3y', '3', 'x', '3x^2', '3^x', 'x^3'], ['2n^2', '2n', '2n2', '(2n)^2'], ['3/x', '3', 'x/3'],
  ['10^5', '10', '105', '10^{-5}'], ['2³', '2', '23', '3²'], ['5!', '5'], ['2**100', '2100', '2^{10}', '2^{99}'], ['(2,5)', '2.5', '2,5', '25', '(5,2)', '[2,5]', '(2,5]', '[2,5)'], ['1,2', '1.2', '12', '(1,2)'],
  ['(p,q)=(3,2)', '3.2', '(2,3)'], ['y=2x', '2', '2y = x'], ['5x-7y=0', '0', '7x-5y=0', '5x+7y=0', '5x-7y=1'], ['x<=5', 'x>=5', 'x<5', '5'], ['x=3, y=5', '5', '3', 'x=5, y=3'], ['\\sin x = 1/2', '\\cos x = 1/2', '1/2', '\\sin x = -1/2'],
  ['-(a+b)', '-a+b', 'a+b'], ['\\sqrt{2}x', '\\sqrt{2x}'], ['e^{2x}', 'e^2x', 'e^{x^2}'], ["f'(x)", 'f(x)', "f''(x)"], ['[1,3)', '(1,3]', '[1,3]', '(1,3)'],
  ['2 hundred', '2', '2 thousand'], ['6 trillion', '6', '6 billion'], ['2 dozen', '2'], ['3k', '3', '3000'], ['7 thousandths', '7000', '7', '0.07'],
  ['2^{-99}', '2^{-98}', '0'], ['10^{20}', '10^{20}+1', '10^{21}'], ['10^{60}+1', '10^{60}'], ['\\sqrt{2}', '1.41421356237309504880168872420969807856967', '1.4142'], ['\\pi', '3.14', '22/7', '3.14159265358979323846264338327950288'],
  ['\\frac{1}{3}', '0.333', '0.33', '0.3333333333333333333333333333'], ['5', '-5', '\\pm 5', '|x|', '5i', '5.0001'], ['(C)', '(D)', '(A)', '(B)', 'E'], ['\\text{Carl}', '\\text{Ben}', 'not Carl'],
  ['1234_5', '1234_6', '1234', '1234_{7}'], ['3:2', '2:3', '3.2', '3:20'], ['3:30 p.m.', '3:30 a.m.', '3:31 p.m.'], ['\\begin{pmatrix}1&2\\end{pmatrix}', '\\begin{pmatrix}1\\\\2\\end{pmatrix}', '\\begin{pmatrix}2&1\\end{pmatrix}', '(1,2)'],
  ['x^2+1', 'x^2-1', '(x+1)^2', 'x^2+2x+1 = 0', '2x+1'], ['\\{1,2\\}', '\\{1,2,3\\}', '(1,2)', '12'], ['\\infty', '-\\infty', '0'], ['(-\\infty,2)\\cup(5,\\infty)', '(-\\infty,2]\\cup(5,\\infty)', '(2,5)', '(-\\infty,2)'],
  ['\\sqrt{x^2}', 'x', '|x|^2'], ['x^{10^9}', 'x^{10^8}'], ['1,2,3,\\ldots', '1,2,3', '1,2,4,\\ldots'], ['\\frac{a}{b+c}', '\\frac{a}{b}+c', '\\frac{a+c}{b}'], ['\\log 5', '\\ln 5', '\\log_2 5'], ['x \\ne 3', 'x = 3', 'x \\ne 2'],
  ['12 \\frac{1}{2}', '12 \\cdot \\frac12', '\\frac{121}{2}'], ['AB', 'BA', 'ABC'], ['0.1(6)', '0.6', '0.1'], ['3', '3 \\text{ or more}', '3 \\text{ squared}', '3 \\text{ if } x', '\\text{at least } 3'], ['5 \\text{ p.m.}', '5 \\text{ a.m.}', '5'], ['x > 2 \\text{ and } x < 5', 'x > 2 \\text{ or } x < 5', '2 < x'], ['f(2)', 'f(3)', 'g(2)', "f'(2)", '2'], ['\\text{odd}', '\\text{even}'], ['\\text{June 20}', '\\text{June 21}', '20'], ['x_1', 'x_2', 'x'], ['n!', '(n+1)!', 'n'], ['\\binom{n}{2}', '\\binom{n}{3}', '\\frac n2'],
  ['\\overline{AB}', '\\overline{CD}', 'AB'], ['i', '-i', '1', '\\sqrt{-2}'], ['\\cos 20^\\circ', '\\cos 20', '\\sin 20^\\circ'], ['25\\%', '25', '0.025'], ['\\emptyset', '0', '\\{0, 1\\}'], ['\\mathbf{a} \\times \\mathbf{b}', '\\mathbf{b} \\times \\mathbf{a}', '\\mathbf{a} \\cdot \\mathbf{b}'], ['f \\circ g', 'g \\circ f', 'fg'], ['p \\land q', 'p \\lor q'], ['x^2\\frac13', 'x^{\\frac73}'], ['1, 1, 2', '1, 2', '1, 1, 1, 2', '1'], ['3\\text{ hours and 30 minutes}', '3', '30'], ['3 \\text{ hours 20 minutes}', '3', '20'], ['\\text{20 June}', '20', '\\text{20 July}'],
  ['0<x<5, x\\in\\mathbb{Z}', '0<x<5'], ['4 & -9', '-5', '4'], ['A, B', 'A, B, D', 'AB', '(A,B)'], ['2\\pi k, k \\in \\mathbb{N}', '2\\pi k'], ['BEEF_{16}', 'BEE_{16}', 'BEEF_{17}'], ['\\operatorname{cis} 20^\\circ', '\\operatorname{cis} 40^\\circ', '\\cos 20^\\circ'],
  ['1 + 10^{-40}\\sqrt2', '1', '1 + 10^{-40}\\sqrt3'],
];

describe('different answers', () => {
  test.each(different)('%s', (...texts) => {
    const keys = texts.map((text) => key(text));
    for (const [at, one] of keys.entries()) for (const [other, two] of keys.entries()) if (other < at) expect.soft(one, `${texts[at]} and ${texts[other]}`).not.toBe(two);
  });
});

describe('what the question asks for', () => {
  test.each([
    ['25', '25\\%', 'What percent of them are red?'], ['25 percent', '25', 'By how many percent did it fall?'], ['C', 'C. Plane', 'Which is it?\nA. Train\nB. Car\nC. Plane'], ['(B)', '(B) 12', 'Pick one: (A) 10 (B) 12 (C) 14'],
  ])('%s and %s: %s', (a, b, question) => expect(key(a, question)).toBe(key(b, question)));

  test('a letter is no choice where none is offered', () => expect(key('C. Plane')).not.toBe(key('C')));
});
