import { room } from '../language.ts';
import { fixed, number, percent, plural } from './format.ts';

/** The lens that labels steps by rollouts, as Math-Shepherd does. */
export const shepherdWords = room('shepherdWords', {
  how: 'From each step the trace is gone on K times to an answer. The soft label is the share that ends right, the hard one whether any does. A process reward model learns from such labels; none is made by a person.',
  formula: 'y<sub>soft</sub> = ( rollouts that end right ) ∕ K    y<sub>hard</sub> = 1 if any does, else 0',
  exactIs: {
    countdown:
      'Exact, by rule: all steps so far are right, and the numbers that are left can make the target.',
    other: 'Exact, by rule: nothing that counts is false so far.',
  },
  noReference:
    'Nobody knows the right answer to this problem, so that rollouts cannot be told right from wrong.',
  k: 'Rollouts that count, K',
  kIs: (drawn: number) => `The first K of ${number(drawn)} drawn`,
  head: 'Value head',
  heads: { own: 'its own' },
  steps: 'Steps of the trace and their labels',
  columns: {
    step: 'Step',
    rollouts: 'Rollouts',
    soft: 'Soft label',
    hard: 'Hard',
    value: 'Value head',
    exact: 'Exact',
  },
  rights: (rights: number, of: number) => `${number(rights)} of ${number(of)}`,
  soft: (share: number) => fixed(share, 2),
  value: (value: number) => fixed(value, 2),
  interval: ({ low, high }: { readonly low: number; readonly high: number }) =>
    `${fixed(low, 2)}–${fixed(high, 2)}`,
  hard: { yes: '1', no: '0' },
  exact: { yes: 'can end right', no: 'cannot' },
  unknown: '–',
  parts: {
    hard: 'The hard label says otherwise than the rules.',
    soft: 'The whole interval of the soft label is on the other side of a half than the rules.',
    value: 'The value head is on the other side of a half than the rules.',
  },
  disagrees: (who: string) => `disagrees: ${who}`,
  who: { hard: 'hard label', soft: 'soft label', value: 'value head' },
  agree: 'How the labels agree',
  agreeHere: (steps: number) => `In this trace, ${plural(steps, { one: '# step', other: '# steps' })}`,
  agreeMany: ({ problems, steps }: { readonly problems: number; readonly steps: number }) =>
    `In one trace each of ${plural(problems, { one: '# problem', other: '# problems' })}, ${plural(steps, { one: '# step', other: '# steps' })}`,
  measures: {
    hardExact: 'Hard label is the exact one',
    softExact: 'Soft label ranks exact ones (AUC)',
    valueExact: 'Value head ranks exact ones (AUC)',
    softValue: 'Soft label and value head (correlation)',
  },
  share: (value: number) => percent(value),
  aucOf: (value: number) => fixed(value, 2),
  over: (steps: number) => plural(steps, { one: '# step', other: '# steps' }),
  nothing: 'cannot be said of these',
  survey: (problems: number, k: number) => `Compare over ${number(problems)} problems, K = ${number(k)}`,
  surveying: ({ done, of }: { readonly done: number; readonly of: number }) =>
    `Problem ${number(done)} of ${number(of)}`,
  stop: 'Stop',
  only: 'Only models that come with the page can be compared over many problems here.',
});
