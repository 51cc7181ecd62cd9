import type { Family, Problem } from '../experiment/problem.ts';
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
const closingTag = '</think>';
const openingTag = '<think>';
/** Tags of control tokens: <eos>, </s>, <|im_end|>. */
const controlTag = /<[|/]?[a-z_]{1,20}\|?>/g;

/**
 * Reads the answer out of a completion, or null. The rules, first match first:
 *
 * 1. `boxed`: the last `\boxed{...}` with balanced braces.
 * 2. `the-answer-is`: what follows the last "the answer is", "final answer:", "answer:" or "####".
 * 3. `after-thinking`: the family's own form in what follows `</think>`.
 * 4. `whole-text`: the text is an answer and nothing else.
 * 5. The family's own form: `expression`, the last expression of a countdown; `last-number`, the last number.
 *
 * Once the thinking is closed, all rules look at what follows it only. A rule whose find cannot be read as an answer of
 * the family gives way to the next.
 */
export function extractAnswer(problem: Problem, completion: string, { thinking = false }: ExtractOptions = {}): Answer | null {
  const { family } = problem;
  const text = completion.slice(-mostCharacters);
  const closed = text.lastIndexOf(closingTag);
  const opened = thinking || text.includes(openingTag);
  const said = (closed < 0 ? text : text.slice(closed + closingTag.length)).replace(controlTag, ' ');

  const boxed = lastBoxed(said);
  const stated = boxed === null ? null : read(family, boxed, 'boxed', 'stated');
  if (stated) return stated;
  const phrase = afterAnswerPhrase(said);
  const announced = phrase === null ? null : read(family, phrase, 'the-answer-is', 'stated');
  if (announced) return announced;
  if (closed >= 0) return read(family, said, 'after-thinking', 'whole') ?? read(family, said, 'after-thinking', 'last');
  if (opened) return null;
  return read(family, said, 'whole-text', 'whole') ?? read(family, said, familyRule(family), 'last');
}

/** The same from logged tokens, whose roles tell thought from answer. */
export function extractFromTrace(problem: Problem, tokens: readonly LoggedToken[]): Answer | null {
  const [first] = tokens;
  const thinking = first !== undefined && (first.role === 'thought' || first.role === 'wait');
  return extractAnswer(problem, traceText(tokens), { thinking });
}

function read(family: Family, text: string, rule: ExtractionRule, place: 'stated' | 'whole' | 'last'): Answer | null {
  const found = readAnswer(family, text, place);
  return found && { ...found, rule };
}

function familyRule(family: Family): ExtractionRule {
  switch (family) {
    case 'countdown':
      return 'expression';
    case 'arithmetic':
      return 'last-number';
  }
}

const phrases = /(?:\banswer\b[ *]{0,3}(?:is\b|:|=)|####)/gi;

/** The rest of the sentence after the last phrase that announces an answer. */
function afterAnswerPhrase(text: string): string | null {
  const last = [...text.matchAll(phrases)].at(-1);
  if (!last) return null;
  const rest = text.slice(last.index + last[0].length, last.index + last[0].length + 300);
  const [sentence = ''] = rest.replace(/^[\s*:]{1,20}/, '').split(/\n|[.;](?:\s|$)|,\s/);
  return sentence;
}
