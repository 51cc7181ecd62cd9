import { surely } from '#experiment/surely.ts';
import { rational, type Rational } from '../rational.ts';
import { hash } from './hash.ts';
import { valueText, type Value } from './value.ts';

/** An unknown function: an arbitrary number, the same for the same arguments. */
export function opaque(name: string, values: readonly Value[]): Rational {
  const numerator = (hash(`${name}(${values.map(valueText).join(';')})`) % (1n << 24n)) + 1n;
  return surely(rational(numerator, 1n << 22n), 'fraction');
}
