import { itemAt, surely } from '#experiment/surely.ts';
import { rational, type Rational } from '../rational.ts';
import { evaluateAt, type Point } from './evaluate.ts';
import { StepBudget } from './step-budget.ts';
import { hash, hashText } from './hash.ts';
import { children, namesOf, type Tree } from './tree.ts';
import { exactly, quotient, valueText, type Value } from './value.ts';

/** Test points: letters get pseudo-random fractions, at two points all positive, at one all negative, at one mixed. */
const points: readonly Point[] = [0, 1, 2, 3].map((index) => (name) => {
  const seed = hash(`${name} at point ${index}`);
  const size = surely(rational((seed % (1n << 20n)) + (1n << 20n), 1n << 20n), 'fraction');
  const below = index === 2 || (index === 3 && (seed >> 30n) % 2n === 1n);
  return below ? { numerator: -size.numerator, denominator: size.denominator } : size;
});

/** Characters. Longer keys are hashed. */
const longestKey = 200;

/** Values at all points; null if one of them is missing. */
function valuesOf(tree: Tree, budget: StepBudget): readonly Value[] | null {
  const constant = namesOf(tree).length === 0;
  const found: Value[] = [];
  for (const point of constant ? points.slice(0, 1) : points) {
    const value = evaluateAt(tree, point, budget);
    if (!value) return null;
    found.push(value);
  }
  return found;
}

/** True if it holds an unknown function: f(2) is not a number. */
const isUnknown = (tree: Tree): boolean =>
  (tree.kind === 'call' && tree.name.startsWith('function ')) || children(tree).some(isUnknown);

/** The number itself, or the fingerprint of an expression with letters. */
export function valueKey(tree: Tree, budget: StepBudget): string | null {
  const values = valuesOf(tree, budget);
  if (!values) return null;
  const texts = values.map(valueText);
  const [first = ''] = texts;
  // The same value at all points: its letters cancel, so it is a number.
  return texts.every((text) => text === first) && !isUnknown(tree)
    ? shortened(first)
    : `f: ${hashText(texts.join('|'))}`;
}

/** The exact number that a tree evaluates to; null if it has letters or no exact value. */
export function numberOf(tree: Tree): Rational | null {
  if (namesOf(tree).length > 0 || isUnknown(tree)) return null;
  const value = evaluateAt(tree, itemAt(points, 0), new StepBudget());
  return value && exactly(value);
}

/**
 * A key for an expression of which only the zeros matter: the same up to a constant factor. `positive`: up to a positive
 * factor, as for the sides of an inequality.
 */
export function zerosKey(tree: Tree, positive: boolean, budget: StepBudget): string | null {
  const values = valuesOf(tree, budget);
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
