import { toBase64Url } from './base64url.ts';

/** The largest prime that three signs of base64 hold. */
const prime = 262_139;

/**
 * Three signs that tell whether a link is the one that was made. One character that is another, and two neighbours that changed
 * places, are always noticed: either moves the sum by a product of numbers that the prime does not divide. Of other texts one
 * in 262,139 passes.
 */
function checkOf(text: string): string {
  let sum = 0;
  for (let at = 0; at < text.length; at += 1) sum = (sum * 31 + text.charCodeAt(at)) % prime;
  return toBase64Url(Uint8Array.of(sum >> 10, sum >> 2, sum << 6)).slice(0, 3);
}

const withoutHash = (fragment: string) => fragment.replace(/^#/, '');

/** A fragment of a link with its check behind it: `#v1.abcd` becomes `#v1.abcd.efg`. */
export function withCheck(fragment: string): string {
  return `${fragment}.${checkOf(withoutHash(fragment))}`;
}

/**
 * The fragment without its check; null where the check does not fit. Links had none before November 2026, and are what they say.
 * @param fragment which may lack its `#`.
 */
export function checked(fragment: string): string | null {
  const [, text, check] = /^(.*?v[0-9]{1,6}\.[^.]*)\.([^.]*)$/.exec(fragment) ?? [];
  if (text === undefined) return fragment;
  return checkOf(withoutHash(text)) === check ? text : null;
}
