import type { Answer, ExtractionRule } from '#run/events.ts';
import { lastBoxed } from './boxed.ts';
import { type FormalForm, readAnswer } from './read-answer.ts';
import type { AnswerText } from './answer-text.ts';

/** How models write answers to a family of problems. */
export interface AnswerHabits {
  /** An answer may be a list: commas and line ends do not end it. */
  readonly lists?: boolean;
  /** Models also write `Answer:` before steps of a thought, where no answer follows. */
  readonly drafts?: boolean;
}

/**
 * Reads the answer to a game, a sum or a puzzle. The first of these rules that matches decides:
 *
 * 1. `boxed`: the last `\boxed{...}` with balanced braces.
 * 2. `the-answer-is`: what follows the last "the answer is", "final answer:", "answer:" or "####".
 * 3. `after-thinking`: the form's own rule in what follows the closing tag of the thought.
 * 4. `whole-text`: the text is an answer and nothing else.
 * 5. The form's own: `expression`, the last expression of a countdown; `last-number`, the last number; the names in the
 *    `last-line`, where names are asked for.
 *
 * If what a rule finds can't be read as an answer of this form, the next rule is tried.
 */
export function extractFormal(
  form: FormalForm,
  { text, thinking }: AnswerText,
  { lists = false, drafts = false }: AnswerHabits = {},
): Answer | null {
  const boxed = lastBoxed(text);
  const stated = boxed === null ? null : read(form, boxed, 'boxed', 'stated');
  if (stated) return stated;
  const phrase = thinking === 'open' && drafts ? null : afterAnswerPhrase(text, lists);
  const announced = phrase === null ? null : read(form, phrase, 'the-answer-is', 'stated');
  if (announced) return announced;
  switch (thinking) {
    case 'closed':
      return read(form, text, 'after-thinking', 'whole') ?? read(form, text, 'after-thinking', 'last');
    case 'open':
      return null;
    case 'none':
      return read(form, text, 'whole-text', 'whole') ?? read(form, text, lastRules[form], 'last');
  }
}

function read(
  form: FormalForm,
  text: string,
  rule: ExtractionRule,
  place: 'stated' | 'whole' | 'last',
): Answer | null {
  const found = readAnswer(form, text, place);
  return found && { ...found, rule };
}

const lastRules = {
  expression: 'expression',
  number: 'last-number',
  names: 'last-line',
} as const satisfies Record<FormalForm, ExtractionRule>;

const phrases = /(?:\banswer\b[ *]{0,3}(?:is\b|:|=)|####)/gi;

/** The rest of the sentence after the last phrase that announces an answer. Ends at a comma, unless answers may be lists. */
function afterAnswerPhrase(text: string, lists: boolean): string | null {
  const last = [...text.matchAll(phrases)].at(-1);
  if (!last) return null;
  const rest = text.slice(last.index + last[0].length, last.index + last[0].length + 300);
  // A list may span several lines.
  const list = lists
    ? /^[\s*:]*((?:[ \t]*(?:[-*•]|\d+[.)]|(?:knights?|knaves?)\W*:)[^\n]*(?:\n|$)){2,})/i.exec(rest)?.[1]
    : undefined;
  if (list !== undefined) return list.replace(/^\s*\d+[.)]\s/gm, '').replace(/\n/g, ' ; ');
  const [sentence = ''] = rest
    .replace(/^[\s*:]{1,20}/, '')
    .split(lists ? /\n|[.;](?:\s|$)/ : /\n|[.;](?:\s|$)|,\s/);
  return sentence;
}
