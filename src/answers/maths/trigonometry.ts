import { integer } from '../rational.ts';
import {
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
import { isExact, root, toComplex, type Value } from './value.ts';

/** The natural logarithm. */
export function natural(value: Value): Value | null {
  if (isExact(value) && value.numerator === value.denominator) return integer(0);
  const z = toComplex(value);
  const found = z && logarithm(z);
  return found && trusted(found);
}

const one = complex(unit);
const half = (z: Complex): Complex => ({ re: z.re / 2n, im: z.im / 2n });
const negative = (z: Complex): Complex => ({ re: -z.re, im: -z.im });

/** A function of an angle by its name, or its inverse: computed from the complex exponential and logarithm. */
export function trigonometric(name: string, z: Complex): Complex | null {
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
