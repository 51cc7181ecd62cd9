import { itemAt } from '#experiment/surely.ts';
import type { LogFault } from './failure.ts';
import type { Answer, Grade } from './answer.ts';
import type { NodeId, SearchEvent } from './search-events.ts';
import type { NodeStatus, TreeNodeState } from './tree-state.ts';

type OpenNode = { -readonly [Key in keyof Omit<TreeNodeState, 'children'>]: TreeNodeState[Key] } & {
  children: NodeId[];
};
type EventOf<Type extends SearchEvent['type']> = Extract<SearchEvent, { readonly type: Type }>;

/**
 * The changes of one batch to a tree. The list is copied once, each node that changes once; all others are shared with
 * the tree before.
 */
export class TreeBatch {
  readonly #before: readonly TreeNodeState[];
  readonly #impossible: (fault: LogFault) => Error;
  #nodes: TreeNodeState[] | null = null;
  readonly #copied = new Map<NodeId, OpenNode>();

  /** @param impossible makes the error that is thrown for what cannot have happened. */
  constructor(tree: readonly TreeNodeState[], impossible: (fault: LogFault) => Error) {
    this.#before = tree;
    this.#impossible = impossible;
  }

  /** The tree with the changes so far; the one before where there were none. */
  get tree(): readonly TreeNodeState[] {
    return this.#nodes ?? this.#before;
  }

  /** Throws where there is no such node. */
  check(...nodes: readonly NodeId[]): void {
    const missing = nodes.find((node) => this.tree[node] === undefined);
    if (missing !== undefined) throw this.#impossible({ kind: 'no-such-node', node: missing });
  }

  create({ node, parent, sequence, end, prior }: EventOf<'node-created'>): void {
    const { length } = this.tree;
    if (node !== length)
      throw this.#impossible(
        node < length ? { kind: 'node-made-twice', node } : { kind: 'node-too-early', node, before: length },
      );
    if (parent === null && node !== 0) throw this.#impossible({ kind: 'second-root', node });
    const above = parent === null ? null : this.#open(parent);
    if (above && above.end !== 'open') throw this.#impossible({ kind: 'child-of-ended', node: above.node });
    const made: OpenNode = {
      node,
      parent,
      children: [],
      depth: above ? above.depth + 1 : 0,
      sequence,
      end,
      prior,
      score: null,
      scoreLog: null,
      verifier: null,
      why: null,
      logged: null,
      visits: 0,
      value: 0,
      status: 'live',
      statusWhy: null,
      drawnAgain: 0,
      answer: null,
      grade: null,
    };
    above?.children.push(node);
    this.#copied.set(node, made);
    this.#list().push(made);
  }

  drop({ sameAs }: EventOf<'step-dropped'>): void {
    this.#open(sameAs).drawnAgain += 1;
  }

  score({ node, score, log, verifier, why }: EventOf<'node-scored'>): void {
    Object.assign(this.#open(node), { score, scoreLog: log ?? null, verifier, why });
  }

  log({ node, values, main, share }: EventOf<'node-logged'>): void {
    Object.assign(this.#open(node), { score: share, logged: { values, main } });
  }

  decide({ kept, pruned, why }: EventOf<'nodes-kept'>): void {
    const settle = (nodes: readonly NodeId[], status: NodeStatus) =>
      nodes.forEach((node) => Object.assign(this.#open(node), { status, statusWhy: why }));
    settle(kept, 'kept');
    settle(pruned, 'pruned');
  }

  backUp({ path }: EventOf<'backed-up'>): void {
    for (const { node, visitsAfter, valueAfter } of path)
      Object.assign(this.#open(node), { visits: visitsAfter, value: valueAfter });
  }

  answer(node: NodeId, answer: Answer | null): void {
    this.#open(node).answer = answer;
  }

  grade(node: NodeId, grade: Grade): void {
    this.#open(node).grade = grade;
  }

  #list(): TreeNodeState[] {
    return (this.#nodes ??= [...this.#before]);
  }

  /** The node, copied for this batch. */
  #open(node: NodeId): OpenNode {
    const copied = this.#copied.get(node);
    if (copied) return copied;
    this.check(node);
    const nodes = this.#list();
    const there = itemAt(nodes, node);
    const copy: OpenNode = { ...there, children: [...there.children] };
    this.#copied.set(node, copy);
    nodes[node] = copy;
    return copy;
  }
}
