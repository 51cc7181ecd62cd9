import { surely } from '#experiment/surely.ts';
import { integer, rational, type Rational } from '../rational.ts';
import {
  bitLength,
  complex,
  exponential,
  logarithm,
  minus,
  over,
  pi,
  plus,
  timesComplex,
  trusted,
  turned,
  unit,
  type Complex,
} from './fixed.ts';
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
  valueText,
  type Value,
} from './value.ts';
import { hash } from './hash.ts';
import { children, type Tree } from './tree.ts';

/** The values of the letters. */
export type Point = (name: string) => Rational;

/** A budget of steps (about 50 µs each). Each text has its own, and all texts of one reply share another. */
export class StepBudget {
  constructor(
    private left = 400,
    private readonly shared?: StepBudget,
  ) {}

  /** Takes steps from the budget; false if too few are left. */
  spend(steps: number): boolean {
    this.left -= steps;
    return this.left >= 0 && (this.shared?.spend(steps) ?? true);
  }
}

const largestFactorial = 1000n;
const largestPolynomial = 8n;

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
      return second ? binomial(first, second) : null;
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

function natural(value: Value): Value | null {
  if (isExact(value) && value.numerator === value.denominator) return integer(0);
  const z = toComplex(value);
  const found = z && logarithm(z);
  return found && trusted(found);
}

const one = complex(unit);
const half = (z: Complex): Complex => ({ re: z.re / 2n, im: z.im / 2n });
const negative = (z: Complex): Complex => ({ re: -z.re, im: -z.im });

/** Computed from the complex exponential and logarithm. */
function trigonometric(name: string, z: Complex): Complex | null {
  switch (name) {
    case 'sin':
      return oddPart(turned(z), (sum) => negative(turned(sum)));
    case 'cos':
      return evenPart(turned(z));
    case 'sinh':
      return oddPart(z, (sum) => sum);
    case 'cosh':
      return evenPart(z);
    case 'cis':
      return exponential(turned(z));
    case 'tan':
      return ratio('sin', 'cos', z);
    case 'cot':
      return ratio('cos', 'sin', z);
    case 'tanh':
      return ratio('sinh', 'cosh', z);
    case 'sec':
      return inverse('cos', z);
    case 'csc':
      return inverse('sin', z);
    case 'arcsin':
      return arcSine(z);
    case 'arccos': {
      const sine = arcSine(z);
      return sine && minus(half(pi()), sine);
    }
    case 'arctan': {
      const share = over(plus(one, turned(z)), minus(one, turned(z)));
      const found = share && logarithm(share);
      return found && negative(turned(half(found)));
    }
    default:
      return null;
  }
}

function oddPart(z: Complex, after: (sum: Complex) => Complex): Complex | null {
  const [forth, back] = [exponential(z), exponential(negative(z))];
  return forth && back && after(half(minus(forth, back)));
}

function evenPart(z: Complex): Complex | null {
  const [forth, back] = [exponential(z), exponential(negative(z))];
  return forth && back && half(plus(forth, back));
}

function ratio(above: string, below: string, z: Complex): Complex | null {
  const [first, second] = [trigonometric(above, z), trigonometric(below, z)];
  return first && second && over(first, second);
}

function inverse(name: string, z: Complex): Complex | null {
  const found = trigonometric(name, z);
  return found && over(one, found);
}

function arcSine(z: Complex): Complex | null {
  const rest = root(minus(one, timesComplex(z, z)), 2n);
  const side = rest && toComplex(rest);
  const found = side && logarithm(plus(turned(z), side));
  return found && negative(turned(found));
}

function rounded(value: Value, name: 'floor' | 'ceil'): Rational | null {
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

function factorial(value: Value): Value | null {
  const exact = exactly(value);
  if (!exact) return opaque('factorial', [value]);
  if (exact.denominator !== 1n) return opaque('factorial', [value]);
  if (exact.numerator < 0n || exact.numerator > largestFactorial) return null;
  let result = 1n;
  for (let factor = 2n; factor <= exact.numerator; factor++) result *= factor;
  return integer(result);
}

function binomial(above: Value, below: Value): Value | null {
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

/** An unknown function: an arbitrary number, the same for the same arguments. */
function opaque(name: string, values: readonly Value[]): Rational {
  const numerator = (hash(`${name}(${values.map(valueText).join(';')})`) % (1n << 24n)) + 1n;
  return surely(rational(numerator, 1n << 22n), 'fraction');
}

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
