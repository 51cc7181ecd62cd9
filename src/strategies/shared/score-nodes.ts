import { paired } from '#experiment/surely.ts';
import type { Aggregation } from '#experiment/verifier.ts';
import { PolicyError } from '#policy/policy-error.ts';
import type { RunPart } from '#policy/session/session.ts';
import type { RunEvent } from '#run/events.ts';
import type { KeptBy, KeptReason } from '#run/facts/search-reason.ts';
import type { Score } from '#run/score.ts';
import { higherFirst, type Scored } from '#run/scored.ts';
import { judge } from '#run/aggregate.ts';
import type { PartialTrace, Verifier } from '#verifiers/verifier.ts';
import type { ScoredNode } from './best-node.ts';
import { deadScore, traceOf, type TreeNode } from './tree-node.ts';

/** Throws PolicyError `unsupported` where the verifier cannot guide a search step by step. */
export function mustJudgeSteps(verifier: Verifier): void {
  if (verifier.judges === 'steps') return;
  throw new PolicyError({ code: 'unsupported', why: { kind: 'whole-traces-only', verifier: verifier.kind } });
}

/**
 * Scores nodes in one batch. A dead node is not asked about: see `deadScore`.
 *
 * @param traceFor what the verifier sees of a node; its own trace unless told.
 * @returns the aggregated scores, in the nodes' order.
 */
export async function* scoreNodes(
  verifier: Verifier,
  nodes: readonly TreeNode[],
  aggregation: Aggregation,
  traceFor: (node: TreeNode) => PartialTrace = traceOf,
): RunPart<readonly Scored[]> {
  const alive = nodes.filter((node) => node.end !== 'dead');
  const judged = alive.length > 0 ? yield* verifier.score(alive.map(traceFor)) : [];
  const scores: Scored[] = [];
  for (const node of nodes) {
    const own = judged[alive.indexOf(node)];
    const { why, ...score } = own ? judge(own, aggregation) : deadScore(node);
    yield { type: 'node-scored', node: node.id, ...score, verifier: verifier.kind, why };
    scores.push(score);
  }
  return scores;
}

/**
 * The scores of finished nodes as they are by now, drawing nothing: what was found out since may have changed what the
 * verifier says of them. One `node-scored` for each whose score is another.
 */
export function* rescoreNodes(
  verifier: Verifier,
  scored: readonly ScoredNode[],
  aggregation: Aggregation,
): Generator<RunEvent, readonly ScoredNode[]> {
  const judged = verifier.rescore?.(scored.map(({ node }) => traceOf(node)));
  if (!judged) return scored;
  const now: ScoredNode[] = [];
  for (const [one, scores] of paired(scored, judged)) {
    const { why, ...score } = judge(scores, aggregation);
    if (higherFirst(score, one) !== 0)
      yield {
        type: 'node-scored',
        node: one.node.id,
        ...score,
        verifier: verifier.kind,
        why: { kind: 'again', why },
      };
    now.push({ node: one.node, ...(one.draws === undefined ? {} : { draws: one.draws }), ...score });
  }
  return now;
}

/** Whether a score reaches a threshold. One that was not measured reaches none but 0, which asks for nothing. */
export function reaches(score: Score, threshold: number): boolean {
  return threshold === 0 || (score !== null && score >= threshold);
}

/** Why some nodes were kept, where they were kept by their scores. */
export function whyBest(
  kept: number,
  scores: readonly Score[],
  by: KeptBy,
  finished: number,
): Extract<KeptReason, { readonly kind: 'best' }> {
  return { kind: 'best', kept, of: scores.length, by, unjudged: unjudgedOf(scores), finished };
}

/** How many have no score. */
export const unjudgedOf = (scores: readonly Score[]): number =>
  scores.filter((score) => score === null).length;
