import { room } from '../language.ts';
import { number, percent, plural } from './format.ts';

/** The vote: the strip over the traces, the histogram and its table. */
export const votes = room('votes', {
  strip: 'Votes so far',
  stripPart: ({ answer, votes: count, of }: { answer: string; votes: number; of: number }) =>
    `${answer}: ${number(count)} of ${number(of)}`,
  forOthers: 'for others',
  without: 'without a vote',
  withoutYet: 'without a vote yet',
  oneTrace: 'This strategy draws one trace, so there is nothing to vote on.',
  manyTraces: 'Self-consistency draws many and takes the answer most of them reach.',
  choose: 'Choose self-consistency',
  none: 'No trace has voted at this step.',
  only: (answer: string) => `The only vote so far is for ${answer}.`,
  unanimous: (count: number, answer: string) => `All ${number(count)} votes so far are for ${answer}.`,
  level: (answers: number, each: number) =>
    `${number(answers)} answers are level with ${plural(each, { one: '# vote', other: '# votes' })} each.`,
  /** `counts` are the votes of the leading answers: `6 : 2`. */
  lead: (counts: string, answer: string) => `The model votes ${counts} for ${answer}.`,
  merged: (bars: number) =>
    plural(bars, {
      one: 'One bar holds answers written differently that mean the same; select it to see which.',
      other: '# bars hold answers written differently that mean the same; select one to see which.',
    }),
  thinking: (count: number, of: number) =>
    `${number(count)} of ${plural(of, { one: '# trace', other: '# traces' })} still thinking.`,
  withoutAnswer: (count: number) =>
    plural(count, {
      one: '# trace gave no answer and did not vote.',
      other: '# traces gave no answer and did not vote.',
    }),
  blocks: (traces: number) => `Each block is one trace; the dashed line is half of all ${number(traces)}.`,
  asTable: 'The same as a table',
  table: 'Votes by answer',
  answer: 'Answer',
  votes: 'Votes',
  verdict: 'Verdict',
  writtenAs: 'Written as',
  chosen: (count: number) => `${number(count)} (chosen)`,
  histogram: 'Vote histogram',
  tick: (count: number) => number(count),
  /** Beside a bar. */
  bar: ({ votes: count, share, chosen }: { votes: number; share: number; chosen: boolean }) => {
    const text = `${plural(count, { one: '# vote', other: '# votes' })} · ${percent(share)}`;
    return chosen ? `chosen · ${text}` : text;
  },
  /** A bar as it is read out; `forms` are the ways of writing its answer. */
  spokenBar: ({
    answer,
    votes: count,
    outcome,
    chosen,
    forms,
  }: {
    answer: string;
    votes: number;
    outcome: 'right' | 'wrong' | 'ungraded';
    chosen: boolean;
    forms: number;
  }) =>
    [
      `${answer}: ${plural(count, { one: '# vote', other: '# votes' })}`,
      { right: 'right', wrong: 'wrong', ungraded: 'not graded' }[outcome],
      chosen ? 'chosen' : '',
      forms > 1 ? `${number(forms)} ways of writing it merged` : '',
    ]
      .filter((part) => part !== '')
      .join(', '),
});
