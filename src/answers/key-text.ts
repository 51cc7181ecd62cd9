import { itemAt } from '#experiment/surely.ts';
import { rational, rationalText } from './rational.ts';

/**
 * A key for display: numbers as they are, long ones by their first digits. Keys that mean nothing to a reader are
 * replaced by the text they were read from.
 */
export function keyText(key: string, text: string): string {
  const number = /^(-?\d{1,400})(?:\/(\d{1,400}))?$/.exec(key);
  const value = number && rational(BigInt(itemAt(number, 1)), BigInt(number[2] ?? 1));
  if (value) return rationalText(value);
  if (key.startsWith('words: ')) return `“${key.slice(7)}”`;
  if (hidden.test(key)) return text;
  // What follows the dots is a hash of the number's other digits.
  return key.replace(/…[0-9a-z]+/g, '…').replaceAll('-', '−');
}

/** Keys that mean nothing to a reader: values at test points, unread texts. */
const hidden = /(?:^|[[({; ])(?:f|0=|≠0|text|0<|0≤): /;
