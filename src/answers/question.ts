import { parseNumber } from './number.ts';
import type { ReadAnswer } from './read.ts';
import { divide, equals, integer, rationalKey, rationalText, type Rational } from './rational.ts';

/** A text longer than this is an explanation, not an answer. */
const longestAnswer = 200;
/** A reply of more words than this is a sentence about the answer. */
const mostWords = 5;
/** No more is looked at: model output is untrusted. */
const longestText = 1000;

/**
 * The answer of a problem in words: a number where it is one, units left out, else the words, of which only what tells
 * answers apart counts (see `plainWords`). Null for what is too long to be an answer.
 */
export function readWords(text: string, place: 'whole' | 'stated'): ReadAnswer | null {
  if (text.length > longestText) return null;
  const shown = unwrapped(text);
  if (shown === '' || shown.length > longestAnswer) return null;
  if (place === 'whole' && (/\n/.test(text.trim()) || shown.split(' ').length > mostWords)) return null;
  const value = parseNumber(shown);
  if (value) return numberAnswer(text.trim(), value);
  const key = plainWords(shown);
  return key === '' ? null : { text: text.trim(), display: shown, key: `words: ${key}` };
}

function numberAnswer(text: string, value: Rational): ReadAnswer {
  return { text: text.slice(0, longestAnswer), display: rationalText(value), key: rationalKey(value) };
}

/** The last line with a letter or a digit in it: where a reply without any other sign has its answer. */
export function lastLine(text: string): string | null {
  return text.split('\n').findLast((line) => /[\p{L}\p{N}]/u.test(line)) ?? null;
}

/** Without Markdown, LaTeX's wrapping and what surrounds an answer in a sentence; on one line. */
function unwrapped(text: string): string {
  return text
    .replace(/\*\*|__|`|\$|\\[()[\],;!]|\\(?:left|right|displaystyle)\b/g, ' ')
    .replace(/\\(?:text|textbf|mathrm|mathbf|boxed|operatorname)\s*\{([^{}]*)\}/g, '$1')
    .replace(/\s+/g, ' ')
    .replace(/^[#>:* ]+/, '')
    .replace(/^- /, '')
    .replace(/[.!: ]+$/, '');
}

/** Words as they count: in small letters, without article, quotes and brackets around them; `(B)` is b. */
export function plainWords(text: string): string {
  return unwrapped(text)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[“”„"'‘’()[\]{}]/g, '')
    .replace(/\s*([,;/=+*<>-])\s*/g, '$1')
    .replace(/^(?:the|an?) /, '')
    .replace(/[.!?:]+$/, '')
    .trim();
}

/** Whether an answer and a reference say the same. Whoever writes 50 and whoever writes 50 % mean the same, where the question asks for a percentage. */
export function saysTheSame(answer: string, reference: string): boolean {
  const [given, right] = [parseNumber(unwrapped(answer)), parseNumber(unwrapped(reference))];
  if (!given || !right) return plainWords(answer) === plainWords(reference);
  return equals(given, right) || (isPercentage(reference) && equals(hundredth(given), right));
}

const isPercentage = (text: string): boolean => /%|per ?cent\b/i.test(text);

function hundredth(value: Rational): Rational {
  return divide(value, integer(100)) ?? value;
}
