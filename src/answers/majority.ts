import type { Answer, ChoiceRule, VoteGroup } from '#run/events.ts';
import type { Ballot } from '#run/ballot.ts';
import { groupVotes } from '#run/votes.ts';

export interface Majority {
  /** The winning group's answer as its lowest-numbered trace gave it; null if no trace voted. */
  readonly winner: Answer | null;
  readonly rule: ChoiceRule;
  readonly groups: readonly VoteGroup[];
}

/**
 * The answer with the most votes (Wang et al. 2022, arXiv 2203.11171, section 2). Traces without an answer don't vote.
 * Where several answers have the most votes, the one whose first vote came from the lowest-numbered trace wins.
 *
 * @param answers by trace number.
 */
export function majority(answers: readonly (Answer | null)[]): Majority {
  const ballots: readonly Ballot[] = answers.flatMap((answer, sequence) =>
    answer ? [{ sequence, answer }] : [],
  );
  const groups = groupVotes(ballots);
  const [best] = groups;
  if (!best) return { winner: null, rule: { rule: 'no-answer' }, groups };
  const winner = ballots.find(({ answer }) => answer.key === best.key)?.answer ?? null;
  const tied = groups.filter((group) => group.votes === best.votes);
  const count = { votes: best.votes, of: ballots.length };
  return tied.length > 1
    ? {
        winner,
        rule: { rule: 'majority-tie-first', ...count, tied: tied.map((group) => group.display) },
        groups,
      }
    : { winner, rule: { rule: 'majority', ...count }, groups };
}
