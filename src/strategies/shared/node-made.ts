import type { Drawn } from '#policy/session/draw.ts';
import type { Answer, RunEvent } from '#run/events.ts';
import type { NodeEnd, NodeId } from '#run/search-events.ts';

/** Whether a node can be gone on from, ends a trace, or is dead: pruned, cut off, or as deep as the tree may be. */
export function endOfNode(node: {
  readonly pruned: boolean;
  readonly reason: Drawn['reason'];
  readonly depth: number;
  readonly maxSteps: number;
}): NodeEnd {
  if (node.pruned) return 'dead';
  if (node.reason === 'end-of-text') return 'terminal';
  return node.reason === 'stop' && node.depth < node.maxSteps ? 'open' : 'dead';
}

/** What the log says of a new node: that it is there, that a person pruned it, the answer that it ends with. */
export function* nodeMade(node: {
  readonly id: NodeId;
  readonly parent: { readonly id: NodeId } | null;
  readonly depth: number;
  readonly end: NodeEnd;
  readonly pruned: boolean;
  readonly answer: Answer | null;
  readonly sequence: number | null;
  readonly prior?: number | null;
}): Generator<RunEvent> {
  const { id, parent, depth, end, pruned, answer, sequence, prior = null } = node;
  yield { type: 'node-created', node: id, parent: parent?.id ?? null, sequence, end, prior };
  if (pruned) yield { type: 'nodes-kept', round: depth, kept: [], pruned: [id], why: { kind: 'by-hand' } };
  if (end === 'terminal' && sequence !== null) yield { type: 'answer-extracted', sequence, answer };
}
