import type { TokenId } from '#policy/language-model.ts';
import type { Answer, LoggedToken } from '#run/events.ts';
import type { VerifierReason } from '#run/facts/score-reason.ts';
import type { Score } from '#run/score.ts';
import type { NodeEnd, NodeId } from '#run/search-events.ts';
import type { PartialTrace } from '#verifiers/verifier.ts';

/** A partial trace: its step and, through its parents, all steps before it. */
export interface TreeNode {
  readonly id: NodeId;
  readonly parent: TreeNode | null;
  readonly depth: number;
  readonly step: readonly LoggedToken[];
  /** All steps so far, this one last. A node that was written on to its end holds several. */
  readonly steps: readonly (readonly LoggedToken[])[];
  /** Prompt and all steps so far. */
  readonly path: readonly TokenId[];
  readonly end: NodeEnd;
  /** A person pruned it: it is dead from its making. */
  readonly pruned: boolean;
  /** It is dead because the run's budget cut its step off: nothing is known of what it would have become. */
  readonly cutByBudget: boolean;
  /** Of a terminal node. */
  readonly answer: Answer | null;
  readonly sequence: number | null;
  /** Sum of the step's log-probabilities. */
  readonly logprob: number;
  readonly children: TreeNode[];
  /** How often its step was drawn: once, and once more for each draw that was dropped for being the same. */
  draws: number;
  /** What the policy has to say of the step among its siblings, in [0, 1]; null for the root. */
  prior: number | null;
}

/** Root first, the node itself last. */
export function ancestors(node: TreeNode): readonly TreeNode[] {
  const path: TreeNode[] = [];
  for (let at: TreeNode | null = node; at; at = at.parent) path.push(at);
  return path.reverse();
}

/** What a dead node is worth, and why: 0 where its trace can no longer answer; not known where others ended it. */
export function deadScore({ pruned, cutByBudget }: TreeNode): {
  readonly score: Score;
  readonly why: VerifierReason;
} {
  if (pruned) return { score: null, why: { kind: 'pruned-by-hand' } };
  if (cutByBudget) return { score: null, why: { kind: 'budget-cut' } };
  return { score: 0, why: { kind: 'cut-off' } };
}

/** The node's partial trace, as verifiers read it. */
export function traceOf(node: TreeNode): PartialTrace {
  return {
    prompt: rootOf(node).path,
    steps: node.steps,
    finished: node.end === 'terminal',
    answer: node.answer,
  };
}

function rootOf(node: TreeNode): TreeNode {
  let at = node;
  while (at.parent) at = at.parent;
  return at;
}
