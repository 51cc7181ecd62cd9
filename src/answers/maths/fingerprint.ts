import { rational, type Rational } from '../rational.ts';
import { evaluate, type Point, Work } from './evaluate.ts';
import { hash, hashText } from './hash.ts';
import { children, namesOf, type Tree } from './tree.ts';
import { exactly, quotient, valueText, type Value } from './value.ts';

/** Letters stand for fractions that look random: twice all above zero, once all below, once mixed. */
const points: readonly Point[] = [0, 1, 2, 3].map((index) => (name) => {
  const seed = hash(`${name} at point ${index}`);
  const size = rational((seed % (1n << 20n)) + (1n << 20n), 1n << 20n)!;
  const below = index === 2 || (index === 3 && (seed >> 30n) % 2n === 1n);
  return below ? { numerator: -size.numerator, denominator: size.denominator } : size;
});

/** Longer keys are hashed. */
const longestKey = 200;

/** Values at all points; null where one of them is missing. */
function valuesOf(tree: Tree, work: Work): readonly Value[] | null {
  const constant = namesOf(tree).length === 0;
  const found: Value[] = [];
  for (const point of constant ? points.slice(0, 1) : points) {
    const value = evaluate(tree, point, work);
    if (!value) return null;
    found.push(value);
  }
  return found;
}

/** Whether a function that nothing is known of is in it: f(2) is no number. */
const isUnknown = (tree: Tree): boolean =>
  (tree.kind === 'call' && tree.name.startsWith('function ')) || children(tree).some(isUnknown);

/** The number itself, or the fingerprint of an expression with letters. */
export function valueKey(tree: Tree, work: Work): string | null {
  const values = valuesOf(tree, work);
  if (!values) return null;
  const texts = values.map(valueText);
  const [first = ''] = texts;
  // What is the same everywhere is a number, whatever letters cancel in it.
  return texts.every((text) => text === first) && !isUnknown(tree)
    ? shortened(first)
    : `f: ${hashText(texts.join('|'))}`;
}

/** The number that a tree is, exactly; null where it is none. */
export function numberOf(tree: Tree): Rational | null {
  if (namesOf(tree).length > 0 || isUnknown(tree)) return null;
  const value = evaluate(tree, points[0]!, new Work());
  return value && exactly(value);
}

/**
 * Values of an expression that is nothing but its zeros: equal up to a factor. `positive`: up to a factor above zero, as
 * the sides of an inequality are.
 */
export function zerosKey(tree: Tree, positive: boolean, work: Work): string | null {
  const values = valuesOf(tree, work);
  const [first] = values ?? [];
  if (!values || !first || values.length === 1) return null;
  const exact = exactly(first);
  if (exact?.numerator === 0n) return null;
  let by: Value = first;
  if (positive) {
    if (!exact) return null;
    by = exact.numerator < 0n ? { numerator: -exact.numerator, denominator: exact.denominator } : exact;
  }
  const shares = values.map((value) => quotient(value, by));
  return shares.every((share): share is Value => share !== null)
    ? hashText(shares.map(valueText).join('|'))
    : null;
}

export function shortened(key: string): string {
  return key.length > longestKey ? `${key.slice(0, 40)}… ${hashText(key)}` : key;
}
