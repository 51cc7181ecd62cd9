import { majority } from '#answers/majority.ts';
import { itemAt } from '#experiment/surely.ts';
import { chooseBestNode, voteByWeight, type ScoredNode } from '../shared/best-node.ts';
import { ancestors, type TreeNode } from '../shared/tree-node.ts';
import type { MctsParameters } from './parameters.ts';
import { meanValue } from '../shared/back-up.ts';
import type { Statistics } from './statistics.ts';
import type { RunEvent } from '#run/events.ts';

/**
 * How the finished search answers. Only finished traces that were visited and gave an answer can be chosen.
 *
 * `most-visited`: from the root to the most visited child at every node, as AlphaZero picks its moves; of equals the one
 * with the higher mean value, then the earlier. `best-value`: the same by mean value first. Both follow only nodes below
 * which such a trace lies. `best-terminal`: the trace the verifier values most. `majority`: one vote for each such
 * trace, however often it was visited (the tree holds no trace twice, so votes are distinct derivations).
 * `weighted-vote`: the values of such traces summed by answer, each as often as it was drawn (Feng et al. 2023, arXiv
 * 2309.17179: their vote by a reward model).
 *
 * @param terminals of the tree.
 */
export function* readOut(
  readout: MctsParameters['readout'],
  root: TreeNode,
  terminals: readonly TreeNode[],
  statistics: Statistics,
): Generator<RunEvent> {
  const visited = terminals.filter((node) => node.answer !== null && statistics.of(node).visits > 0);
  if (visited.length === 0) {
    yield { type: 'answer-chosen', answer: null, by: { rule: 'no-answer' } };
    return;
  }
  const mean = (node: TreeNode) => meanValue(statistics.of(node));
  const visits = (node: TreeNode) => statistics.of(node).visits;
  const valued = (node: TreeNode): ScoredNode => ({ node, score: statistics.of(node).value });
  switch (readout) {
    case 'most-visited': {
      const node = walk(root, visited, (a, b) => visits(b) - visits(a) || mean(b) - mean(a));
      yield {
        type: 'answer-chosen',
        answer: node.answer,
        by: { rule: 'most-visited', node: node.id, visits: visits(node) },
      };
      return;
    }
    case 'best-value': {
      const node = walk(root, visited, (a, b) => mean(b) - mean(a) || visits(b) - visits(a));
      yield {
        type: 'answer-chosen',
        answer: node.answer,
        by: { rule: 'best-node', node: node.id, score: mean(node) },
      };
      return;
    }
    case 'best-terminal':
      yield* chooseBestNode(visited.map(valued));
      return;
    case 'weighted-vote':
      yield* voteByWeight(visited.map(valued));
      return;
    case 'majority': {
      for (const { sequence, answer } of visited)
        if (sequence !== null && answer) yield { type: 'vote-cast', sequence, answer };
      const { winner, rule } = majority(visited.map(({ answer }) => answer));
      yield { type: 'answer-chosen', answer: winner, by: rule };
    }
  }
}

/** From the root down to one of the terminals, at every node to the first child in the given order. */
function walk(
  root: TreeNode,
  terminals: readonly TreeNode[],
  order: (a: TreeNode, b: TreeNode) => number,
): TreeNode {
  const leading = new Set(terminals.flatMap(ancestors));
  let at = root;
  while (at.children.length > 0) {
    const children = at.children.filter((child) => leading.has(child));
    at = itemAt(
      children.toSorted((a, b) => order(a, b) || a.id - b.id),
      0,
    );
  }
  return at;
}
