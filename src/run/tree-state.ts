import type { VerifierKind } from '#experiment/verifier.ts';
import type { Answer, Grade } from './answer.ts';
import type { LoggedValues } from './facts/logged-elsewhere.ts';
import type { ScoreReason } from './facts/score-reason.ts';
import type { KeptReason } from './facts/search-reason.ts';
import type { Score } from './score.ts';
import type { NodeEnd, NodeId, SearchEvent } from './search-events.ts';

/** `live`: nothing was decided about it. `kept`: the search went on with it. `pruned`: the search gave it up. */
export type NodeStatus = 'live' | 'kept' | 'pruned';

/** Numbers of a node under the names that another program gave them, and the one that its search went by. */
export interface LoggedNode {
  readonly values: LoggedValues;
  readonly main: Score;
}

/** One node as far as the search has come. Its place in `RunState.tree` is its number. */
export interface TreeNodeState {
  readonly node: NodeId;
  /** Null for the root. */
  readonly parent: NodeId | null;
  /** In the order of their making. */
  readonly children: readonly NodeId[];
  /** Steps from the root, which has 0. */
  readonly depth: number;
  /** The trace that wrote its step; null for the root, and for steps written by a person. */
  readonly sequence: number | null;
  readonly end: NodeEnd;
  /** The policy's probability of the step among the siblings there were when it was made; null where none is known. */
  readonly prior: number | null;
  /** The verifier's latest score; null before the first, and where it could not judge: then `why` says so. */
  readonly score: Score;
  /** The score's logarithm where it is too small for a number: see `Scored`. */
  readonly scoreLog: number | null;
  readonly verifier: VerifierKind | null;
  /** Where the score comes from, or why there is none; null before the first. */
  readonly why: ScoreReason | null;
  /** What the log of another program says of it; null in runs of this one. */
  readonly logged: LoggedNode | null;
  /** Simulations that came back through it. */
  readonly visits: number;
  /** Mean of the values that came back; 0 where none has. */
  readonly value: number;
  readonly status: NodeStatus;
  /** Why it was kept or pruned; null where nothing was decided about it. */
  readonly statusWhy: KeptReason | null;
  /** Sampled steps that were the same as this one and were dropped. */
  readonly drawnAgain: number;
  /** Of a terminal node, where one was found. */
  readonly answer: Answer | null;
  readonly grade: Grade | null;
}

/**
 * What the search takes a node to be worth, and what it is coloured by: the mean of what came back, or else its score; null before
 * either, and where it has none.
 */
export function nodeValue({
  visits,
  value,
  score,
}: Pick<TreeNodeState, 'visits' | 'value' | 'score'>): Score {
  return visits > 0 ? value : score;
}

/** The same as a number to be read: of a node of another program's log, the number that stands there. */
export function nodeNumber(node: Pick<TreeNodeState, 'visits' | 'value' | 'score' | 'logged'>): Score {
  return node.logged ? node.logged.main : nodeValue(node);
}

type EventOf<Type extends SearchEvent['type']> = Extract<SearchEvent, { readonly type: Type }>;

/**
 * What the search did last. Nodes that were made or scored in one go are one step; while `open`, more may join them.
 * Null before the first step; the root alone is none.
 */
export type Focus =
  | { readonly kind: 'selected'; readonly event: EventOf<'path-selected'> }
  | { readonly kind: 'expanded'; readonly nodes: readonly NodeId[]; readonly open: boolean }
  | { readonly kind: 'scored'; readonly nodes: readonly NodeId[]; readonly open: boolean }
  | { readonly kind: 'backed-up'; readonly event: EventOf<'backed-up'> }
  | { readonly kind: 'kept'; readonly event: EventOf<'nodes-kept'> }
  | { readonly kind: 'backtracked'; readonly event: EventOf<'backtracked'> };

/** The node and those above it, root first; [] where there is no such node. */
export function pathTo(tree: readonly TreeNodeState[], node: NodeId): readonly TreeNodeState[] {
  const path: TreeNodeState[] = [];
  for (let at = tree[node]; at; at = at.parent === null ? undefined : tree[at.parent]) path.push(at);
  return path.reverse();
}
