import { integer, type Rational } from '../rational.ts';
import {
  bitLength,
  complex,
  exponential,
  over,
  pi,
  timesComplex,
  trusted,
  unit,
  type Complex,
} from './fixed.ts';
import { opaque } from './opaque.ts';
import type { StepBudget } from './step-budget.ts';
import { children, type Tree } from './tree.ts';
import { natural, trigonometric } from './trigonometry.ts';
import {
  addValues,
  exactly,
  isExact,
  negateValue,
  power,
  product,
  quotient,
  root,
  toComplex,
  type Value,
} from './value.ts';
import { binomialOf, factorial, rounded } from './whole-functions.ts';

/** The values of the letters. */
export type Point = (name: string) => Rational;

/** The value at a point; null if it has none, or none exact enough to be trusted. */
export function evaluateAt(tree: Tree, point: Point, budget: StepBudget): Value | null {
  const inner = (of: Tree): Value | null => evaluateAt(of, point, budget);
  switch (tree.kind) {
    case 'number':
      return tree.value;
    case 'name':
      return point(tree.name);
    case 'constant':
      return constant(tree.name);
    case 'sum':
    case 'product':
    case 'quotient': {
      const [left, right] = [inner(tree.left), inner(tree.right)];
      return left && right && budget.spend(weight(left) + weight(right))
        ? operate[tree.kind](left, right)
        : null;
    }
    case 'power':
      return powerOf(tree.left, tree.right, inner, budget);
    case 'negation': {
      const of = inner(tree.of);
      return of && negateValue(of);
    }
    case 'degrees':
      return inner(tree.of);
    case 'measured': {
      const of = tree.unit === '' && tree.percent ? inner(tree.of) : null;
      return of && quotient(of, integer(100));
    }
    case 'call': {
      const values = tree.of.map(inner);
      return values.every((value): value is Value => value !== null) && budget.spend(costs[tree.name] ?? 10)
        ? call(tree, values)
        : null;
    }
    case 'matrix':
      return tree.shape === 'determinant' ? determinant(tree.rows.map((row) => row.map(inner))) : null;
    case 'plus-minus':
    case 'numeral':
    case 'group':
    case 'list':
    case 'sets':
    case 'relation':
    case 'ratio':
    case 'words':
    case 'dots':
      return null;
  }
}

const operate = { sum: addValues, product, quotient } as const;

/** What arithmetic with long fractions costs. */
function weight(value: Value): number {
  return isExact(value) && value.denominator !== 1n
    ? Math.floor((bitLength(value.denominator) / 256) ** 2)
    : 0;
}

function constant(name: string): Value | null {
  switch (name) {
    case 'π':
      return pi();
    case 'e':
      return exponential(complex(unit));
    case 'i':
      return complex(0n, unit);
    default:
      return null;
  }
}

function powerOf(
  base: Tree,
  exponent: Tree,
  inner: (of: Tree) => Value | null,
  budget: StepBudget,
): Value | null {
  const to = inner(exponent);
  if (!to || !budget.spend(isExact(to) && to.denominator === 1n ? 1 : 15)) return null;
  const whole = exactly(to) ?? to;
  if (base.kind === 'constant' && base.name === 'e') {
    const z = toComplex(whole);
    const raised = z && exponential(z);
    return raised && trusted(raised);
  }
  const from = inner(base);
  return from && power(from, whole);
}

const costs: Readonly<Record<string, number>> = {
  sqrt: 3,
  abs: 2,
  floor: 1,
  ceil: 1,
  factorial: 5,
  binom: 5,
  sin: 5,
  cos: 5,
  log: 14,
  ln: 7,
  exp: 3,
};

function call({ name, of }: Extract<Tree, { kind: 'call' }>, values: readonly Value[]): Value | null {
  const [first, second] = values;
  if (!first) return null;
  const angle = of.some(hasDegrees);
  switch (name) {
    case 'sqrt': {
      if (!second) return root(exactly(first) ?? first, 2n);
      const degree = exactly(second);
      return degree?.denominator === 1n ? root(exactly(first) ?? first, degree.numerator) : null;
    }
    case 'cbrt':
      return root(first, 3n);
    case 'abs': {
      const z = toComplex(first);
      if (isExact(first)) return first.numerator < 0n ? negateValue(first) : first;
      return (
        z &&
        root(
          addValues(
            product({ re: z.re, im: 0n }, { re: z.re, im: 0n }) ?? first,
            product({ re: z.im, im: 0n }, { re: z.im, im: 0n }) ?? integer(0),
          ) ?? first,
          2n,
        )
      );
    }
    case 'floor':
    case 'ceil':
      return rounded(first, name);
    case 'factorial':
      return factorial(first);
    case 'binom':
      return second ? binomialOf(first, second) : null;
    case 'gcd':
    case 'lcm':
    case 'max':
      return null;
    case 'exp': {
      const z = toComplex(first);
      const raised = z && exponential(z);
      return raised && trusted(raised);
    }
    case 'ln':
      return natural(first);
    case 'log': {
      const [above, below] = [natural(first), natural(second ?? integer(10))];
      return above && below && quotient(above, below);
    }
    default: {
      if (name.startsWith('function ')) return opaque(name, values);
      const z = toComplex(first);
      const turn = z && (angle ? scaledBy(z, over(pi(), complex(unit * 180n))) : z);
      const result = turn && trigonometric(name, turn);
      return result && trusted(result);
    }
  }
}

const scaledBy = (z: Complex, by: Complex | null): Complex | null => by && timesComplex(z, by);
const hasDegrees = (tree: Tree): boolean => tree.kind === 'degrees' || children(tree).some(hasDegrees);

function determinant(rows: readonly (readonly (Value | null)[])[]): Value | null {
  const size = rows.length;
  if (size > 4 || rows.some((row) => row.length !== size)) return null;
  const [top = [], ...below] = rows;
  if (size === 1) return top[0] ?? null;
  let total: Value | null = integer(0);
  for (let column = 0; column < size && total; column++) {
    const minor = determinant(below.map((row) => row.filter((_, at) => at !== column)));
    const head = top[column];
    const term = head && minor && product(head, minor);
    total = term ? addValues(total, column % 2 === 0 ? term : negateValue(term)) : null;
  }
  return total;
}
