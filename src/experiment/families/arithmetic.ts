import * as v from 'valibot';
import { arithmeticProblem, type ArithmeticProblem, type ArithmeticTerm } from './arithmetic-problem.ts';
import type { FamilySheet } from './sheet.ts';

/** The product sum as a person writes it: `47 × 6 + 38 × 4`. */
export function arithmeticText({ terms }: ArithmeticProblem): string {
  return terms
    .map(({ sign, left, right }, at) => {
      const before = at === 0 ? (sign === '-' ? '−' : '') : sign === '-' ? ' − ' : ' + ';
      return `${before}${left} × ${right}`;
    })
    .join('');
}

export const arithmetic = {
  schema: arithmeticProblem,
  text: (problem) => `${arithmeticText(problem)} = ?`,
  fileName: () => 'arithmetic',
  usual: {
    family: 'arithmetic',
    terms: [
      { sign: '+', left: 47, right: 6 },
      { sign: '+', left: 38, right: 4 },
    ],
  },
  model: 'arithmetic',
  answerForm: () => 'number',
  manyAnswers: false,
  checkedByRule: true,
  trained: {
    // After an equation.
    stepEnds: [';'],
    /** Null for a sum that begins with a minus. */
    formula({ terms: [first, ...rest] }) {
      if (first?.sign !== '+') return null;
      return `${first.left} * ${first.right}${rest.map(({ sign, left, right }) => ` ${sign} ${left} * ${right}`).join('')}`;
    },
    effortOfWaits: 'high',
    settings: {},
    maxTokens: 200,
  },
  link: {
    model: 'arithmetic',
    since: ({ terms }) => (terms.some(({ left }) => left > 99) ? 3 : terms.length > 3 ? 2 : 1),
    newest: 3,
    /** A subtracted product has a minus. */
    short: ({ terms }) => ['a', terms.map(({ sign, left, right }) => [sign === '-' ? -left : left, right])],
    fromShort: v.pipe(
      v.strictTuple([v.literal('a'), v.array(v.strictTuple([v.number(), v.number()]))]),
      v.transform(([, terms]): ArithmeticProblem => ({
        family: 'arithmetic',
        terms: terms.map(([left, right]): ArithmeticTerm => ({
          sign: left < 0 ? '-' : '+',
          left: Math.abs(left),
          right,
        })),
      })),
    ),
  },
  heldOut: {
    usual: () => import('../held-out/arithmetic.ts'),
    harder: () => import('../held-out/arithmetic-harder.ts'),
    bigger: () => import('../held-out/arithmetic-bigger.ts'),
  },
} satisfies FamilySheet<ArithmeticProblem>;
