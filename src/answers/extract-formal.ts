import { puzzleKind } from '#experiment/puzzle/canonical.ts';
import type { Answer, ExtractionRule } from '#run/events.ts';
import { lastBoxed } from './boxed.ts';
import type { FormalProblem } from './formal-problem.ts';
import { readAnswer } from './read-answer.ts';
import type { Said } from './said.ts';

/**
 * Reads the answer to a game, a sum or a puzzle. The rules, first match first:
 *
 * 1. `boxed`: the last `\boxed{...}` with balanced braces.
 * 2. `the-answer-is`: what follows the last "the answer is", "final answer:", "answer:" or "####".
 * 3. `after-thinking`: the family's own form in what follows the closing tag of the thought.
 * 4. `whole-text`: the text is an answer and nothing else.
 * 5. The family's own form: `expression`, the last expression of a countdown; `last-number`, the last number; the names in
 *    the `last-line`, where names are asked for.
 *
 * A rule whose find cannot be read as an answer of the family gives way to the next.
 */
export function extractFormal(problem: FormalProblem, { text, thinking }: Said): Answer | null {
  const boxed = lastBoxed(text);
  const stated = boxed === null ? null : read(problem, boxed, 'boxed', 'stated');
  if (stated) return stated;
  // A puzzle's model writes `Answer:` before steps of its thought.
  const phrase =
    thinking === 'open' && problem.family === 'puzzle'
      ? null
      : afterAnswerPhrase(text, problem.family === 'puzzle');
  const announced = phrase === null ? null : read(problem, phrase, 'the-answer-is', 'stated');
  if (announced) return announced;
  switch (thinking) {
    case 'closed':
      return read(problem, text, 'after-thinking', 'whole') ?? read(problem, text, 'after-thinking', 'last');
    case 'open':
      return null;
    case 'none':
      return read(problem, text, 'whole-text', 'whole') ?? read(problem, text, familyRule(problem), 'last');
  }
}

function read(
  problem: FormalProblem,
  text: string,
  rule: ExtractionRule,
  place: 'stated' | 'whole' | 'last',
): Answer | null {
  const found = readAnswer(problem, text, place);
  return found && { ...found, rule };
}

function familyRule(problem: FormalProblem): ExtractionRule {
  switch (problem.family) {
    case 'countdown':
      return 'expression';
    case 'arithmetic':
      return 'last-number';
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
  // A list goes on over its lines.
  const list = lists
    ? /^[\s*:]*((?:[ \t]*(?:[-*•]|\d+[.)]|(?:knights?|knaves?)\W*:)[^\n]*(?:\n|$)){2,})/i.exec(rest)?.[1]
    : undefined;
  if (list !== undefined) return list.replace(/^\s*\d+[.)]\s/gm, '').replace(/\n/g, ' ; ');
  const [sentence = ''] = rest
    .replace(/^[\s*:]{1,20}/, '')
    .split(lists ? /\n|[.;](?:\s|$)/ : /\n|[.;](?:\s|$)|,\s/);
  return sentence;
}
