import { room } from '../language.ts';
import { fixed, number, percent, plural } from './format.ts';

/** A share as a count that a person can picture. */
const ofHundred = (share: number) => `${number(share * 100)} of 100`;

/** For each measure its title, a value with its unit beside the title, and the same in a sentence. */
const measures = {
  accuracy: {
    title: 'Right answers',
    value: ofHundred,
    clause: (share: number) => `${ofHundred(share)} answers right`,
  },
  best: {
    title: 'Best by its own value',
    value: ofHundred,
    clause: (share: number) => `${ofHundred(share)} right where its own value picks`,
  },
  thinking: {
    title: 'Traces that think',
    value: ofHundred,
    clause: (share: number) => `${ofHundred(share)} traces think`,
  },
  tokens: {
    title: 'Length of a trace',
    value: (tokens: number) => plural(Math.round(tokens), { one: '# token', other: '# tokens' }),
    clause: (tokens: number) =>
      plural(Math.round(tokens), { one: '# token a trace', other: '# tokens a trace' }),
  },
  waits: {
    title: '“Wait” in a trace',
    value: (waits: number) => fixed(waits, 2),
    clause: (waits: number) => `${fixed(waits, 2)} “Wait” a trace`,
  },
  kl: {
    title: 'Distance from the start',
    value: (nats: number) => `${fixed(nats, 3)} nats`,
    clause: (nats: number) => `${fixed(nats, 3)} nats per token from the starting model`,
  },
};

/** The learning curve of a model. */
export const curve = room('curve', {
  measures,
  ofHundred,
  /** Beside the axes. */
  share: (share: number) => percent(share),
  tick: (value: number) => number(value, 3),
  units: { step: 'Step', round: 'Round' },
  axes: { step: 'Step of the training', round: 'Round of the training' },
  /** The steps that a point is the mean of. */
  steps: (from: number, to: number) =>
    from === to ? `Step ${number(to)}` : `Steps ${number(from)} to ${number(to)}`,
  round: (round: number) => `Round ${number(round)}`,
  point: ({
    steps,
    of,
    clauses,
  }: {
    readonly steps: string;
    readonly of: number;
    readonly clauses: readonly string[];
  }) => `${steps} of ${number(of)}: ${clauses.join(', ')}.`,
  ends: ({ title, first, last }: { readonly title: string; readonly first: string; readonly last: string }) =>
    `${title}: ${first} at first, ${last} at last.`,
  reinforcement: ({
    steps,
    first,
    last,
  }: {
    readonly steps: number;
    readonly first: number;
    readonly last: number;
  }) =>
    `${number(steps)} steps of reinforcement learning; means of the first ${number(first)} and the last ${number(last)} steps.`,
  selfEvolution: (rounds: number) =>
    plural(rounds, { one: '# round of self-evolution.', other: '# rounds of self-evolution.' }),
});
