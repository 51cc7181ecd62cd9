import type { Session } from '#policy/session/session.ts';
import type { Verifier } from '#verifiers/verifier.ts';
import { chooseFinished } from '../shared/best-node.ts';
import { mustJudgeSteps, rescoreNodes } from '../shared/score-nodes.ts';
import { TreeBuilder } from '../shared/tree-builder.ts';
import type { StrategyRun } from '../strategy.ts';
import { breadthFirst } from './breadth-first.ts';
import { depthFirst } from './depth-first.ts';
import type { TreeOfThoughtsParameters } from './parameters.ts';

/**
 * Tree of thoughts (Yao et al. 2023, arXiv 2305.10601): thoughts are generated from a state, valued, and searched
 * breadth first or depth first. The answer is that of the finished trace with the best score, or the one whose scores sum to the most.
 */
export async function* treeOfThoughts(
  session: Session,
  params: TreeOfThoughtsParameters,
  verifier: Verifier,
): StrategyRun {
  mustJudgeSteps(verifier);
  const tree = yield* TreeBuilder.start(session, params.maxSteps);
  const search = params.search === 'bfs' ? breadthFirst : depthFirst;
  const finished = yield* search(session, params, verifier, tree);
  yield* chooseFinished(params.choose, yield* rescoreNodes(verifier, finished, 'last'));
}
