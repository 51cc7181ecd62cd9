import type { GameFault } from '#run/facts/fault.ts';
import { say, type Sayings } from '../say.ts';
import { number } from './format.ts';

const times = (count: number): string =>
  ['never', 'once', 'twice', 'three times', 'four times'][count] ?? `${number(count)} times`;

const gameFaults: Sayings<GameFault> = {
  'not-given': (fault) => `uses ${fault.number}, which is not given`,
  'left-out': (fault) => `leaves out ${fault.number}`,
  'used-times': ({ number: used, used: count, given }) =>
    given === 1
      ? `uses ${used} ${times(count)}`
      : `uses ${used} ${times(count)}, but it is given ${times(given)}`,
  'divides-by-zero': () => 'divides by zero',
  makes: ({ value, target }) => `makes ${value}, not ${target}`,
};
/** What is wrong with an expression for a Game of 24, behind its name. */
export const gameFaultsText = (faults: readonly GameFault[]) =>
  faults.map((fault) => say(gameFaults, fault)).join(', ');
