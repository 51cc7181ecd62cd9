import type { GameFault } from '#run/facts/fault.ts';
import { type GatheredFault, gatheredFaults } from '../gathered-faults.ts';
import { say, type Sayings } from '../say.ts';
import { list, number } from './format.ts';

const times = (count: number): string =>
  ['never', 'once', 'twice', 'three times', 'four times'][count] ?? `${number(count)} times`;

const gameFaults: Sayings<GatheredFault> = {
  'not-given': ({ numbers }) =>
    `uses ${list(numbers)}, which ${numbers.length === 1 ? 'is' : 'are'} not given`,
  'left-out': ({ numbers }) => `leaves out ${list(numbers)}`,
  'used-times': ({ number: used, used: count, given }) =>
    given === 1
      ? `uses ${used} ${times(count)}`
      : `uses ${used} ${times(count)} though it is given ${times(given)}`,
  'divides-by-zero': () => 'divides by zero',
  makes: ({ value, target }) => `makes ${value}, not ${target}`,
};
/** What is wrong with an expression for a Game of 24, behind its name. */
export const gameFaultsText = (faults: readonly GameFault[]) =>
  gatheredFaults(faults)
    .map((fault) => say(gameFaults, fault))
    .join(', ');
