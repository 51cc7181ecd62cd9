import { itemAt } from '#experiment/surely.ts';
import type { Answer, ExtractionRule } from '#run/answer.ts';
import { hintsFrom, readMaths, type QuestionHints } from '../maths/read.ts';
import { lastBoxes } from './boxes.ts';
import { mathsIn } from './spans.ts';
import { statedInSentence, afterLeadIn, readCandidate, whole, type AnswerCandidate } from './candidate.ts';

/** The thought before a text: closed, still open (the text is inside it), or none. */
export type PrecedingThought = 'closed' | 'open' | 'none';

/** Characters of an answer's display in the log. */
const longestShown = 200;
/** Last lines in which an answer without any marker is looked for. */
const lastLines = 3;

/** The Markdown prefix of a quoted line. */
const quoted = /^[ \t]{0,3}>[ \t]/gm;
/** Between a Chinese, Japanese or Korean character and a number, where no space is written. */
const besideSigns =
  /(?<=[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af])(?=[0-9$\\])|(?<=[0-9])(?=[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af])/g;
/** A sentence that breaks off. */
const unfinished = /(?:\s(?:to|the|an?|of|by|and|or|is|are|for|with|in|from|we|that|then)|[-+×=(])\s*$/i;
/** Boxes that give something a value. */
const says =
  /\b(?:is|are|was|were|has|have|had|will|equals?|there|makes?|needs?|gets?|got|costs?|earns?|total)\b|[=:]/i;
/** Boxes that state a condition and not just a number. */
const conditions =
  /\b(?:except|other than|all|every|any|multiples?|between|at (?:least|most)|(?:less|greater|more|fewer) than)\b/i;
/** Closing phrases after an answer, such as offers of more help. */
const closing =
  /^(?:is there anything|let me know|please let|feel free|would you like|do you (?:want|need|have)|if you(?:'d| would| have| need| want)|i hope|hope (?:this|that)|does (?:this|that) (?:help|make)|happy to)/i;

/** Reads the answer of a reply in words: a box, a stated answer, a line in bold, or a number or formula of the last line. */
export function extractReply(question: string, text: string, thinking: PrecedingThought): Answer | null {
  const hints = hintsFrom(question);
  const reply = text.replace(quoted, '').replace(besideSigns, ' ');
  const boxed = inBoxes(reply, hints);
  if (boxed) return answer(boxed, 'boxed');
  const stated = statedIn(reply, hints);
  if (stated) return answer(stated, 'the-answer-is');
  if (thinking === 'open') return null;
  const line = reply.trim();
  const only = !line.includes('\n') || mathsIn(line)[0]?.end === line.length ? whole(line, hints) : null;
  if (only) return answer(only, thinking === 'closed' ? 'after-thinking' : 'whole-text');
  const last = inLastLines(reply, hints);
  return last && answer(last, thinking === 'closed' ? 'after-thinking' : 'last-line');
}

function answer({ text, reading: { key, display } }: AnswerCandidate, rule: ExtractionRule): Answer {
  const shown = display.slice(0, longestShown);
  return {
    text: text.trim(),
    display: shown,
    value: /^-?\d+(?:\/\d+)?$/.test(key) ? { kind: 'number', number: key } : { kind: 'text', text: shown },
    key,
    rule,
  };
}

function inBoxes(reply: string, hints: QuestionHints): AnswerCandidate | null {
  const boxes = lastBoxes(reply);
  if (boxes.length === 0) return null;
  // A box holds an answer, whatever its content.
  const apart = boxes.map(
    ({ content }) =>
      whole(content, hints) ??
      (isSentence(content) && says.test(content) && !conditions.test(content)
        ? readCandidate(content, hints)
        : null) ??
      asItStands(content, hints),
  );
  const known = apart.filter((one): one is AnswerCandidate => one !== null);
  if (new Set(known.map(({ reading }) => reading.key)).size === 1) return itemAt(known, 0);
  const letter = (box: string): string => /([a-zA-Z](?:_\{?\w\}?)?)\s*=\s*\$?$/.exec(box)?.[1] ?? '';
  const named = boxes.map(({ content, start }) =>
    content.includes('=')
      ? content
      : `${letter(reply.slice(Math.max(0, start - 12), start))}=${content}`.replace(/^=/, ''),
  );
  return asItStands(named.join(', '), hints);
}

/** True for enough words that an answer is looked for among them. */
const isSentence = (text: string): boolean =>
  (text.replace(/\\(?!text)[a-zA-Z]+/g, ' ').match(/[a-zA-Z]{2,}/g) ?? []).filter(
    (word) => !word.startsWith('text'),
  ).length >= 3;

function asItStands(text: string, hints: QuestionHints): AnswerCandidate | null {
  const reading = readMaths(text, hints);
  return reading && { text, reading };
}

// “The answer is”, “Answer:”, “Final Answer” on a line of its own, “####”.
const phrases =
  /(?<![a-zA-Z])(?:answers?|(?:correct|right|best) (?:option|choice|statement))(?![a-zA-Z])(?:\s+(?:to|for) [^.:\n]{1,80}?)?[ *_]{0,4}(?:is|are|was|would be|will be|should be|must be|becomes|:|=)|(?:^|\n)[#*_ ]*(?:the\s+)?(?:final\s+)?answer[*_ ]*:?[*_ ]*(?=\n)|####/gi;
const mostPhrases = 12;
const reach = 600;

function statedIn(reply: string, hints: QuestionHints): AnswerCandidate | null {
  for (const match of [...reply.matchAll(phrases)].slice(-mostPhrases).reverse()) {
    const from = match.index + match[0].length;
    const found = readCandidate(statement(reply.slice(from, from + reach)), hints);
    if (found) return found;
  }
  return null;
}

/** The line that follows, or the displayed formula that begins there. */
function statement(rest: string): string {
  const text = rest.replace(/^[\s*_:=]+(?=\S)/, (lead) =>
    lead.endsWith('**') && /^[^*\n]+\*\*/.test(rest.slice(lead.length)) ? '**' : '',
  );
  const display = /^(\$\$|\\\[)[\s\S]*?(\$\$|\\\])/.exec(text);
  if (display) return display[0];
  const [line = ''] = text.split('\n');
  return line;
}

/** A line in bold by itself; else the last line, as an answer or a sentence that states one. */
function inLastLines(reply: string, hints: QuestionHints): AnswerCandidate | null {
  const text = reply
    .slice(-reach * 5)
    .replace(
      /\\\[\s*([\s\S]{1,400}?)\s*\\\]|\$\$\s*([\s\S]{1,400}?)\s*\$\$/g,
      (_, a?: string, b?: string) => `$${(a ?? b ?? '').replace(/\s*\n\s*/g, ' ')}$`,
    );
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /[\p{L}\p{N}]/u.test(line) && !closing.test(line))
    .slice(-lastLines)
    .map((line) => line.replace(/^(?:[-*•]|\d+[.)])\s+/, '').replace(/^#+\s*/, ''));
  const bold = lines
    .map((line) => /^\*\*([^*]+)\*\*[.:]?$/.exec(line)?.[1])
    .findLast((line) => line !== undefined && !line.endsWith(':'));
  const strong = bold === undefined ? null : readCandidate(bold, hints);
  if (strong) return strong;
  const last = lines.at(-1);
  if (last === undefined) return null;
  return whole(last, hints) ?? afterLeadIn(last, hints) ?? sentenceAnswer(last, hints);
}

function sentenceAnswer(line: string, hints: QuestionHints): AnswerCandidate | null {
  const sentences = line
    .split(/(?<!\b(?:Dr|Mr|Mrs|Ms|St|vs|no))[.!?]\s+(?=[A-Z*$\\])/)
    .filter((one) => /[\p{L}\p{N}]/u.test(one));
  const sentence = sentences.at(-1);
  // A question is not an answer, and “not 5” does not mean 5.
  if (
    sentence === undefined ||
    line.endsWith('?') ||
    unfinished.test(line) ||
    /\b(?:not|never|cannot)\b|n['’]t\b/i.test(sentence)
  )
    return null;
  const choice = /\b(?:option|choice|answer|statement)\s+\**\(?([A-J])\)?\**\s+is\b/i.exec(sentence);
  if (choice) return whole(itemAt(choice, 1), hints);
  const named = /^(?:so |thus |therefore,? |hence,? )?it (?:is|was|must be) (.+)$/i.exec(sentence);
  // “So the culprit is Carl.”
  const proper = /\b(?:is|are|was)\s+(\p{Lu}[\p{L}’'-]+(?:\s+\p{Lu}[\p{L}’'-]+){0,2})[.!]?$/u.exec(
    sentence.replace(/\*\*/g, ''),
  );
  const bolds = [...sentence.matchAll(/\*\*([^*]{1,80})\*\*/g)].map((found) => ({
    text: itemAt(found, 1),
    at: found.index,
  }));
  const [firstBold, ...otherBolds] = bolds;
  const onlyBold = otherBolds.length === 0 ? firstBold : undefined;
  // **Yes**, because …
  if (firstBold?.at === 0 && /^(?:yes|no|true|false)[.,]?$/i.test(firstBold.text))
    return whole(firstBold.text, hints);
  // She pays **$64** for 16 glasses.
  const strong = onlyBold ? whole(onlyBold.text, hints) : null;
  if (strong?.reading.tree && /[0-9]/.test(strong.text) && !strong.reading.key.includes('words: '))
    return strong;
  const emphasised =
    onlyBold && /\b(?:is|are|was)\s+(?:an?\s+|the\s+)?\*\*[^*]+\*\*[.!]?$/.test(sentence)
      ? readCandidate(onlyBold.text, hints)
      : null;
  if (emphasised) return emphasised;
  return (
    statedInSentence(sentence, hints) ??
    (proper ? whole(itemAt(proper, 1), hints) : null) ??
    (named ? readCandidate(itemAt(named, 1), hints) : null)
  );
}
