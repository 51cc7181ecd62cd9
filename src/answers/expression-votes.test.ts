import { describe, expect, it } from 'vitest';
import type { CountdownProblem } from '#experiment/problem.ts';
import type { Ballot } from '#run/ballot.ts';
import { groupVotes } from '#run/votes.ts';
import { votesByValue } from './expression-votes.ts';
import { extractIn } from './families.ts';

const problem: CountdownProblem = { family: 'countdown', numbers: [2, 3, 10, 12], target: 24 };

/** Ballots as traces cast them: what they wrote after their thinking. */
function ballots(...texts: readonly string[]): readonly Ballot[] {
  return texts.map((text, sequence) => {
    const answer = extractIn(problem, { text, thinking: 'closed' });
    if (!answer) throw new Error(text);
    return { sequence, answer };
  });
}
const grouped = (cast: readonly Ballot[]) =>
  votesByValue(problem, groupVotes(cast), cast).map(({ computed, votes, answers }) => ({
    computed,
    votes,
    ways: answers.map(({ display }) => display),
  }));

describe('votes on a game by what they come to', () => {
  it('gathers different expressions that make the target, and keeps them apart within', () => {
    const cast = ballots('12 * (10 / 2 - 3)', '12 * 10 / (2 + 3)', '(10 / 2 - 3) * 12', '12 + 10 + 2 + 3');
    expect(grouped(cast)).toEqual([
      { computed: { kind: 'target' }, votes: 3, ways: ['12 × (10 ÷ 2 − 3)', '12 × 10 ÷ (2 + 3)'] },
      { computed: { kind: 'value', value: '27' }, votes: 1, ways: ['12 + 10 + 2 + 3'] },
    ]);
  });

  it('tells another number from numbers used wrongly, and both from a division by zero', () => {
    const cast = ballots(
      '12 * (10 / 2 - 3)',
      '12 + 10 + 2 + 3',
      '2 + 12 + 10',
      '3 / (12 - 12)',
      '3 + 2 + 10 + 12',
    );
    expect(grouped(cast)).toEqual([
      { computed: { kind: 'value', value: '27' }, votes: 2, ways: ['12 + 10 + 2 + 3'] },
      { computed: { kind: 'target' }, votes: 1, ways: ['12 × (10 ÷ 2 − 3)'] },
      { computed: { kind: 'misused' }, votes: 1, ways: ['2 + 12 + 10'] },
      { computed: { kind: 'nothing' }, votes: 1, ways: ['3 ÷ (12 − 12)'] },
    ]);
  });

  it('holds every group of the vote once, with all its votes', () => {
    const cast = ballots('3 + 10', '10 + 3', '10 + 2', '12 - 2', '12 * 10 / (2 + 3)');
    const votes = groupVotes(cast);
    const parts = votesByValue(problem, votes, cast);
    expect(parts.flatMap(({ answers }) => answers.map(({ key }) => key)).sort()).toEqual(
      votes.map(({ key }) => key).sort(),
    );
    expect(parts.reduce((sum, part) => sum + part.votes, 0)).toBe(cast.length);
  });
});
