import { chooseByWeight, judgedVoters, type Voter, voteUnjudged, weighAnswers } from '#answers/choose.ts';
import type { Choose } from '#experiment/strategies/fields.ts';
import type { RunEvent } from '#run/events.ts';
import { clipped } from '#run/facts/clipped.ts';
import { higherFirst, type Scored } from '#run/scored.ts';
import { times } from '#run/aggregate.ts';
import { tellChoice } from './score-traces.ts';
import type { TreeNode } from './tree-node.ts';

export interface ScoredNode extends Scored {
  readonly node: TreeNode;
  /** Draws of it that vote; all there were, unless told. */
  readonly draws?: number;
}

/** Best score first; of equals, the node that was made first. Those without a score come last. */
export function byScore(a: ScoredNode, b: ScoredNode): number {
  return higherFirst(a, b) || a.node.id - b.node.id;
}

/** The answer of a search that is over, from its finished traces. */
export function* chooseFinished(choose: Choose, finished: readonly ScoredNode[]): Generator<RunEvent> {
  switch (choose) {
    case 'best':
      yield* chooseBestNode(finished);
      return;
    case 'weighted-vote':
      yield* voteByWeight(finished);
  }
}

/**
 * The answer of the best-scored finished trace; traces from which no answer could be read do not compete. Where none that
 * competes has a score, the answers vote.
 */
export function* chooseBestNode(finished: readonly ScoredNode[]): Generator<RunEvent> {
  const voters = finished.map((one): Voter => ({
    sequence: one.node.id,
    answer: one.node.answer,
    ...times(one, 1),
  }));
  const [best] = judgedVoters(voters).toSorted((a, b) => higherFirst(a, b) || a.sequence - b.sequence);
  yield* tellChoice(
    best
      ? { answer: best.answer, by: { rule: 'best-node', node: best.sequence, score: best.score } }
      : voteUnjudged(voters),
    voters,
  );
}

/** Answers in the log with their sums, at most: of a wide search there are dozens. */
const shownAnswers = 6;

/** The answer whose draws' scores sum to the most: a trace that was drawn three times has three votes, one in the tree. */
export function* voteByWeight(finished: readonly ScoredNode[]): Generator<RunEvent> {
  const voters = finished.map((one): Voter => ({
    sequence: one.node.id,
    answer: one.node.answer,
    ...times(one, one.draws ?? one.node.draws),
  }));
  const answers = weighAnswers(voters);
  if (answers.length > 1) {
    const shown = answers
      .slice(0, shownAnswers)
      .map(({ answer, weight }) => ({ answer: answer.display, score: weight }));
    const scored = finished.filter(({ score }) => score !== null).length;
    yield {
      type: 'decided',
      decision: clipped({ kind: 'summed-scores', traces: scored, answers: shown }),
    };
  }
  yield* tellChoice(chooseByWeight(voters), voters);
}
