import type { GameFault } from '#run/facts/fault.ts';
import { type GatheredFault, gatheredFaults } from '../gathered-faults.ts';
import { say, type Sayings } from '../say.ts';
import { list, number } from './format.ts';

const gameFaults: Sayings<GatheredFault> = {
  'not-given': ({ numbers }) => `用了没有给出的 ${list(numbers)}`,
  'left-out': ({ numbers }) => `漏了 ${list(numbers)}`,
  'used-times': ({ number: used, used: count, given }) =>
    given === 1
      ? `把 ${used} 用了 ${number(count)} 次`
      : `把 ${used} 用了 ${number(count)} 次（给了 ${number(given)} 个）`,
  'divides-by-zero': () => '除以了零',
  makes: ({ value, target }) => `得到 ${value}，而不是 ${target}`,
};
/** What is wrong with an expression for a Game of 24, behind its name. */
export const gameFaultsText = (faults: readonly GameFault[]) =>
  gatheredFaults(faults)
    .map((fault) => say(gameFaults, fault))
    .join('，');
