import { rational, type Rational } from '../rational.ts';
import type { Cursor } from './cursor.ts';
import { signOf, syntaxError } from './cursor.ts';
import { scaleWords } from './words.ts';

export interface ParsedUnit {
  /** `cm^2`, `km/h`, `apples`; empty if there is only a scale, such as million. */
  readonly name: string;
  readonly percent: boolean;
  readonly scale: Rational | null;
}

const mostWords = 8;
/** Words that change the number before them: "3 or more" is not 3. */
const changing =
  /^(?:or|if|when|unless|squared|cubed|below|times|remainder|minus|plus|not|to|factorial|over|under|january|february|march|april|may|june|july|august|september|october|november|december)\b|\b(?:at (?:least|most)|or (?:more|less|fewer)|below zero)\b/;

/** The words after a number: a scale that multiplies it, and what it counts or measures. Null if there are none. */
export function parseUnit(cursor: Cursor): ParsedUnit | null {
  let scale: Rational | null = null;
  let percent = false;
  const parts: string[] = [];
  for (let words = 0; words < mostWords; words++) {
    const { here } = cursor;
    if (here?.kind === 'word') {
      const text = here.text.toLowerCase().replace(/^(?:of a|of an) /, '');
      if (/^,?\s*(?:and|or)$/.test(text)) break;
      if (changing.test(text)) return syntaxError();
      const [first = '', ...more] = text.split(' ');
      const factor = Object.hasOwn(scaleWords, first) ? scaleWords[first] : undefined;
      if (factor && parts.length === 0) {
        scale = rational(...factor);
        if (more.length > 0) parts.push(more.join(' '));
      } else if (/^per ?cent(?:age)?(?: points?)?$/.test(text)) percent = true;
      else parts.push(text);
      cursor.skip();
    } else if (
      parts.length > 0 &&
      here?.kind === 'sign' &&
      (here.sign === '^' || here.sign === '/' || here.sign === '*' || here.sign === '×')
    ) {
      const next = cursor.peek(1);
      if (here.sign === '^') {
        const braced = signOf(next) === '{' && signOf(cursor.peek(3)) === '}';
        const number = braced ? cursor.peek(2) : next;
        if (number?.kind !== 'number') break;
        parts.push(`^${number.text}`);
        cursor.skip(braced ? 4 : 2);
      } else if (next?.kind === 'word') {
        parts.push(here.sign === '×' ? '*' : here.sign);
        cursor.skip();
      } else if (next?.kind === 'name' && /^[hsm]$/.test(next.name)) {
        parts.push(`${here.sign}${next.name}`);
        cursor.skip(2);
      } else break;
    } else break;
  }
  if (parts.length === 0 && !scale && !percent) return null;
  return { name: parts.join(' ').replace(/ ?([\^/*]) ?/g, '$1'), percent, scale };
}
