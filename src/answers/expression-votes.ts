import type { CountdownProblem } from '#experiment/problem.ts';
import type { Ballot } from '#run/ballot.ts';
import type { Answer, VoteGroup } from '#run/events.ts';
import { gameFaults } from './countdown.ts';
import { evaluateExpression } from './expression.ts';
import { rationalText } from './rational.ts';
import { expressionIn } from './value.ts';

/**
 * What an answer to a game comes to. `target`: it is right. `value`: another number, from each given number once. `misused`: not
 * each given number once, whatever it makes. `nothing`: it divides by zero.
 */
export type Computed =
  | { readonly kind: 'target' }
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'misused' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'no-expression' };

/** Votes for answers that come to the same. The vote itself knows expressions only: each of `answers` is one of its groups. */
export interface ComputedVotes {
  readonly computed: Computed;
  readonly votes: number;
  readonly answers: readonly VoteGroup[];
}

/** What an answer comes to; `value` is for display, null where it comes to nothing. */
export function computedBy(
  problem: CountdownProblem,
  answer: Pick<Answer, 'value'>,
): { readonly computed: Computed; readonly value: string | null } {
  const expression = expressionIn(answer);
  if (!expression) return { computed: { kind: 'no-expression' }, value: null };
  const number = evaluateExpression(expression);
  if (!number) return { computed: { kind: 'nothing' }, value: null };
  const value = rationalText(number);
  const faults = gameFaults(problem, expression);
  if (faults.length === 0) return { computed: { kind: 'target' }, value };
  const used = faults.every(({ kind }) => kind === 'makes');
  return { computed: used ? { kind: 'value', value } : { kind: 'misused' }, value };
}

/**
 * The groups of a vote on a game, by what they come to: most votes first, what makes the target before others of as many, then in
 * the vote's own order.
 */
export function votesByValue(
  problem: CountdownProblem,
  votes: readonly VoteGroup[],
  ballots: readonly Ballot[],
): readonly ComputedVotes[] {
  const answers = new Map(ballots.map(({ answer }) => [answer.key, answer]));
  const groups = new Map<string, { computed: Computed; votes: number; answers: VoteGroup[] }>();
  for (const vote of votes) {
    const answer = answers.get(vote.key);
    if (!answer) continue;
    const { computed } = computedBy(problem, answer);
    const key = computed.kind === 'value' ? computed.value : computed.kind;
    const group = groups.get(key);
    if (group) {
      group.votes += vote.votes;
      group.answers.push(vote);
    } else groups.set(key, { computed, votes: vote.votes, answers: [vote] });
  }
  return [...groups.values()].sort(
    (a, b) =>
      b.votes - a.votes || Number(b.computed.kind === 'target') - Number(a.computed.kind === 'target'),
  );
}
