import type { TreeNode } from './search-tree.ts';
import type { RunEvent } from '../../run/events.ts';

export interface ScoredNode {
  readonly node: TreeNode;
  readonly score: number;
}

/** Best score first; of equals, the node that was made first. */
export function byScore(a: ScoredNode, b: ScoredNode): number {
  return b.score - a.score || a.node.id - b.node.id;
}

/** The answer of the best-scored finished trace; traces from which no answer could be read do not compete. */
export function chooseBest(finished: readonly ScoredNode[]): RunEvent {
  const [best] = finished.filter(({ node }) => node.answer !== null).toSorted(byScore);
  return best
    ? { type: 'answer-chosen', answer: best.node.answer, by: { rule: 'best-node', node: best.node.id, score: best.score } }
    : { type: 'answer-chosen', answer: null, by: { rule: 'no-answer' } };
}
