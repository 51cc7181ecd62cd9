import { room } from '../language.ts';
import { number, plural } from './format.ts';

/** The votes in one line above the traces. */
export const voteStrip = room('voteStrip', {
  label: 'Votes so far',
  part: ({ answer, votes: count, of }: { answer: string; votes: number; of: number }) =>
    `${answer}: ${number(count)} of ${plural(of, { one: '# vote', other: '# votes' })}`,
  /** Behind an answer. */
  votes: (count: number) => plural(count, { one: '# vote', other: '# votes' }),
  forOthers: (count: number) => `${number(count)} for others`,
  /** Where there is little room: votes for others, and traces without a vote. */
  othersShort: (count: number) => `+${number(count)}`,
  openShort: (count: number) => `${number(count)} open`,
  withoutShort: (count: number) => `${number(count)} no vote`,
  countShort: (count: number) => `${number(count)}×`,
  /** Traces. */
  without: (count: number) => `${number(count)} without a vote`,
  withoutYet: (count: number) => `${number(count)} without a vote yet`,
});
