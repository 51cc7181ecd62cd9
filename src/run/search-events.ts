import type { Aggregation, VerifierKind } from '#experiment/verifier.ts';
import type { Answer } from './answer.ts';
import type { Decision } from './facts/decision.ts';
import type { LoggedValues } from './facts/logged-elsewhere.ts';
import type { ScoreReason } from './facts/score-reason.ts';
import type { BacktrackReason, KeptReason } from './facts/search-reason.ts';
import type { Score } from './score.ts';
import type { Scored } from './scored.ts';

/** A node's number in the log; the root is 0. */
export type NodeId = number;

/**
 * `open`: may be expanded. `terminal`: its trace has ended with the text. `dead`: its trace was cut off (too long, too
 * many steps), so it cannot answer.
 */
export type NodeEnd = 'open' | 'terminal' | 'dead';

/** One sibling's line of the selection table: `score = q + exploration`. */
export interface SelectionRow {
  readonly node: NodeId;
  /** Mean value of the simulations through it; of those that have come back, with virtual losses counted in. */
  readonly q: number;
  /** Prior: the policy's probability, normalised over the siblings; 1 / siblings where the rule uses none. */
  readonly prior: number;
  readonly visits: number;
  /** Virtual losses among the visits: simulations still under way. */
  readonly pending: number;
  /** The second term of the rule. */
  readonly exploration: number;
  readonly score: number;
}

/** How one child was chosen at one node. */
export interface Selection {
  readonly parent: NodeId;
  readonly parentVisits: number;
  /** `puct`: q + c·P·√N / (1 + n). `uct`: q + c·√(ln N / n), unvisited first. */
  readonly rule: 'puct' | 'uct';
  readonly c: number;
  readonly rows: readonly SelectionRow[];
  readonly chosen: NodeId;
}

/** A node's statistics before and after a backup. */
export interface Backup {
  readonly node: NodeId;
  readonly visitsBefore: number;
  readonly visitsAfter: number;
  /** Mean values; 0 where there were no visits. */
  readonly valueBefore: number;
  readonly valueAfter: number;
}

/** Whether a simulation ended where one had been before. */
export function endsOnVisited({ path }: { readonly path: readonly Backup[] }): boolean {
  return (path.at(-1)?.visitsBefore ?? 0) > 0;
}

/** What happens in a search, on top of the events of every run. */
export type SearchEvent =
  /** `sequence` wrote the node's step; null for the root and for steps written by a person. */
  | {
      readonly type: 'node-created';
      readonly node: NodeId;
      readonly parent: NodeId | null;
      readonly sequence: number | null;
      readonly end: NodeEnd;
      readonly prior: number | null;
    }
  /** A sampled step equal to a sibling's was not made a node. */
  | { readonly type: 'step-dropped'; readonly sequence: number; readonly sameAs: NodeId }
  /** The latest counts. `why` says where the score comes from, or why there is none. */
  | (Scored & {
      readonly type: 'node-scored';
      readonly node: NodeId;
      readonly verifier: VerifierKind;
      readonly why: ScoreReason;
    })
  /**
   * What the log of another program says of a node. `main` is the number that its search went by, as it stands there, and `share`
   * where that lies between the lowest and the highest of the log; null where there is none. The latest counts.
   */
  | {
      readonly type: 'node-logged';
      readonly node: NodeId;
      readonly values: LoggedValues;
      readonly main: Score;
      readonly share: Score;
    }
  /** The nodes the search goes on with, and those it gives up. */
  | {
      readonly type: 'nodes-kept';
      readonly round: number;
      readonly kept: readonly NodeId[];
      readonly pruned: readonly NodeId[];
      readonly why: KeptReason;
    }
  | {
      readonly type: 'path-selected';
      readonly simulation: number;
      readonly selections: readonly Selection[];
      readonly leaf: NodeId;
    }
  | {
      readonly type: 'backed-up';
      readonly simulation: number;
      readonly value: number;
      readonly path: readonly Backup[];
    }
  /** Depth-first search left a node for its parent. */
  | {
      readonly type: 'backtracked';
      readonly from: NodeId;
      readonly to: NodeId;
      readonly why: BacktrackReason;
    }
  /** Step scores of a whole trace, first step first, and the number they were made into; the latest count. */
  | (Scored & {
      readonly type: 'trace-scored';
      readonly sequence: number;
      readonly steps: readonly Score[];
      readonly aggregation: Aggregation;
      readonly verifier: VerifierKind;
      readonly why: ScoreReason;
    })
  /** The end of thinking was dropped and the word put in its place; `round` counts from 1. */
  | { readonly type: 'wait-forced'; readonly sequence: number; readonly round: number; readonly word: string }
  /** The answer the trace would give if it stopped thinking here; `round` 0 is before the first "Wait". */
  | {
      readonly type: 'interim-answer';
      readonly sequence: number;
      readonly round: number;
      readonly answer: Answer | null;
      readonly thinkingTokens: number;
    }
  /** A strategy decided something. */
  | { readonly type: 'decided'; readonly decision: Decision };

const searchTypes: Readonly<Record<SearchEvent['type'], true>> = {
  'node-created': true,
  'step-dropped': true,
  'node-scored': true,
  'node-logged': true,
  'nodes-kept': true,
  'path-selected': true,
  'backed-up': true,
  backtracked: true,
  'trace-scored': true,
  'wait-forced': true,
  'interim-answer': true,
  decided: true,
};

export function isSearchEvent(event: { readonly type: string }): event is SearchEvent {
  return Object.hasOwn(searchTypes, event.type);
}
