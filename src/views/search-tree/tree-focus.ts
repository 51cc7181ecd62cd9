import { itemAt } from '#experiment/surely.ts';
import type { NodeId } from '#run/search-events.ts';
import type { RunState } from '#run/state.ts';
import { pathTo } from '#run/tree-state.ts';

/** What the current step is about. */
export interface TreeFocus {
  /** The way that is lit: root first. */
  readonly path: readonly NodeId[];
  /** Everything the step looked at or changed, the path among it. */
  readonly touched: ReadonlySet<NodeId>;
  /** What to keep in sight. */
  readonly at: NodeId | null;
}

const none: TreeFocus = { path: [], touched: new Set(), at: null };

/** The node whose trace gave the answer, if the answer came from the tree and has been chosen. */
export function answeringNode({ chosen, tree }: RunState): NodeId | null {
  if (!chosen?.answer) return null;
  if ('node' in chosen.by) return chosen.by.node;
  const { key } = chosen.answer;
  return tree.find(({ answer }) => answer?.key === key)?.node ?? null;
}

/** What the search did last; once an answer is chosen, the path to it. */
export function focusOf(state: RunState): TreeFocus {
  const answering = answeringNode(state);
  if (answering !== null) return about(state, answering, [answering]);
  const { focus, tree } = state;
  switch (focus?.kind) {
    case undefined:
      return none;
    case 'selected': {
      const { leaf, selections } = focus.event;
      return about(
        state,
        leaf,
        selections.flatMap(({ rows }) => rows.map(({ node }) => node)),
      );
    }
    case 'expanded':
      return about(state, tree[focus.nodes.at(-1) ?? -1]?.parent ?? 0, focus.nodes);
    case 'scored':
      return focus.nodes.length === 1
        ? about(state, itemAt(focus.nodes, 0), focus.nodes)
        : { path: [], touched: new Set(focus.nodes), at: focus.nodes.at(-1) ?? null };
    case 'backed-up': {
      const path = focus.event.path
        .map(({ node }) => node)
        .toSorted((a, b) => itemAt(tree, a).depth - itemAt(tree, b).depth);
      return { path, touched: new Set(path), at: path.at(-1) ?? null };
    }
    case 'kept': {
      const { kept, pruned } = focus.event;
      return { path: [], touched: new Set([...kept, ...pruned]), at: kept[0] ?? pruned[0] ?? null };
    }
    case 'backtracked':
      return about(state, focus.event.to, [focus.event.from]);
  }
}

function about({ tree }: RunState, at: NodeId, others: readonly NodeId[]): TreeFocus {
  const path = pathTo(tree, at).map(({ node }) => node);
  return { path, touched: new Set([...path, ...others]), at };
}
