import { describe, expect, test } from 'vitest';
import { keyOfText, type Spellings } from './testing/key-of-text.ts';

/** Expressions with letters, equations, choices and words. Written for this project. */
const same: readonly Spellings[] = [
  [
    '3',
    'x=3',
    'x = 3.',
    '3 = x',
    'x = \\frac{6}{2} = 3',
    '\\text{Area} = 3',
    'f(2) = 3',
    'AB = 3',
    'n = 3',
    '\\theta = 3',
    'x \\approx 3',
    '\\approx 3',
    '\\text{three}',
    'three',
  ],
  ['\\frac{1}{x}', 'f(x)=1/x', 'x^{-1}', 'f(x) = \\frac{1}{x}', 'y = \\frac1x', '\\frac{x}{x^2}'],
  ['2x+2=0', 'x+1=0', '0 = x + 1', '-3x-3=0'],
  ['(2R+1)C', 'C+2RC', 'C(1+2R)', 'C + 2 R C'],
  ['x(x+1)', 'x^2+x', 'x + x^2', '(x+1)x', 'x \\cdot (x + 1)', 'x\\left(x+1\\right)'],
  ['(x-2)(x+2)', 'x^2-4', '(x+2)(x-2)', '-(4-x^2)', '\\frac{x^3-4x}{x}'],
  [
    '\\text{Evelyn}',
    'Evelyn',
    '\\textbf{Evelyn}',
    '\\mbox{Evelyn}',
    '\\mathrm{Evelyn}',
    'evelyn.',
    '**Evelyn**',
  ],
  ['\\text{(C)}', 'C', '(C)', '\\textbf{(C)}', '\\mathrm{C}', '(\\text{C})', 'C.', '\\boxed{C}'],
  ['\\text{even}', 'even', 'Even'],
  ['e^{2x}', '(e^x)^2', 'e^{x+x}', '\\exp(2x)', 'e^{2 x}'],
  ['|x-3|', '|3-x|', '\\left|x-3\\right|', '\\lvert x - 3 \\rvert'],
  ['\\frac{n(n+1)}{2}', '\\frac{n^2+n}{2}', '\\tfrac12 n(n+1)', 'n(n+1)/2', '\\frac12n^2+\\frac12n'],
  ['\\tan x', '\\frac{\\sin x}{\\cos x}', '\\tan(x)', '\\tan{x}', 'tan x'],
  ['\\sin^2 x', '(\\sin x)^2', '1 - \\cos^2 x', '\\sin^{2}(x)', '\\sin x \\sin x'],
  ['2x', '\\frac{dy}{dx} = 2x', 'f^{-1}(x) = 2x', 'x+x'],
  ['\\hat{i}+2\\hat{j}', '\\hat i + 2\\hat j'],
  ['\\text{June 20}', 'June 20', '\\text{ June } 20'],
  ['9x^2-6x+1', '(3x-1)^2', '1-6x+9x^2', '(1-3x)^2', '9x^{2} - 6x + 1', '9x² − 6x + 1'],
  ['(x-2)(x+3)', 'x^2+x-6 = (x-2)(x+3)', 'x^2+x-6'],
  ['\\text{Alice, Bob}', 'Bob and Alice', 'Alice, Bob', '\\text{Bob, Alice}'],
  ['\\text{I and II}', 'I, II', 'II and I', '\\text{I, II}'],
  ['\\frac{2}{x-1}', '\\dfrac{-2}{1-x}', '2/(x-1)', '\\frac{2(x+1)}{x^2-1}'],
  ['1 - \\frac{1}{2^{n}}', '\\frac{2^n-1}{2^n}', '1-2^{-n}', '1 - (\\tfrac12)^n'],
  ['\\cot \\alpha', '\\frac{1}{\\tan\\alpha}', 'cot(alpha)'],
  ['\\text{F}', '\\mathbf{F}', '\\textbf{F}', '(F)'],
  ['\\binom{n}{2}', '\\frac{n(n-1)}{2}', '\\frac{n^2-n}{2}'],
  ['\\frac{x^2}{2}', 'x^2\\frac12', '\\frac{1}{2}x^2', 'x^2 \\cdot \\frac{1}{2}'],
  ['ax+by', 'by+ax', 'a x + b y', 'ax + by'],
  ['\\text{DNE}', '\\text{does not exist}'],
];

describe('spellings of one answer', () => {
  test.each(same)('%s', (first, ...others) => {
    for (const other of others) expect.soft(keyOfText(other), other).toBe(keyOfText(first));
  });
});
