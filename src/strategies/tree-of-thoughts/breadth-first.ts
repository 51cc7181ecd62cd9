import type { RunPart, Session } from '#policy/session/session.ts';
import type { Verifier } from '#verifiers/verifier.ts';
import type { ScoredNode } from '../shared/best-node.ts';
import { whyBest } from '../shared/score-nodes.ts';
import type { TreeBuilder } from '../shared/tree-builder.ts';
import type { TreeNode } from '../shared/tree-node.ts';
import { byValue, valueThoughts } from './evaluate.ts';
import { generateThoughts } from './generate.ts';
import type { TreeOfThoughtsParameters } from './parameters.ts';

/**
 * Tree of thoughts, breadth first: level by level, the `breadth` best states of each go on (Yao et al. 2023, arXiv
 * 2305.10601, algorithm 1). The paper's problems all end at the same level; here a state that has ended leaves its
 * place to others and waits for the end.
 *
 * @returns the finished states.
 */
export async function* breadthFirst(
  session: Session,
  params: TreeOfThoughtsParameters,
  verifier: Verifier,
  tree: TreeBuilder,
): RunPart<readonly ScoredNode[]> {
  const finished: ScoredNode[] = [];
  let states: readonly TreeNode[] = [tree.root];
  for (let level = 1; states.length > 0; level++) {
    const made = yield* generateThoughts(tree, states, params);
    if (!made) break;
    const thoughts = yield* valueThoughts(session, verifier, made.flat(), params);
    finished.push(...thoughts.filter(({ node }) => node.end === 'terminal'));
    const open = thoughts.filter(({ node }) => node.end === 'open').toSorted(byValue);
    states = open.slice(0, params.breadth).map(({ node }) => node);
    const pruned = open.slice(params.breadth).map(({ node }) => node);
    yield {
      type: 'nodes-kept',
      round: level,
      kept: states.map(({ id }) => id),
      pruned: pruned.map(({ id }) => id),
      why: whyBest(
        states.length,
        open.map(({ value }) => value),
        params.evaluate,
        finished.length,
      ),
    };
  }
  return finished;
}
