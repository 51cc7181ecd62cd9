import { type NonEmpty } from '#experiment/surely.ts';
import type { Answer } from '#run/events.ts';
import type { RStarNode } from './node.ts';

/** A finished trace with an answer, however often the search came to it. */
export interface TraceCandidate {
  /** The nodes that end it, in the order of their making. */
  readonly nodes: NonEmpty<RStarNode>;
  readonly answer: Answer;
  /** How often it was found: once by each of these nodes, and once by each rollout that ended in one of them. */
  readonly found: number;
}

/** Every node that ends a trace with an answer, each for itself, in the order of their making. */
export function eachEnd(root: RStarNode): readonly TraceCandidate[] {
  return descendants(root).flatMap((node) =>
    node.answer ? [{ nodes: [node] as const, answer: node.answer, found: 1 + node.visits }] : [],
  );
}

/** The same, equal traces made one: those of the same tokens. */
export function distinctTraces(root: RStarNode): readonly TraceCandidate[] {
  const traces = new Map<string, TraceCandidate>();
  for (const end of eachEnd(root)) {
    const [node] = end.nodes;
    const text = node.steps
      .flat()
      .map(({ id }) => id)
      .join(' ');
    const same = traces.get(text);
    traces.set(
      text,
      same ? { ...same, nodes: [...same.nodes, ...end.nodes], found: same.found + end.found } : end,
    );
  }
  return [...traces.values()];
}

/** All nodes below, in the order of their making. */
function descendants(node: RStarNode): readonly RStarNode[] {
  return node.children.flatMap((child) => [child, ...descendants(child)]).toSorted((a, b) => a.id - b.id);
}
