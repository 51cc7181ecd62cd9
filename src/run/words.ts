import type { RunState, Simulations } from './state.ts';
import { sequenceOf } from './state.ts';

/** Words that sentences about a run share. */

export const number = (value: number): string => value.toLocaleString('en-US');
export const counted = (count: number, noun: string): string =>
  `${number(count)} ${noun}${count === 1 ? '' : 's'}`;
/** A score, a value, a probability. */
export const decimal = (value: number): string => value.toFixed(2);

/** `30 simulations, of which 12 ended on a node visited before`. */
export const simulationsText = ({ run, again }: Simulations): string =>
  `${counted(run, 'simulation')}, of which ${number(again)} ended on a node visited before`;

/** `Trace 3`, or `The trace` (`the trace` amid a sentence) where it is the only one and has no number. */
export function nameOf(state: RunState, number: number, place: 'start' | 'middle' = 'start'): string {
  const label = sequenceOf(state, number)?.label ?? `Trace ${number + 1}`;
  if (/[0-9]/.test(label)) return label;
  return `${place === 'start' ? 'The' : 'the'} ${label.toLowerCase()}`;
}
