import { answerOf } from '#answers/answer-of.ts';
import type { ThinkingTags, TokenId } from '#policy/language-model.ts';
import { PolicyError } from '#policy/policy-error.ts';
import type { Session } from '#policy/session/session.ts';
import type { Answer, EndReason, LoggedToken } from '#run/events.ts';

/** Tokens kept free for an answer after a thought that has to be closed: the longest of the embedded models' is 12. */
const answerRoom = 32;
/** The same for a model that writes out a solution before its answer. */
const solutionRoom = 256;

/** How a model's thought is closed from outside. */
export interface Thinking {
  readonly tags: ThinkingTags;
  readonly close: readonly TokenId[];
  /** Closes the thought and makes the model say its answer at once, where it would have thought on. */
  readonly ask: readonly TokenId[];
  /** Tokens kept free for closing a thought and answering. */
  readonly kept: number;
  /** Whether a token ends the whole text. */
  ends(token: LoggedToken): boolean;
  /** Tokens that a thought may still have after `length` tokens, so that its end fits into context and budget; below 1: none. */
  room(length: number, completions?: number): number;
}

/** Throws PolicyError `unsupported` where the model does not mark its thinking. */
export function thinkingOf({ model, budget, sampling }: Session): Thinking {
  const { thinking, name, context } = model.info;
  if (!thinking) throw new PolicyError({ code: 'unsupported', why: { kind: 'thinking-end', model: name } });
  const { close: tag, closing = tag, answerBegin, endOfText, otherEnds = [] } = thinking;
  const close = model.encode(closing);
  const ask = answerBegin === undefined ? close : model.encode(closing + answerBegin);
  const kept =
    ask.length + Math.min(answerBegin === undefined ? answerRoom : solutionRoom, sampling.maxTokens);
  return {
    tags: thinking,
    close,
    ask,
    kept,
    ends: ({ text }) => text === endOfText || otherEnds.includes(text),
    room: (length, completions = 1) =>
      Math.min(context - length, budget.allowance(completions, Infinity)) - kept,
  };
}

/**
 * What the model would answer if it stopped thinking here: the likeliest answer after the thought and a closing tag. It
 * is drawn from the model directly, without a sequence of its own in the log, since it is no part of the trace; its
 * tokens count in the usage and the budget like any other.
 *
 * @param thought what was written after `prompt`, without a closing tag.
 * @returns undefined where the budget has no tokens to spare for it.
 */
export async function peekAnswer(
  session: Session,
  { ask, kept }: Thinking,
  prompt: readonly TokenId[],
  thought: readonly LoggedToken[],
): Promise<Answer | null | undefined> {
  const { model, problem, budget, sampling, signal } = session;
  const prefix = [...prompt, ...ids(thought), ...ask];
  const maxTokens = Math.min(answerRoom, sampling.maxTokens, budget.remaining - kept);
  if (maxTokens < 1) return undefined;
  const tokens: LoggedToken[] = [...thought, ...model.describe(prefix).slice(-ask.length)];
  // Greedy, so the seed is never used; taking a number for it would change what later requests draw.
  const greedy = { temperature: 0, topK: 0, topP: 1, minP: 0, seed: 0 };
  let reason: EndReason = 'length';
  for await (const event of model.sample(prefix, { ...greedy, maxTokens }, signal)) {
    if (event.type === 'end') {
      reason = event.reason;
      continue;
    }
    budget.spend(1);
    tokens.push(event.token);
  }
  return answerOf(problem, { tokens, reason });
}

export const ids = (tokens: readonly LoggedToken[]): readonly TokenId[] => tokens.map((token) => token.id);
