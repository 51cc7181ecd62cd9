import { room } from '../language.ts';
import { number } from './format.ts';

/** The votes in one line above the traces. */
export const voteStrip = room('voteStrip', {
  label: 'Votes so far',
  part: ({ answer, votes: count, of }: { answer: string; votes: number; of: number }) =>
    `${answer}: ${number(count)} of ${number(of)}`,
  forOthers: 'for others',
  without: 'without a vote',
  withoutYet: 'without a vote yet',
});
