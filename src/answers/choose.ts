import { sumOf } from '#run/aggregate.ts';
import type { Answer, ChoiceRule } from '#run/events.ts';
import { higherFirst, type Scored } from '#run/scored.ts';
import { majority } from './majority.ts';

/** What of a scored trace a choice is made by; of a search's, `sequence` is its node. */
export interface Voter extends Scored {
  readonly sequence: number;
  readonly answer: Answer | null;
}

export interface Choice {
  readonly answer: Answer | null;
  readonly by: ChoiceRule;
}

/** A trace that can win a choice by scores. */
interface JudgedVoter extends Voter {
  readonly answer: Answer;
  readonly score: number;
}

/** Those that have an answer and a score: one that was not measured is never chosen over one that was. */
export function judgedVoters<One extends Voter>(voters: readonly One[]): readonly (One & JudgedVoter)[] {
  return voters.filter((voter): voter is One & JudgedVoter => voter.answer !== null && voter.score !== null);
}

/**
 * The answer of the highest-scored trace; of equals, of the lowest-numbered. Traces without an answer cannot win. Where no
 * trace with an answer has a score, there is nothing to choose by, and the answers vote.
 */
export function chooseBest(candidates: readonly Voter[]): Choice {
  const [best] = judgedVoters(candidates).toSorted((a, b) => higherFirst(a, b) || a.sequence - b.sequence);
  return best
    ? { answer: best.answer, by: { rule: 'best-score', score: best.score, sequence: best.sequence } }
    : voteUnjudged(candidates);
}

/** The most common answer of traces that have no scores; no answer where there is none. */
export function voteUnjudged(voters: readonly Voter[]): Choice {
  const { winner, rule } = majority(
    voters.toSorted((a, b) => a.sequence - b.sequence).map(({ answer }) => answer),
  );
  return { answer: winner, by: rule };
}

/** An answer and the scores of the traces that gave it, summed. */
export interface WeighedAnswer {
  readonly answer: Answer;
  readonly weight: number;
}

/**
 * The answers, heaviest first; of equals, the one whose first trace is the lowest-numbered. Each is written as that trace
 * writes it. Traces without an answer or a score do not count.
 */
export function weighAnswers(voters: readonly Voter[]): readonly WeighedAnswer[] {
  const groups = new Map<string, { readonly answer: Answer; readonly scores: Scored[] }>();
  for (const { answer, ...score } of judgedVoters(voters).toSorted((a, b) => a.sequence - b.sequence)) {
    const group = groups.get(answer.key) ?? { answer, scores: [] };
    group.scores.push(score);
    groups.set(answer.key, group);
  }
  const weighed = [...groups.values()].map(({ answer, scores }) => ({ answer, sum: sumOf(scores) }));
  // Sorting is stable, so that equals stay in the order of their first traces.
  return weighed
    .toSorted((a, b) => higherFirst(a.sum, b.sum))
    .map(({ answer, sum }) => ({ answer, weight: sum.score }));
}

/**
 * The answer whose traces' scores sum to the most (the voting verifier of DIVERSE, Li et al. 2022, arXiv 2206.02336). Where
 * no trace with an answer has a score, each has one vote.
 */
export function chooseByWeight(voters: readonly Voter[]): Choice {
  const answers = weighAnswers(voters);
  const [best] = answers;
  const total = answers.reduce((sum, { weight }) => sum + weight, 0);
  return best
    ? { answer: best.answer, by: { rule: 'weighted-vote', weight: best.weight, total } }
    : voteUnjudged(voters);
}
