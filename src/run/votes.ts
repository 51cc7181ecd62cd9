import type { Ballot } from './ballot.ts';
import type { VoteGroup } from './events.ts';

/**
 * Votes merged by answer key: most votes first, then the group whose lowest-numbered trace comes first. Depends on who
 * voted for what, never on the order in which the votes arrived.
 */
export function groupVotes(ballots: readonly Ballot[]): readonly VoteGroup[] {
  const groups = new Map<string, { display: string; forms: Set<string>; sequences: number[] }>();
  for (const { sequence, answer } of ballots.toSorted((a, b) => a.sequence - b.sequence)) {
    const group = groups.get(answer.key);
    if (group) {
      group.forms.add(answer.text);
      group.sequences.push(sequence);
    } else {
      groups.set(answer.key, {
        display: answer.display,
        forms: new Set([answer.text]),
        sequences: [sequence],
      });
    }
  }
  return [...groups]
    .map(([key, { display, forms, sequences }]) => ({
      key,
      display,
      votes: sequences.length,
      forms: [...forms],
      sequences,
    }))
    .sort((a, b) => b.votes - a.votes || first(a) - first(b));
}

const first = (group: VoteGroup): number => group.sequences[0] ?? Infinity;
