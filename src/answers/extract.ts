import type { Problem } from '../experiment/problem.ts';
import { puzzleKind } from '../experiment/puzzle/canonical.ts';
import type { Answer, ExtractionRule, LoggedToken } from '../run/events.ts';
import { traceText } from '../run/trace-text.ts';
import { lastBoxed } from './boxed.ts';
import { readAnswer } from './read-answer.ts';

export interface ExtractOptions {
  /**
   * The prompt left a thinking tag open, so that the text starts inside the thought. Without its closing tag there is
   * then no answer, only an unfinished thought; steps and sums inside it are not taken for one. Default false.
   */
  readonly thinking?: boolean;
}

/** The end of a longer text holds its answer. */
const mostCharacters = 20_000;
const closingTags = ['</think>', '[/THINK]', '<|end_of_thought|>'];
const openingTags = ['<think>', '[THINK]', '<|begin_of_thought|>'];
/** Tags of control tokens: <eos>, </s>, <|im_end|>. */
const controlTag = /<[|/]?[a-z_]{1,20}\|?>/g;

/**
 * Reads the answer out of a completion, or null. The rules, first match first:
 *
 * 1. `boxed`: the last `\boxed{...}` with balanced braces.
 * 2. `the-answer-is`: what follows the last "the answer is", "final answer:", "answer:" or "####".
 * 3. `after-thinking`: the family's own form in what follows the closing tag of the thought.
 * 4. `whole-text`: the text is an answer and nothing else.
 * 5. The family's own form: `expression`, the last expression of a countdown; `last-number`, the last number;
 *    `last-line`, the last number of the last line of a reply in words, or else the line; the names in it, where names are
 *    asked for.
 *
 * Once the thinking is closed, all rules look at what follows it only. A rule whose find cannot be read as an answer of
 * the family gives way to the next.
 */
export function extractAnswer(problem: Problem, completion: string, { thinking = false }: ExtractOptions = {}): Answer | null {
  const text = completion.slice(-mostCharacters);
  const closed = Math.max(...closingTags.map((tag) => endOf(text, tag)));
  if (closed >= 0) return extractSaid(problem, text.slice(closed), 'closed');
  const opened = thinking || openingTags.some((tag) => text.includes(tag));
  return extractSaid(problem, text, opened ? 'open' : 'none');
}

/** Where the last of a tag ends; -1 without one. */
function endOf(text: string, tag: string): number {
  const at = text.lastIndexOf(tag);
  return at < 0 ? -1 : at + tag.length;
}

/** The same from logged tokens, whose roles tell thought from answer whatever tags the model has. */
export function extractFromTrace(problem: Problem, tokens: readonly LoggedToken[]): Answer | null {
  const thought = tokens.findLastIndex(isThought);
  const answer = tokens.slice(thought + 1).filter(({ role }) => role === 'answer');
  if (thought >= 0 && answer.length > 0) return extractSaid(problem, traceText(answer).slice(-mostCharacters), 'closed');
  const [first] = tokens;
  return extractAnswer(problem, traceText(tokens), { thinking: first !== undefined && isThought(first) });
}

const isThought = ({ role }: LoggedToken): boolean => role === 'thought' || role === 'wait';

/** @param thinking what stands before the text: a thought that was closed, one that the text is in, or none. */
function extractSaid(problem: Problem, text: string, thinking: 'closed' | 'open' | 'none'): Answer | null {
  const said = text.replace(controlTag, ' ');
  const boxed = lastBoxed(said);
  const stated = boxed === null ? null : read(problem, boxed, 'boxed', 'stated');
  if (stated) return stated;
  // A puzzle's model writes `Answer:` before steps of its thought.
  const phrase = thinking === 'open' && problem.family === 'puzzle' ? null : afterAnswerPhrase(said, problem.family === 'puzzle');
  const announced = phrase === null ? null : read(problem, phrase, 'the-answer-is', 'stated');
  if (announced) return announced;
  switch (thinking) {
    case 'closed':
      return read(problem, said, 'after-thinking', 'whole') ?? read(problem, said, 'after-thinking', 'last');
    case 'open':
      return null;
    case 'none':
      return read(problem, said, 'whole-text', 'whole') ?? read(problem, said, familyRule(problem), 'last');
  }
}

function read(problem: Problem, text: string, rule: ExtractionRule, place: 'stated' | 'whole' | 'last'): Answer | null {
  const found = readAnswer(problem, text, place);
  return found && { ...found, rule };
}

function familyRule(problem: Problem): ExtractionRule {
  switch (problem.family) {
    case 'countdown':
      return 'expression';
    case 'arithmetic':
      return 'last-number';
    case 'question':
      return 'last-line';
    case 'puzzle':
      return puzzleKind(problem.text) === 'knights' ? 'last-line' : 'last-number';
  }
}

const phrases = /(?:\banswer\b[ *]{0,3}(?:is\b|:|=)|####)/gi;

/** The rest of the sentence after the last phrase that announces an answer, up to a comma unless that may separate names. */
function afterAnswerPhrase(text: string, lists: boolean): string | null {
  const last = [...text.matchAll(phrases)].at(-1);
  if (!last) return null;
  const rest = text.slice(last.index + last[0].length, last.index + last[0].length + 300);
  const [sentence = ''] = rest.replace(/^[\s*:]{1,20}/, '').split(lists ? /\n|[.;](?:\s|$)/ : /\n|[.;](?:\s|$)|,\s/);
  return sentence;
}
