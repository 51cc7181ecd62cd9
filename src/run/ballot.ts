import type { Answer } from './answer.ts';

/** One vote and the trace that cast it. */
export interface Ballot {
  readonly sequence: number;
  readonly answer: Answer;
}
