import type { SequenceLabel } from './facts/label.ts';
import type { Score } from './score.ts';
import type { NodeId } from './search-events.ts';
import type { RunState, Sequence } from './state.ts';
import { nodeValue, pathTo } from './tree-state.ts';

/** A trace that a search finished: from the first step to its end. */
export interface FinishedTrace {
  /** The node that ends it. */
  readonly end: NodeId;
  /** First step first, the root left out. */
  readonly path: readonly NodeId[];
  /** What the search took its end to be worth: the mean of what came back, or else its score; null where it has neither. */
  readonly worth: Score;
  /** The strategy chose it. */
  readonly chosen: boolean;
}

/**
 * What became of something drawn that no finished trace goes through. `aside`: it was no step, but drawn to judge or to check
 * one. `writing`: it has not ended yet. `unused`: the search made no node of it.
 */
export type StepOutcome =
  | 'open'
  | 'pruned'
  | 'unvisited'
  | 'cut-off'
  | 'drawn-again'
  | 'aside'
  | 'writing'
  | 'unused';

/** What was drawn below one node and no finished trace goes through. */
export interface DrawnBelow {
  /** Null where it starts at the prompt without a tree. */
  readonly parent: NodeId | null;
  readonly steps: readonly { readonly sequence: number; readonly outcome: StepOutcome }[];
}

/** Everything that a search drew, each step once. */
export interface SearchTraces {
  /** The chosen one first, then by worth. Steps that several share stand in each of them. */
  readonly finished: readonly FinishedTrace[];
  /** In the order of the tree's nodes. */
  readonly others: readonly DrawnBelow[];
}

/** A search's steps by the finished traces they belong to; what belongs to none, by the node it was drawn below. */
export function searchTraces(state: RunState): SearchTraces {
  const { tree, chosen } = state;
  const winner = chosen && 'node' in chosen.by ? chosen.by.node : null;
  const finished = tree
    .filter(({ end }) => end === 'terminal')
    .map((end): FinishedTrace => ({
      end: end.node,
      path: pathTo(tree, end.node)
        .slice(1)
        .map(({ node }) => node),
      worth: nodeValue(end),
      chosen: end.node === winner,
    }))
    .sort(bestFirst);
  const shown = new Set(finished.flatMap(({ path }) => path));
  const visited = tree.some(({ visits }) => visits > 0);
  const below = new Map<NodeId | null, { sequence: number; outcome: StepOutcome }[]>();
  for (const sequence of state.sequences) {
    if (sequence.node !== null && shown.has(sequence.node)) continue;
    const parent = parentOf(tree, sequence);
    const steps = below.get(parent);
    const step = { sequence: sequence.sequence, outcome: outcomeOf(tree, sequence, visited) };
    if (steps) steps.push(step);
    else below.set(parent, [step]);
  }
  const others = [...below]
    .map(([parent, steps]) => ({ parent, steps }))
    .sort((a, b) => (a.parent ?? -1) - (b.parent ?? -1));
  return { finished, others };
}

function bestFirst(a: FinishedTrace, b: FinishedTrace): number {
  return (
    Number(b.chosen) - Number(a.chosen) ||
    (b.worth ?? -Infinity) - (a.worth ?? -Infinity) ||
    // Infinity less Infinity is NaN: two without worth stay in their order.
    a.end - b.end
  );
}

function parentOf(tree: RunState['tree'], { node, sameAs, from }: Sequence): NodeId | null {
  const made = node ?? sameAs;
  return made === null ? from : (tree[made]?.parent ?? null);
}

function outcomeOf(tree: RunState['tree'], sequence: Sequence, visited: boolean): StepOutcome {
  const node = sequence.node === null ? undefined : tree[sequence.node];
  if (!node) {
    if (sequence.sameAs !== null) return 'drawn-again';
    if (isAside(sequence.label)) return 'aside';
    return sequence.end === null ? 'writing' : 'unused';
  }
  if (node.end === 'dead') return 'cut-off';
  if (node.status === 'pruned') return 'pruned';
  return visited && node.visits === 0 ? 'unvisited' : 'open';
}

/** Whether it was drawn to judge, look ahead or check, and is no step itself. */
function isAside({ kind }: SequenceLabel): boolean {
  switch (kind) {
    case 'lookahead':
    case 'node-rollout':
    case 'step-rollout':
    case 'evaluation':
    case 'check':
      return true;
    case 'only-trace':
    case 'trace':
    case 'attempt':
    case 'step':
    case 'action':
    case 'sub-answer':
    case 'as-saved':
      return false;
  }
}
