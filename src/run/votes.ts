import type { Ballot } from './ballot.ts';
import type { VoteGroup } from './events.ts';
import type { Sequence } from './state.ts';

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
      groups.set(answer.key, { display: answer.display, forms: new Set([answer.text]), sequences: [sequence] });
    }
  }
  return [...groups]
    .map(([key, { display, forms, sequences }]) => ({ key, display, votes: sequences.length, forms: [...forms], sequences }))
    .sort((a, b) => b.votes - a.votes || first(a) - first(b));
}

/** An answer and the verifier's scores of the traces that gave it, summed. */
export interface ScoredAnswer {
  readonly key: string;
  readonly display: string;
  readonly weight: number;
  readonly sequences: readonly number[];
}

/**
 * The weighted vote (Li et al. 2022, arXiv 2206.02336): scores of whole traces summed by answer, the highest sum first,
 * then the answer whose lowest-numbered trace comes first. Traces without an answer or a score do not count.
 */
export function groupScores(sequences: readonly Sequence[]): readonly ScoredAnswer[] {
  const groups = new Map<string, { display: string; weight: number; sequences: number[] }>();
  for (const { sequence, answer, score } of sequences) {
    if (!answer || !score) continue;
    const group = groups.get(answer.key) ?? { display: answer.display, weight: 0, sequences: [] };
    group.weight += score.score;
    group.sequences.push(sequence);
    groups.set(answer.key, group);
  }
  // Traces come by number and sorting is stable, so that equals stay in the order of their first traces.
  return [...groups].map(([key, group]) => ({ key, ...group })).sort((a, b) => b.weight - a.weight);
}

const first = (group: VoteGroup): number => group.sequences[0] ?? Infinity;
