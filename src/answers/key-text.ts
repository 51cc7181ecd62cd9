import { rational, rationalText } from './rational.ts';

/**
 * What a key says, for people: a number as itself, a long one by its first digits, and what has no words of its own by the
 * text it was read from.
 */
export function keyText(key: string, text: string): string {
  const number = /^(-?\d{1,400})(?:\/(\d{1,400}))?$/.exec(key);
  const value = number && rational(BigInt(number[1]!), BigInt(number[2] ?? 1));
  if (value) return rationalText(value);
  if (key.startsWith('words: ')) return `“${key.slice(7)}”`;
  if (hidden.test(key)) return text;
  // The digits behind the dots are the rest of the number in short.
  return key.replace(/…[0-9a-z]+/g, '…').replaceAll('-', '−');
}

/** Keys that are no words: values at points, texts as they stand. */
const hidden = /(?:^|[[({; ])(?:f|0=|≠0|text|0<|0≤): /;
