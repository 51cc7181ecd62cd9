import type { TokenId } from '#policy/language-model.ts';
import type { Answer, LoggedToken } from '#run/events.ts';
import type { NodeEnd, NodeId } from '#run/search-events.ts';
import type { Origin } from './actions.ts';

/**
 * A node of rStar's tree. Its trace is its parent's with one action's words added, but for a re-answer, which takes the
 * place of its parent's answer.
 */
export interface RStarNode {
  readonly id: NodeId;
  readonly parent: RStarNode | null;
  readonly depth: number;
  readonly origin: Origin;
  /** The whole trace so far. */
  readonly steps: readonly (readonly LoggedToken[])[];
  /** Prompt and trace. */
  readonly path: readonly TokenId[];
  readonly end: NodeEnd;
  /** What its own trace wrote, as the log has it. */
  readonly written: readonly LoggedToken[];
  /** Of a terminal node. */
  readonly answer: Answer | null;
  readonly sequence: number | null;
  /** Of a terminal node: the share of the draws that agree with its answer; else 0. */
  readonly reward: number;
  /** Of a sub-question: the trace up to where its answer begins, so that it can be answered again. */
  readonly asked: {
    readonly steps: readonly (readonly LoggedToken[])[];
    readonly question: readonly LoggedToken[];
  } | null;
  /** Sub-questions in its trace. */
  readonly questions: number;
  children: RStarNode[];
  visits: number;
  /** Sum of the rewards of the rollouts through it. */
  total: number;
}
