import type { LoggedToken } from '#run/events.ts';
import { traceText } from '#run/trace-text.ts';

/** The part of a completion in which its answer is looked for. */
export interface Said {
  readonly text: string;
  /** What stands before it: a thought that was closed, one that the text is in, or none. */
  readonly thinking: 'closed' | 'open' | 'none';
}

/** The end of a longer text holds its answer. */
const mostCharacters = 20_000;
const closingTags = ['</think>', '[/THINK]', '<|end_of_thought|>'];
const openingTags = ['<think>', '[THINK]', '<|begin_of_thought|>'];
/** Tags of control tokens: <eos>, </s>, <|im_end|>. */
const controlTag = /<[|/]?[a-z_]{1,20}\|?>/g;

/** @param thinking the prompt left a thinking tag open, so that the text starts inside the thought. */
export function saidIn(completion: string, thinking: boolean): Said {
  const text = completion.slice(-mostCharacters);
  const closed = Math.max(...closingTags.map((tag) => endOf(text, tag)));
  if (closed >= 0) return said(text.slice(closed), 'closed');
  return said(text, thinking || openingTags.some((tag) => text.includes(tag)) ? 'open' : 'none');
}

/** The same from logged tokens, whose roles tell thought from answer whatever tags the model has. */
export function saidInTrace(tokens: readonly LoggedToken[]): Said {
  const thought = tokens.findLastIndex(isThought);
  const answer = tokens.slice(thought + 1).filter(({ role }) => role === 'answer');
  if (thought >= 0 && answer.length > 0) return said(traceText(answer).slice(-mostCharacters), 'closed');
  const [first] = tokens;
  return saidIn(traceText(tokens), first !== undefined && isThought(first));
}

const said = (text: string, thinking: Said['thinking']): Said => ({
  text: text.replace(controlTag, ' '),
  thinking,
});

/** Where the last of a tag ends; -1 without one. */
function endOf(text: string, tag: string): number {
  const at = text.lastIndexOf(tag);
  return at < 0 ? -1 : at + tag.length;
}

const isThought = ({ role }: LoggedToken): boolean => role === 'thought' || role === 'wait';
