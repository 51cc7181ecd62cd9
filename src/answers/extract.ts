import type { Problem } from '#experiment/problem.ts';
import type { Answer, LoggedToken } from '#run/events.ts';
import { extractIn } from './families.ts';
import { saidIn, saidInTrace } from './said.ts';

export interface ExtractOptions {
  /**
   * The prompt left a thinking tag open, so that the text starts inside the thought. Without its closing tag there is
   * then no answer, only an unfinished thought; steps and sums inside it are not taken for one. Default false.
   */
  readonly thinking?: boolean;
}

/**
 * Reads the answer out of a completion, or null: see `extractFormal` and `extractReply`. Once the thinking is closed, what
 * follows it is looked at and nothing else.
 *
 * In a browser the reader of replies in words has to be loaded before, by `loadReplies`.
 */
export function extractAnswer(
  problem: Problem,
  completion: string,
  { thinking = false }: ExtractOptions = {},
): Answer | null {
  return extractIn(problem, saidIn(completion, thinking));
}

/** The same from logged tokens, whose roles tell thought from answer whatever tags the model has. */
export function extractFromTrace(problem: Problem, tokens: readonly LoggedToken[]): Answer | null {
  return extractIn(problem, saidInTrace(tokens));
}
