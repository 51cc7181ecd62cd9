import { randomStream, type RandomStream } from '#policy/runtime/random.ts';
import type { RunPart, Session } from '#policy/session/session.ts';
import { bestFirst, type Score } from '#run/score.ts';
import type { Verifier } from '#verifiers/verifier.ts';
import type { ScoredNode } from '../shared/best-node.ts';
import { scoreNodes } from '../shared/score-nodes.ts';
import type { TreeNode } from '../shared/tree-node.ts';
import type { TreeOfThoughtsParameters } from './parameters.ts';

/** Votes in each round: what the paper draws (section 4.2). */
export const votesPerRound = 5;

export interface Thought extends ScoredNode {
  /** What the search goes by: the score, or the share of the votes; null where there is no score. */
  readonly value: Score;
}

/** Highest value first; of equals, the thought that was made first. Those without a value come last. */
export function byValue(a: Thought, b: Thought): number {
  return bestFirst(a.value, b.value) || a.node.id - b.node.id;
}

/**
 * Values thoughts: V(p, S) of Yao et al. 2023, arXiv 2305.10601, section 3.
 *
 * `value`: each on its own, by the verifier's score of its last step. `vote`: against each other; V(s) is the share of
 * five voters who pick s. The paper's voter is the model, shown all choices in one prompt; here a voter picks a thought
 * with a probability in proportion to the verifier's score of it, so that any model can be voted on, in words where the
 * verifier asks in words. Nobody votes where all scores are 0. A thought without a score is not up for the vote.
 */
export async function* valueThoughts(
  session: Session,
  verifier: Verifier,
  nodes: readonly TreeNode[],
  { evaluate }: TreeOfThoughtsParameters,
): RunPart<readonly Thought[]> {
  const scores = (yield* scoreNodes(verifier, nodes, 'last')).map(({ score }) => score);
  switch (evaluate) {
    case 'value':
      return nodes.map((node, index) => ({
        node,
        score: scores[index] ?? null,
        value: scores[index] ?? null,
      }));
    case 'vote': {
      const votes = castVotes(
        scores.map((score) => score ?? 0),
        votesPerRound,
        randomStream(session.numbers.drawSeed(), 0),
      );
      yield {
        type: 'decided',
        decision: {
          kind: 'voters',
          voters: votesPerRound,
          thoughts: nodes.length,
          votes: nodes
            .map((node, index) => ({ node: node.id, votes: votes[index] ?? 0 }))
            .filter((picked) => picked.votes > 0),
        },
      };
      return nodes.map((node, index) => {
        const score = scores[index] ?? null;
        return { node, score, value: score === null ? null : (votes[index] ?? 0) / votesPerRound };
      });
    }
  }
}

/** How many voters pick each candidate, each with a probability in proportion to its weight. */
export function castVotes(
  weights: readonly number[],
  voters: number,
  random: RandomStream,
): readonly number[] {
  const votes = weights.map(() => 0);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total <= 0) return votes;
  for (let voter = 0; voter < voters; voter++) {
    let left = random.next() * total;
    let pick = weights.findIndex((weight) => (left -= weight) < 0);
    // Rounding may leave a crumb over: it belongs to the last candidate that has any weight.
    if (pick < 0) pick = weights.findLastIndex((weight) => weight > 0);
    votes[pick] = (votes[pick] ?? 0) + 1;
  }
  return votes;
}
