import { expect, it } from 'vitest';
import { valueOfAnswer } from './answer-value.ts';

it.each([
  ['-1/3', '−1/3', 'arithmetic', { kind: 'number', number: '-1/3' }],
  ['names: Ann Cid', 'Ann and Cid', 'puzzle', { kind: 'names', names: ['Ann', 'Cid'] }],
  ['names: ', 'nobody', 'puzzle', { kind: 'names', names: [] }],
  ['(*(+9 -3) *4)', '(9 − 3) × 4', 'countdown', { kind: 'expression', expression: '(9 - 3) * 4' }],
  ['words: monday', 'Monday', 'question', { kind: 'text', text: 'Monday' }],
])('an answer of version 1 with the key %s has a value', (key, display, family, value) =>
  expect(valueOfAnswer(key, display, family)).toEqual(value),
);
