import { integer, type Rational } from '../rational.ts';
import { unit } from './fixed.ts';
import { opaque } from './opaque.ts';
import { exactly, isExact, product, type Value } from './value.ts';

const largestFactorial = 1000n;
const largestPolynomial = 8n;

/** The whole number below or above. */
export function rounded(value: Value, name: 'floor' | 'ceil'): Rational | null {
  const exact = exactly(value);
  const [above, below] = exact
    ? [exact.numerator, exact.denominator]
    : isExact(value) || value.im !== 0n
      ? [null, 1n]
      : [value.re, unit];
  if (above === null) return null;
  const down = above >= 0n ? above / below : -((-above + below - 1n) / below);
  return integer(name === 'floor' || down * below === above ? down : down + 1n);
}

/** Of a whole number that is not too large; anything else stands for itself. */
export function factorial(value: Value): Value | null {
  const exact = exactly(value);
  if (!exact) return opaque('factorial', [value]);
  if (exact.denominator !== 1n) return opaque('factorial', [value]);
  if (exact.numerator < 0n || exact.numerator > largestFactorial) return null;
  let result = 1n;
  for (let factor = 2n; factor <= exact.numerator; factor++) result *= factor;
  return integer(result);
}

/** n over k, where n may be any number and k is a small whole one. */
export function binomialOf(above: Value, below: Value): Value | null {
  const [n, k] = [exactly(above), exactly(below)];
  if (
    n &&
    k &&
    n.denominator !== 1n &&
    k.denominator === 1n &&
    k.numerator >= 0n &&
    k.numerator <= largestPolynomial
  )
    return fallingOver(n, k.numerator);
  if (!n || !k || n.denominator !== 1n || k.denominator !== 1n) return opaque('binom', [above, below]);
  if (n.numerator < 0n || n.numerator > largestFactorial || k.numerator < 0n || k.numerator > n.numerator)
    return null;
  let result = 1n;
  for (let i = 1n; i <= k.numerator; i++) result = (result * (n.numerator - i + 1n)) / i;
  return integer(result);
}

/** n over 2 is n(n − 1)/2 for every n. */
function fallingOver(n: Rational, k: bigint): Value | null {
  let result: Value | null = integer(1);
  for (let i = 0n; i < k && result; i++)
    result = product(result, {
      numerator: n.numerator - i * n.denominator,
      denominator: n.denominator * (i + 1n),
    });
  return result;
}
