import type { LoggedToken } from '#run/events.ts';
import { traceText } from '#run/trace-text.ts';

/** The part of a completion that may hold its answer. */
export interface AnswerText {
  readonly text: string;
  /** The thought before it: closed, still open (the text is inside it), or none. */
  readonly thinking: 'closed' | 'open' | 'none';
}

/** Of a longer text only the end is read. */
const mostCharacters = 20_000;
const closingTags = ['</think>', '[/THINK]', '<|end_of_thought|>'];
const openingTags = ['<think>', '[THINK]', '<|begin_of_thought|>'];
/** Control tokens as text: <eos>, </s>, <|im_end|>. */
const controlTag = /<[|/]?[a-z_]{1,20}\|?>/g;

/** @param thinking the prompt ends in an open thinking tag, so the text starts inside the thought. */
export function answerTextIn(completion: string, thinking: boolean): AnswerText {
  const text = completion.slice(-mostCharacters);
  const closed = Math.max(...closingTags.map((tag) => endOf(text, tag)));
  if (closed >= 0) return answerText(text.slice(closed), 'closed');
  return answerText(text, thinking || openingTags.some((tag) => text.includes(tag)) ? 'open' : 'none');
}

/** The same for logged tokens, whose roles separate thought from answer whatever tags the model uses. */
export function answerTextInTrace(tokens: readonly LoggedToken[]): AnswerText {
  const thought = tokens.findLastIndex(isThought);
  const answer = tokens.slice(thought + 1).filter(({ role }) => role === 'answer');
  if (thought >= 0 && answer.length > 0)
    return answerText(traceText(answer).slice(-mostCharacters), 'closed');
  const [first] = tokens;
  return answerTextIn(traceText(tokens), first !== undefined && isThought(first));
}

const answerText = (text: string, thinking: AnswerText['thinking']): AnswerText => ({
  text: text.replace(controlTag, ' '),
  thinking,
});

/** The end of the last occurrence of a tag; -1 without one. */
function endOf(text: string, tag: string): number {
  const at = text.lastIndexOf(tag);
  return at < 0 ? -1 : at + tag.length;
}

const isThought = ({ role }: LoggedToken): boolean => role === 'thought' || role === 'wait';
