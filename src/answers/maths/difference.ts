import type { GradeReason } from '#run/facts/grade-reason.ts';
import { keyText } from '../key-text.ts';
import { integer } from '../rational.ts';
import { evaluateAt } from './evaluate.ts';
import { StepBudget } from './step-budget.ts';
import { namesOf, type Tree } from './tree.ts';
import { valueText } from './value.ts';

/** A place at which two expressions differ, and their values there. */
type Difference = NonNullable<Extract<GradeReason, { readonly kind: 'not-the-reference' }>['apart']>;

/** Where two expressions differ: the first small number for their letters that tells them apart. */
export function difference(given: Tree | null, reference: Tree | null): Difference | null {
  if (!given || !reference) return null;
  const names = [...new Set([...namesOf(given), ...namesOf(reference)])];
  if (names.length === 0 || names.length > 3) return null;
  for (const value of [2, 3, 5]) {
    const point = (name: string) => integer(value + names.indexOf(name));
    const [own, right] = [
      evaluateAt(given, point, new StepBudget()),
      evaluateAt(reference, point, new StepBudget()),
    ];
    if (!own || !right || valueText(own) === valueText(right)) continue;
    return {
      at: names.map((name, at) => ({ name, value: value + at })),
      given: keyText(valueText(own), ''),
      reference: keyText(valueText(right), ''),
    };
  }
  return null;
}
