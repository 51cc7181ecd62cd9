import type { Problem } from '#experiment/problem.ts';
import type { Answer, EndReason, LoggedToken } from '#run/events.ts';
import { extractFromTrace } from './extract.ts';

/** A completion and how it ended. */
export interface Completion {
  readonly tokens: readonly LoggedToken[];
  readonly reason: EndReason;
}

/**
 * The answer that a completion gives. One that was cut off gives none, whatever number or guess it stopped at: "so maybe
 * the answer is 6" in a thought is no answer, and neither is the first half of a long number. Only a whole box after the
 * thought counts, since its braces say that it is complete.
 */
export function answerOf(problem: Problem, { tokens, reason }: Completion): Answer | null {
  const answer = extractFromTrace(problem, tokens);
  if (!isCut(reason)) return answer;
  return answer?.rule === 'boxed' && !endsInThought(tokens) ? answer : null;
}

/** Whether more would have come: neither the model nor a stop text ended it. */
export function isCut(reason: EndReason): boolean {
  return reason !== 'end-of-text' && reason !== 'stop';
}

function endsInThought(tokens: readonly LoggedToken[]): boolean {
  const last = tokens.findLast(({ role }) => role !== 'control');
  return last !== undefined && (last.role === 'thought' || last.role === 'wait');
}
