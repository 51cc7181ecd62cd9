import type { AnswerForm } from '#experiment/families/sheet.ts';
import { canonicalForm } from './canonical.ts';
import type { Expression } from './expression.ts';
import { expressionText, operands } from './expression.ts';
import { lastExpression } from './find-expression.ts';
import type { FoundNumber } from './number.ts';
import { firstNumber, lastNumber, parseNumber } from './number.ts';
import { parseExpression } from './parse-expression.ts';
import type { ReadAnswer } from './read.ts';
import { readNames } from './read-names.ts';
import type { Rational } from './rational.ts';
import { rationalKey, rationalText } from './rational.ts';
import { expressionValue, numberValue } from './value.ts';

/** Answer forms with a syntax of their own. */
export type FormalForm = Exclude<AnswerForm, 'words'>;

/**
 * Reads a piece of text as an answer of a form.
 *
 * @param place `whole`: the text must be an answer and nothing else. `stated`: it begins with the answer, or is a short
 * sentence about it. `last`: the answer is the last thing in it that looks like one.
 */
export function readAnswer(
  form: FormalForm,
  text: string,
  place: 'whole' | 'stated' | 'last',
): ReadAnswer | null {
  switch (form) {
    case 'expression':
      return readExpression(text, place);
    case 'number':
      return readNumber(text, place);
    case 'names':
      return readNames(text, place);
  }
}

/** \frac{1}{2} is a number, 1 / 2 an expression. */
const loneFraction = /^[\s$]*\\[dtc]?frac\s*\{?\s*\d+\s*\}?\s*\{?\s*\d+\s*\}?[\s$]*$/;

function readExpression(text: string, place: 'whole' | 'stated' | 'last'): ReadAnswer | null {
  if (loneFraction.test(text)) return null;
  const whole = parseExpression(text);
  // A number alone does not answer a countdown: it is the target, not how to reach it.
  if (whole && operands(whole).length > 1) return expressionAnswer(text.trim(), whole);
  const found = place === 'whole' ? null : lastExpression(text);
  return found && expressionAnswer(found.text, found.expression);
}

function expressionAnswer(text: string, expression: Expression): ReadAnswer {
  return {
    text,
    display: expressionText(expression),
    value: expressionValue(expression),
    key: canonicalForm(expression),
  };
}

function readNumber(text: string, place: 'whole' | 'stated' | 'last'): ReadAnswer | null {
  const whole = parseNumber(text);
  if (whole) return numberAnswer(text.trim(), whole);
  switch (place) {
    case 'whole':
      return null;
    case 'stated':
      // "282 + 152 = 434 apples" states 434, the last side of the chain.
      return numberIn(text.slice(text.lastIndexOf('=') + 1), firstNumber) ?? numberIn(text, firstNumber);
    case 'last':
      return numberIn(text, lastNumber);
  }
}

function numberIn(text: string, find: (text: string) => FoundNumber | null): ReadAnswer | null {
  const found = find(text);
  // A digit out of place is shown as a question mark, so `??499` is part of a number and not one.
  if (found && text[found.start - 1] === '?') return null;
  return found && numberAnswer(text.slice(found.start, found.end), found.value);
}

function numberAnswer(text: string, value: Rational): ReadAnswer {
  return { text, display: rationalText(value), value: numberValue(value), key: rationalKey(value) };
}
