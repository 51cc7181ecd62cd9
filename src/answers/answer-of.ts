import type { Problem } from '#experiment/problem.ts';
import type { Answer, EndReason, LoggedToken } from '#run/events.ts';
import { extractFromTrace } from './extract.ts';

/** A completion and how it ended. */
export interface EndedCompletion {
  readonly tokens: readonly LoggedToken[];
  readonly reason: EndReason;
}

/**
 * The answer that a completion gives. A completion that was cut off gives none: the number it stopped at may be a guess
 * ("so maybe the answer is 6") or the first half of a longer number. The exception is a complete `\boxed{…}` after the
 * thought: its closing brace shows that the answer is whole.
 */
export function answerOf(problem: Problem, { tokens, reason }: EndedCompletion): Answer | null {
  const answer = extractFromTrace(problem, tokens);
  if (!isCut(reason)) return answer;
  return answer?.rule === 'boxed' && !endsInThought(tokens) ? answer : null;
}

/** True if the completion was cut off: neither the model nor a stop string ended it. */
export function isCut(reason: EndReason): boolean {
  return reason !== 'end-of-text' && reason !== 'stop';
}

function endsInThought(tokens: readonly LoggedToken[]): boolean {
  const last = tokens.findLast(({ role }) => role !== 'control');
  return last !== undefined && (last.role === 'thought' || last.role === 'wait');
}
