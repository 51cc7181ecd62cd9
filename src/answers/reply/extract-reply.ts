import type { Answer, ExtractionRule } from '#run/answer.ts';
import { askedBy, readMaths, type Asked } from '../maths/read.ts';
import { lastBoxes } from './boxes.ts';
import { mathsIn } from './spans.ts';
import { inSentence, led, readCandidate, whole, type Candidate } from './candidate.ts';

/** What stands before a text: a thought that was closed, one that the text is in, or none. */
export type Thinking = 'closed' | 'open' | 'none';

/** Of a display in the log. */
const longestShown = 200;
/** Lines from the end in which an answer without any sign is looked for. */
const lastLines = 3;

/** What Markdown puts before a quoted line. */
const quoted = /^[ \t]{0,3}>[ \t]/gm;
/** Between a sign of Chinese, Japanese or Korean and a number, where no space is written. */
const besideSigns =
  /(?<=[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af])(?=[0-9$\\])|(?<=[0-9])(?=[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af])/g;
/** A sentence that breaks off. */
const unfinished = /(?:\s(?:to|the|an?|of|by|and|or|is|are|for|with|in|from|we|that|then)|[-+×=(])\s*$/i;
/** Boxes that say what something is. */
const says =
  /\b(?:is|are|was|were|has|have|had|will|equals?|there|makes?|needs?|gets?|got|costs?|earns?|total)\b|[=:]/i;
/** Boxes that say more than the number in them. */
const conditions =
  /\b(?:except|other than|all|every|any|multiples?|between|at (?:least|most)|(?:less|greater|more|fewer) than)\b/i;
/** What a model offers when it has answered. */
const closing =
  /^(?:is there anything|let me know|please let|feel free|would you like|do you (?:want|need|have)|if you(?:'d| would| have| need| want)|i hope|hope (?:this|that)|does (?:this|that) (?:help|make)|happy to)/i;

/** The answer of a reply in words: boxes, what is stated as the answer, a line in bold, a number or formula of the last line. */
export function extractReply(question: string, text: string, thinking: Thinking): Answer | null {
  const asked = askedBy(question);
  const said = text.replace(quoted, '').replace(besideSigns, ' ');
  const boxed = inBoxes(said, asked);
  if (boxed) return answer(boxed, 'boxed');
  const stated = statedIn(said, asked);
  if (stated) return answer(stated, 'the-answer-is');
  if (thinking === 'open') return null;
  const line = said.trim();
  const only = !line.includes('\n') || mathsIn(line)[0]?.end === line.length ? whole(line, asked) : null;
  if (only) return answer(only, thinking === 'closed' ? 'after-thinking' : 'whole-text');
  const last = inLastLines(said, asked);
  return last && answer(last, thinking === 'closed' ? 'after-thinking' : 'last-line');
}

function answer({ text, reading: { key, display } }: Candidate, rule: ExtractionRule): Answer {
  return { text: text.trim(), display: display.slice(0, longestShown), key, rule };
}

function inBoxes(said: string, asked: Asked): Candidate | null {
  const boxes = lastBoxes(said);
  if (boxes.length === 0) return null;
  // What stands in a box is an answer, whatever it is.
  const apart = boxes.map(
    ({ content }) =>
      whole(content, asked) ??
      (isSentence(content) && says.test(content) && !conditions.test(content)
        ? readCandidate(content, asked)
        : null) ??
      asItStands(content, asked),
  );
  const known = apart.filter((one): one is Candidate => one !== null);
  if (new Set(known.map(({ reading }) => reading.key)).size === 1) return known[0]!;
  const letter = (box: string): string => /([a-zA-Z](?:_\{?\w\}?)?)\s*=\s*\$?$/.exec(box)?.[1] ?? '';
  const named = boxes.map(({ content, start }) =>
    content.includes('=')
      ? content
      : `${letter(said.slice(Math.max(0, start - 12), start))}=${content}`.replace(/^=/, ''),
  );
  return asItStands(named.join(', '), asked);
}

/** Words enough that an answer is looked for among them. */
const isSentence = (text: string): boolean =>
  (text.replace(/\\(?!text)[a-zA-Z]+/g, ' ').match(/[a-zA-Z]{2,}/g) ?? []).filter(
    (word) => !word.startsWith('text'),
  ).length >= 3;

function asItStands(text: string, asked: Asked): Candidate | null {
  const reading = readMaths(text, asked);
  return reading && { text, reading };
}

// “The answer is”, “Answer:”, “Final Answer” on a line of its own, “####”.
const phrases =
  /(?<![a-zA-Z])(?:answers?|(?:correct|right|best) (?:option|choice|statement))(?![a-zA-Z])(?:\s+(?:to|for) [^.:\n]{1,80}?)?[ *_]{0,4}(?:is|are|was|would be|will be|should be|must be|becomes|:|=)|(?:^|\n)[#*_ ]*(?:the\s+)?(?:final\s+)?answer[*_ ]*:?[*_ ]*(?=\n)|####/gi;
const mostPhrases = 12;
const reach = 600;

function statedIn(said: string, asked: Asked): Candidate | null {
  for (const match of [...said.matchAll(phrases)].slice(-mostPhrases).reverse()) {
    const from = match.index + match[0].length;
    const found = readCandidate(statement(said.slice(from, from + reach)), asked);
    if (found) return found;
  }
  return null;
}

/** The line that follows, or the display that begins there. */
function statement(rest: string): string {
  const text = rest.replace(/^[\s*_:=]+(?=\S)/, (lead) =>
    lead.endsWith('**') && /^[^*\n]+\*\*/.test(rest.slice(lead.length)) ? '**' : '',
  );
  const display = /^(\$\$|\\\[)[\s\S]*?(\$\$|\\\])/.exec(text);
  if (display) return display[0];
  const [line = ''] = text.split('\n');
  return line;
}

/** A line in bold by itself; else the last line, as an answer or a sentence that says one. */
function inLastLines(said: string, asked: Asked): Candidate | null {
  const text = said
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
  const strong = bold === undefined ? null : readCandidate(bold, asked);
  if (strong) return strong;
  const last = lines.at(-1);
  if (last === undefined) return null;
  return whole(last, asked) ?? led(last, asked) ?? sentenceAnswer(last, asked);
}

function sentenceAnswer(line: string, asked: Asked): Candidate | null {
  const sentences = line
    .split(/(?<!\b(?:Dr|Mr|Mrs|Ms|St|vs|no))[.!?]\s+(?=[A-Z*$\\])/)
    .filter((one) => /[\p{L}\p{N}]/u.test(one));
  const sentence = sentences.at(-1);
  // A question answers nothing, and “not 5” does not answer 5.
  if (
    sentence === undefined ||
    line.endsWith('?') ||
    unfinished.test(line) ||
    /\b(?:not|never|cannot)\b|n['’]t\b/i.test(sentence)
  )
    return null;
  const choice = /\b(?:option|choice|answer|statement)\s+\**\(?([A-J])\)?\**\s+is\b/i.exec(sentence);
  if (choice) return whole(choice[1]!, asked);
  const named = /^(?:so |thus |therefore,? |hence,? )?it (?:is|was|must be) (.+)$/i.exec(sentence);
  // “So the culprit is Carl.”
  const proper = /\b(?:is|are|was)\s+(\p{Lu}[\p{L}’'-]+(?:\s+\p{Lu}[\p{L}’'-]+){0,2})[.!]?$/u.exec(
    sentence.replace(/\*\*/g, ''),
  );
  const bolds = [...sentence.matchAll(/\*\*([^*]{1,80})\*\*/g)];
  // **Yes**, because …
  if (bolds[0]?.index === 0 && /^(?:yes|no|true|false)[.,]?$/i.test(bolds[0][1]!))
    return whole(bolds[0][1]!, asked);
  // She pays **$64** for 16 glasses.
  const strong = bolds.length === 1 ? whole(bolds[0]![1]!, asked) : null;
  if (strong?.reading.tree && /[0-9]/.test(strong.text) && !strong.reading.key.includes('words: '))
    return strong;
  const emphasised =
    bolds.length === 1 && /\b(?:is|are|was)\s+(?:an?\s+|the\s+)?\*\*[^*]+\*\*[.!]?$/.test(sentence)
      ? readCandidate(bolds[0]![1]!, asked)
      : null;
  if (emphasised) return emphasised;
  return (
    inSentence(sentence, asked) ??
    (proper ? whole(proper[1]!, asked) : null) ??
    (named ? readCandidate(named[1]!, asked) : null)
  );
}
