import { room } from '../language.ts';
import { number, percent, plural } from './format.ts';

/** The vote, large: the histogram, what expressions come to, and the table. */
export const votes = room('votes', {
  oneTrace: 'This strategy draws one trace, so there is nothing to vote on.',
  notByVote: 'No trace votes in this run. How its answer is chosen is told under “What happened”.',
  byScore: 'Here the scores of the traces decide, not their number.',
  weighed: 'Each trace counts by its score: beside an answer stands the sum of its traces’ scores.',
  sum: 'Sum of scores',
  traces: 'Traces',
  asBar: 'As a bar',
  showScores: 'Show the scores',
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
  /** Several blocks that are drawn as one. */
  blockOf: (count: number) => plural(count, { one: '# vote', other: '# votes' }),
  moreBars: (count: number) => plural(count, { one: 'Show # more answer', other: 'Show # more answers' }),
  /** A vote on a game, by what the expressions come to. */
  make: ({
    right,
    of,
    target,
    ways,
  }: {
    readonly right: number;
    readonly of: number;
    readonly target: number;
    readonly ways: number;
  }) =>
    right === 0
      ? `None of ${plural(of, { one: '# vote', other: '# votes' })} makes ${target}.`
      : right === 1
        ? `1 of ${number(of)} makes ${target}.`
        : `${number(right)} of ${number(of)} make ${target} (in ${plural(ways, { one: '# way', other: '# ways' })}).`,
  groupedByPage:
    'Grouped here by what they come to; the strategy counts each expression by itself, so the vote is between those.',
  groups: {
    target: (target: number) => `make ${target}`,
    value: (value: string) => `make ${value}`,
    misused: 'do not use each number once',
    nothing: 'divide by zero',
    'no-expression': 'are no expression',
  },
  ofGroup: (group: string) => `Vote histogram: those that ${group}`,
  expressionsOf: (group: string) => `Expressions that ${group}`,
  /** Of one expression among several. */
  each: (count: number) => plural(count, { one: '# vote', other: '# votes' }),
  group: ({ votes: count, share, ways }: { votes: number; share: number; ways: number }) =>
    `${plural(count, { one: '# vote', other: '# votes' })} · ${percent(share)}${ways > 1 ? ` · ${number(ways)} ways` : ''}`,
  spokenGroup: ({ group, votes: count, ways }: { group: string; votes: number; ways: number }) =>
    `${plural(count, { one: '# vote', other: '# votes' })} for ${plural(ways, { one: 'an expression', other: '# expressions' })} that ${group}`,
  expressionSpoken: ({
    expression,
    votes: count,
    chosen,
  }: {
    expression: string;
    votes: number;
    chosen: boolean;
  }) => `${expression}: ${plural(count, { one: '# vote', other: '# votes' })}${chosen ? ', chosen' : ''}`,
  chosenMark: 'chosen',
  /** An expression and what it makes. */
  comesTo: (expression: string, value: string) => `${expression} = ${value}`,
  asTable: 'The same as a table',
  table: 'Votes by answer',
  answer: 'Answer',
  votes: 'Votes',
  verdict: 'Verdict',
  writtenAs: 'Written as',
  makes: 'Makes',
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
