import type { Aggregation } from '../../experiment/verifier.ts';
import { PolicyError } from '../../policy/policy-error.ts';
import type { Part } from '../../policy/session/session.ts';
import type { Scored } from '../../run/scored.ts';
import { aggregate } from '../../verifiers/aggregate.ts';
import type { PartialTrace, Verifier } from '../../verifiers/verifier.ts';
import { deadWhy, traceOf, type TreeNode } from './search-tree.ts';

/** Throws PolicyError `unsupported` where the verifier cannot guide a search step by step. */
export function mustJudgeSteps(verifier: Verifier): void {
  if (verifier.judges === 'steps') return;
  throw new PolicyError(
    'unsupported',
    `The ${verifier.kind} verifier judges finished traces only, so it cannot guide a search step by step.`,
    'Choose a verifier that scores steps: rule, process or rollouts.',
  );
}

/**
 * Scores nodes in one batch. A dead node scores 0 unasked: its trace was cut off and cannot answer.
 *
 * @param traceFor what the verifier sees of a node; its own trace unless told.
 * @returns the aggregated scores, in the nodes' order.
 */
export async function* scoreNodes(
  verifier: Verifier,
  nodes: readonly TreeNode[],
  aggregation: Aggregation,
  traceFor: (node: TreeNode) => PartialTrace = traceOf,
): Part<readonly Scored[]> {
  const alive = nodes.filter((node) => node.end !== 'dead');
  const judged = alive.length > 0 ? yield* verifier.score(alive.map(traceFor)) : [];
  const scores: Scored[] = [];
  for (const node of nodes) {
    const own = judged[alive.indexOf(node)];
    const score = own ? aggregate(own.steps, aggregation) : { score: 0 };
    const why = own?.why ?? (node.end === 'dead' ? deadWhy(node) : 'not judged: the budget is spent');
    yield { type: 'node-scored', node: node.id, ...score, verifier: verifier.kind, why };
    scores.push(score);
  }
  return scores;
}
