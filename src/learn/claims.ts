import type { RunState } from '#run/state.ts';
import { type FactName, facts } from './facts.ts';

/** What a page's words take for granted of a run. */
export type Claim =
  | { readonly fact: FactName; readonly is: string | number | null }
  | { readonly fact: FactName; readonly atLeast: number }
  | { readonly fact: FactName; readonly atMost: number }
  /** More than another fact of the same run. */
  | { readonly fact: FactName; readonly above: FactName };

export function holds(claim: Claim, state: RunState): boolean {
  const value = facts[claim.fact](state);
  if ('is' in claim) return value === claim.is;
  if (typeof value !== 'number') return false;
  if ('atLeast' in claim) return value >= claim.atLeast;
  if ('atMost' in claim) return value <= claim.atMost;
  const other = facts[claim.above](state);
  return typeof other === 'number' && value > other;
}
