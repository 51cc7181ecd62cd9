import type { ArithmeticTerm } from '#experiment/families/arithmetic-problem.ts';
import type { Expression } from './expression.ts';
import { parseExpression } from './parse-expression.ts';

/** Problems as people type them or as the page shows them, not held against their schemas yet; null where a text is none. */

/** `24: 4 9 10 13`, `Make 24 from 4, 9, 10, 13`. */
export function typedGame(text: string): unknown {
  const usual = narrow(text).trim();
  const [, target, numbers] =
    /^(\d+)\s*:\s*(\d[\d\s,]*)$/.exec(usual) ?? /^make\s+(\d+)\s+from\s+(\d[\d\s,]*)$/i.exec(usual) ?? [];
  if (numbers === undefined) return null;
  const given = numbers.split(/[\s,]+/).filter(Boolean);
  return { family: 'countdown', numbers: given.map(Number), target: Number(target) };
}

/** `47*6+38*4`, `47 × 6 + 38 × 4 = ?`: whatever the reader of answers takes for a sum of products. */
export function typedSum(text: string): unknown {
  const [, sign = '', sum = ''] = /^([+\-−–]?)\s*([^]*?)\s*(?:=\s*\??)?$/.exec(narrow(text).trim()) ?? [];
  const expression = parseExpression(sum);
  const terms = expression && productsOf(expression);
  if (!terms) return null;
  const [first, ...others] = terms;
  const negative = first && sign !== '' && sign !== '+';
  return { family: 'arithmetic', terms: negative ? [{ ...first, sign: '-' }, ...others] : terms };
}

/** `puzzle: v = 7. v?` */
export function typedPuzzle(typed: string): unknown {
  const text = afterWord('puzzle', typed);
  return text === null ? null : { family: 'puzzle', text };
}

/** `question: How many? [12]`, the right answer in brackets at the end where it is known. */
export function typedQuestion(typed: string): unknown {
  const words = afterWord('question', typed);
  if (words === null) return null;
  const [, text = '', answer] = /^\s*([^]*?)(?:\s*\[([^[\]]+)\])?\s*$/.exec(words) ?? [];
  return { family: 'question', text, ...(answer === undefined ? {} : { answer }) };
}

/** The products that an expression adds and subtracts, from left to right; null where it does anything else. */
function productsOf(expression: Expression): readonly ArithmeticTerm[] | null {
  if (expression.kind !== 'operation') return null;
  const { operator, left, right } = expression;
  if (operator === '*')
    return left.kind === 'number' && right.kind === 'number'
      ? [{ sign: '+', left: Number(left.value), right: Number(right.value) }]
      : null;
  if (operator === '/' || right.kind !== 'operation' || right.operator !== '*') return null;
  const [before, after] = [productsOf(left), productsOf(right)];
  return (
    before && after && [...before, ...after.map((term): ArithmeticTerm => ({ ...term, sign: operator }))]
  );
}

/** The rest of a typed text that begins with a word and a colon; null for any other. */
export function afterWord(word: string, text: string): string | null {
  const [begin = ''] = /^\s*[a-z]+:/i.exec(text) ?? [];
  return begin.trim().toLowerCase() === `${word}:` ? text.slice(begin.length) : null;
}

/** Digits and signs of full width, as East Asian keyboards write them, in their usual form. */
function narrow(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}
