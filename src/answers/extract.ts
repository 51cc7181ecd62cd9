import type { Problem } from '#experiment/problem.ts';
import type { Answer, LoggedToken } from '#run/events.ts';
import { extractIn } from './families.ts';
import { answerTextIn, answerTextInTrace } from './answer-text.ts';

export interface ExtractOptions {
  /**
   * The prompt ends in an open thinking tag, so the text starts inside the thought. Without a closing tag there is then
   * no answer: numbers inside an unfinished thought don't count. Default false.
   */
  readonly thinking?: boolean;
}

/**
 * Reads the answer from a completion, or null: see `extractFormal` and `extractReply`. Only the text after the last
 * closing thinking tag is read.
 *
 * For problems in words, a browser must have called `loadReplies` before.
 */
export function extractAnswer(
  problem: Problem,
  completion: string,
  { thinking = false }: ExtractOptions = {},
): Answer | null {
  return extractIn(problem, answerTextIn(completion, thinking));
}

/** The same for logged tokens, whose roles separate thought from answer whatever tags the model uses. */
export function extractFromTrace(problem: Problem, tokens: readonly LoggedToken[]): Answer | null {
  return extractIn(problem, answerTextInTrace(tokens));
}
