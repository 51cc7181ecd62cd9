import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Problem } from '#experiment/problem.ts';
import type { LoggedToken, TokenRole } from '#run/events.ts';
import { extractAnswer, extractFromTrace } from './extract.ts';

const countdown: Problem = { family: 'countdown', numbers: [4, 9, 10, 13], target: 24 };
const arithmetic: Problem = {
  family: 'arithmetic',
  terms: [
    { sign: '+', left: 47, right: 6 },
    { sign: '+', left: 38, right: 4 },
  ],
};

describe('countdown', () => {
  test.each([
    ['9 - 3 = 6 [ 4 6 ] 6 * 4 = 24 </think> ( 9 - 3 ) * 4 <eos>', 'after-thinking', '(9 − 3) × 4'],
    ['6 * 4 = 24 </think> ( 9 - 3 ) * 4 = 24 <eos>', 'after-thinking', '(9 − 3) × 4'],
    ['( 9 - 3 ) * 4 <eos>', 'whole-text', '(9 − 3) × 4'],
    ['We take \\boxed{(10 - 4) \\times (13 - 9)} as 6 * 4.', 'boxed', '(10 − 4) × (13 − 9)'],
    ['\\boxed{1 + 2} and then \\boxed{3 \\times 4}', 'boxed', '3 × 4'],
    ['\\boxed{\\frac{1}{2}} no, the answer is 2 * 12.', 'the-answer-is', '2 × 12'],
    ['Left 6 24. Answer: (10 - 4) * (13 - 9) = 24', 'the-answer-is', '(10 − 4) × (13 − 9)'],
    ['**Final answer:** (10 - 4) * (13 - 9)', 'the-answer-is', '(10 − 4) × (13 − 9)'],
    ['The answer is 1 + 2. No: the answer is 3 * 8.', 'the-answer-is', '3 × 8'],
    ['I would say (10 - 4) * (13 - 9) = 6 * 4 = 24, easily', 'expression', '(10 − 4) × (13 − 9)'],
    ['\\boxed{24} because 10 - 4 = 6', 'expression', '10 − 4'],
    ['<think> 1 + 2 </think> the answer is 4 * 6', 'the-answer-is', '4 × 6'],
    ['The answer is 1 + 2 </think> 4 * 6 <eos>', 'after-thinking', '4 × 6'],
  ])('%j: %s, %s', (text, rule, display) => {
    expect(extractAnswer(countdown, text)).toMatchObject({ rule, display });
  });

  test.each([
    '',
    '24',
    '4 9 10 13',
    'no idea',
    '9 - 3 = 6 </think> <eos>',
    '<think> 9 - 3 = 6 [ 4 6 ]',
    '\\boxed{',
    'the answer is',
  ])('%j has no answer', (text) => {
    expect(extractAnswer(countdown, text)).toBeNull();
  });

  test('two ways to write one solution are one vote, two solutions are two', () => {
    const key = (text: string) => extractAnswer(countdown, text)?.key;
    expect(key('</think> (9 - 3) * 4')).toBe(key('</think> 4 * ( 9 - 3 )'));
    expect(key('</think> (9 - 3) * 4')).not.toBe(key('</think> 2 * 12'));
  });
});

describe('arithmetic', () => {
  test.each([
    ['47*6=282;38*4=152;282+152=434 </think> 434 <eos>', 'after-thinking', '434'],
    ['434 <eos>', 'whole-text', '434'],
    ['47 × 6 = 282. 38 × 4 = 152. 282 + 152 = 434. The answer is 434.', 'the-answer-is', '434'],
    ['The answer is 282 + 152 = 434.', 'the-answer-is', '434'],
    ['The answer is 1,234 because of it', 'the-answer-is', '1234'],
    ['blah #### 434', 'the-answer-is', '434'],
    ['\\boxed{434}', 'boxed', '434'],
    ['\\boxed{\\dfrac{1}{2}}', 'boxed', '0.5'],
    ['\\boxed{1} \\boxed{2', 'boxed', '1'],
    ['First 282, then 152, so 434 it is', 'last-number', '434'],
    ['282 - 446 = -164', 'whole-text', '−164'],
    ['that makes −164!', 'last-number', '−164'],
  ])('%j: %s, %s', (text, rule, display) => {
    expect(extractAnswer(arithmetic, text)).toMatchObject({ rule, display });
  });

  test('an unfinished thought is no answer, but what it states is', () => {
    expect(extractAnswer(arithmetic, '47*6=282;38*4=1', { thinking: true })).toBeNull();
    expect(extractAnswer(arithmetic, '47*6=282;38*4=1')).toMatchObject({ display: '1' });
    expect(extractAnswer(arithmetic, '47*6=282;</think> ??434', { thinking: true })).toBeNull();
    expect(extractAnswer(arithmetic, '47*6=282;</think> 4?4', { thinking: true })).toBeNull();
    expect(extractAnswer(arithmetic, 'so the answer is 434. Wait', { thinking: true })).toMatchObject({
      display: '434',
    });
  });

  test('half is one vote however it is written', () => {
    const keys = ['0.5', '1/2', '50%', '\\frac{1}{2}'].map(
      (text) => extractAnswer(arithmetic, `\\boxed{${text}}`)?.key,
    );
    expect(new Set(keys).size).toBe(1);
  });
});

describe('from logged tokens', () => {
  const token = (text: string, role: TokenRole): LoggedToken => ({
    id: 0,
    text,
    placement: 'word',
    role,
    logprob: null,
    forced: false,
    alternatives: [],
  });
  const thought = '6 * 4 = 24'.split(' ').map((text) => token(text, 'thought'));

  test('the roles tell whether the thought was closed', () => {
    expect(extractFromTrace(countdown, thought)).toBeNull();
    const answer = '( 9 - 3 ) * 4'.split(' ').map((text) => token(text, 'answer'));
    const whole = [...thought, token('</think>', 'control'), ...answer, token('<eos>', 'control')];
    expect(extractFromTrace(countdown, whole)).toMatchObject({
      display: '(9 − 3) × 4',
      rule: 'after-thinking',
    });
    expect(extractFromTrace(countdown, answer)).toMatchObject({ rule: 'whole-text' });
    expect(extractFromTrace(countdown, [])).toBeNull();
  });
});

const pieces = [
  '\\boxed{',
  '{',
  '}',
  '</think>',
  '<think>',
  'the answer is ',
  '12',
  ' + ',
  '(',
  ')',
  '*',
  '=',
  '\n',
  'word ',
  '. ',
];

test('any text is read without an error', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 200 }), fc.boolean(), (parts, thinking) => {
      for (const problem of [countdown, arithmetic]) {
        const answer = extractAnswer(problem, parts.join(''), { thinking });
        if (answer) expect(answer.key).not.toBe('');
      }
    }),
  );
});

test.each(pieces)('%j, again and again, is read to the end', (piece) => {
  for (const problem of [countdown, arithmetic]) extractAnswer(problem, piece.repeat(50_000));
});
