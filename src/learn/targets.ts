import type { LogEntry, RunEvent } from '#run/events.ts';
import type { NodeId, Selection } from '#run/search-events.ts';
import type { RunState } from '#run/state.ts';
import { type TreeNodeState, pathTo } from '#run/tree-state.ts';
import { chosenEnd, endsOf } from '#run/what-happened/ends.ts';

/** Something in a run that a page asks for, by what it is rather than by its number. */
export type Target =
  | { readonly kind: 'trace'; readonly which: 'first' | 'right' | 'wrong' }
  | { readonly kind: 'votes'; readonly which: 'most' | 'others' }
  /** `way`: on the path to the chosen answer, the root aside. `end`: where a path ended in an answer. */
  | { readonly kind: 'node'; readonly which: 'way' | 'pruned' | 'end' | 'any' }
  /** A choice among several children, some of them tried before. */
  | { readonly kind: 'selection' }
  | { readonly kind: 'event'; readonly type: RunEvent['type'] };

/** Where in a run a target is. */
export type TargetPlace =
  | { readonly kind: 'trace'; readonly sequence: number }
  | { readonly kind: 'votes'; readonly key: string }
  | { readonly kind: 'node'; readonly node: NodeId }
  | { readonly kind: 'cursor'; readonly cursor: number };

/** All places of a run that a target means, in the run's order. @param state the fold of the whole log. */
export function placesOf(
  target: Target,
  entries: readonly LogEntry[],
  state: RunState,
): readonly TargetPlace[] {
  switch (target.kind) {
    case 'trace':
      return state.sequences
        .filter(({ extracted, grade }) => {
          if (!extracted) return false;
          return target.which === 'first' || grade?.outcome === target.which;
        })
        .slice(0, target.which === 'first' ? 1 : undefined)
        .map(({ sequence }) => ({ kind: 'trace', sequence }));
    case 'votes': {
      const [most, ...others] = state.votes;
      const wanted = target.which === 'most' ? (most ? [most] : []) : others;
      return wanted.map(({ key }) => ({ kind: 'votes', key }));
    }
    case 'node':
      return nodesOf(target.which, state).map(({ node }) => ({ kind: 'node', node }));
    case 'selection':
      return entries.flatMap(({ event }, at) =>
        event.type === 'path-selected' && event.selections.some(isTelling)
          ? [{ kind: 'cursor', cursor: at + 1 } as const]
          : [],
      );
    case 'event':
      return entries.flatMap(({ event }, at) =>
        event.type === target.type ? [{ kind: 'cursor', cursor: at + 1 } as const] : [],
      );
  }
}

/** Visits and priors both say something. */
const isTelling = ({ rows }: Selection): boolean =>
  rows.length > 2 && rows.filter(({ visits }) => visits > 0).length > 1;

function nodesOf(which: 'way' | 'pruned' | 'end' | 'any', state: RunState): readonly TreeNodeState[] {
  const steps = state.tree.filter(({ parent }) => parent !== null);
  switch (which) {
    case 'any':
      return steps;
    case 'pruned':
      return steps.filter(({ status }) => status === 'pruned');
    case 'end':
      return steps.filter(({ end }) => end === 'terminal');
    case 'way': {
      const node = chosenEnd(state, endsOf(state))?.node;
      return node === null || node === undefined ? [] : pathTo(state.tree, node).slice(1);
    }
  }
}
