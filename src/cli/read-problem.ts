import * as v from 'valibot';
import type { Expression } from '#answers/expression.ts';
import { parseExpression } from '#answers/parse-expression.ts';
import {
  arithmeticLimits,
  type ArithmeticTerm,
  longestPuzzle,
  type Problem,
  problemSchema,
  puzzleFault,
  questionLimits,
} from '#experiment/problem.ts';
import { UsageError } from './usage-error.ts';

/**
 * A problem as a person types it, or as this product shows it: `24: 4 9 10 13` or `Make 24 from 4, 9, 10, 13`, `47*6+38*4`
 * or `47 × 6 + 38 × 4 = ?`, `puzzle: v = 7. v?`, or `question: How many? [12]`, the right answer in brackets at the end where
 * it is known. Throws UsageError.
 */
export function readProblem(text: string): Problem {
  if (text.trim() === '') throw new UsageError(`The problem is empty. It can be ${forms}.`);
  const [, kind, words = ''] = /^\s*(question|puzzle):([^]*)$/i.exec(text) ?? [];
  const problem =
    kind === undefined
      ? readNumbers(text)
      : kind.toLowerCase() === 'puzzle'
        ? { family: 'puzzle' as const, text: words }
        : readQuestion(words);
  if (!problem) throw new UsageError(`"${text}" is not a problem that can be read. It can be ${forms}.`);
  const read = v.safeParse(problemSchema, problem);
  if (!read.success) throw new UsageError(`"${text.trim()}" cannot be asked. ${wanted(problem)}`);
  return read.output;
}

const forms =
  'a game ("24: 4 9 10 13"), a sum of products ("47*6+38*4"), a puzzle ("puzzle: v = 7. v?") or a question ("question: How many? [12]")';

function readQuestion(words: string): Problem {
  const [, text = '', answer] = /^\s*([^]*?)(?:\s*\[([^[\]]+)\])?\s*$/.exec(words) ?? [];
  return { family: 'question', text, ...(answer === undefined ? {} : { answer }) };
}

function readNumbers(text: string): Problem | null {
  const usual = narrow(text).trim();
  const [, target, numbers] =
    /^(\d+)\s*:\s*(\d[\d\s,]*)$/.exec(usual) ?? /^make\s+(\d+)\s+from\s+(\d[\d\s,]*)$/i.exec(usual) ?? [];
  if (numbers !== undefined)
    return {
      family: 'countdown',
      target: Number(target),
      numbers: numbers
        .split(/[\s,]+/)
        .filter(Boolean)
        .map(Number),
    };
  const [, sign = '', sum = ''] = /^([+\-−–]?)\s*([^]*?)\s*(?:=\s*\??)?$/.exec(usual) ?? [];
  // The reader of answers: it knows every sign that is written for plus, minus and times.
  const expression = parseExpression(sum);
  const terms = expression && termsOf(expression);
  if (!terms) return null;
  const [first, ...others] = terms;
  return {
    family: 'arithmetic',
    terms: first && sign !== '' && sign !== '+' ? [{ ...first, sign: '-' }, ...others] : terms,
  };
}

/** Digits and signs of full width, as East Asian keyboards write them, in their usual form. */
function narrow(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}

/** The products that an expression adds and subtracts, from left to right; null where it does anything else. */
function termsOf(expression: Expression): ArithmeticTerm[] | null {
  if (expression.kind !== 'operation') return null;
  const { operator, left, right } = expression;
  if (operator === '*')
    return left.kind === 'number' && right.kind === 'number'
      ? [{ sign: '+', left: Number(left.value), right: Number(right.value) }]
      : null;
  if (operator === '/' || right.kind !== 'operation' || right.operator !== '*') return null;
  const [before, after] = [termsOf(left), termsOf(right)];
  return (
    before && after && [...before, ...after.map((term): ArithmeticTerm => ({ ...term, sign: operator }))]
  );
}

/** What a problem of its kind must be, in plain words. */
function wanted(problem: Problem): string {
  switch (problem.family) {
    case 'countdown':
      return 'A game has four numbers from 1 to 13 and a target from 1 to 99.';
    case 'arithmetic':
      return `A sum has up to ${arithmeticLimits.products} products, each of a number from 10 to ${arithmeticLimits.left} by one from 2 to 9, the larger one first.`;
    case 'puzzle':
      return puzzleFault(problem.text) ?? `A puzzle has up to ${longestPuzzle} characters.`;
    case 'question':
      return `A question has words, up to ${questionLimits.text} characters, and its answer up to ${questionLimits.answer}.`;
  }
}
