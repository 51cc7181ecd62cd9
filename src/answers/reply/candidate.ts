import { itemAt } from '#experiment/surely.ts';
import { firstNumber, lastNumber } from '../number.ts';
import { readMaths, type QuestionHints, type Reading } from '../maths/read.ts';
import { leadingMaths, mathsIn } from './spans.ts';

/** A reading with the text it was read from. */
export interface AnswerCandidate {
  readonly text: string;
  readonly reading: Reading;
}

/** A reply of more words than this is a sentence about the answer. */
const mostWords = 5;
/** Remarks about an answer that are not an answer. */
const remark =
  /^(?:correct|incorrect|right|wrong|verified|valid|invalid|reasonable|consistent|clear|obvious|simple|unique|not\b|given|found|obtained|as follows|the same|also|now|then|therefore|thus|indeed correct|in the|in a|based|below|above|shown|expected|rounded|supposed|to be|going|what|that (?:the|it|this|there)|because|since|if\b)/i;
const leading =
  /^(?:(?:the (?:final |correct )?answer is|therefore|thus|so|hence|then|finally|simply|just|indeed|exactly|approximately|about|roughly|equal to|equals|a total of|total of|given by|option|choice|there (?:are|is)|it (?:is|was)|it's|that is|is|are|therefore)\b[\s,:]*|[≈=:]\s*)+/i;
const verbs =
  /(?:^|\s)(?:i|we|he|she|it|you|they|is|was|are|were|has|have|had|be|been|think|believe|hope|guess|know|can|could|would|will|should|do|does|did|let|means|makes|gives|need|check|that's|it's|i'm|i'd|equals?|say|says|said|there)(?:\s|$)/i;
const cuts =
  /,\s+(?!\\?[0-9(])|\s+[([](?=[^)\]]*\s)|\s+(?:because|since|as|which|so|when|where|if|with|after|per|for|in|from|by|of)\s+|\s+[-–—]\s+|;\s|:\s/g;

/** A line that is an answer after introductory words: so, thus, the answer is. */
export function afterLeadIn(line: string, hints: QuestionHints): AnswerCandidate | null {
  const rest = line.replace(leading, '').trim();
  return remark.test(rest) ? null : whole(rest, hints);
}

/** A text that should be an answer: all of it, or its beginning. Null for a sentence that is not an answer. */
export function readCandidate(text: string, hints: QuestionHints): AnswerCandidate | null {
  const line = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\\(?:text|textbf|mbox)\s*\{([^{}]*(?:is|are|=|:)\s*)\}/, '')
    .replace(leading, '')
    .trim();
  if (line === '' || remark.test(line.replace(/^[*_]+/, ''))) return null;
  // A closing bracket may be left of “(The answer is 12)” or of a list “a) … b) …”.
  const closed = /^(.*[^\s\\])\)[.,]?$/.exec(line)?.[1];
  if (closed !== undefined && line.split('(').length < line.split(')').length)
    return readCandidate(closed, hints);
  // The end of bold type may be left of “**Answer: 12**”.
  if (line.endsWith('**') && line.split('**').length % 2 === 0)
    return readCandidate(line.slice(0, -2), hints);
  return startingMaths(line, hints) ?? bold(line, hints) ?? whole(line, hints) ?? leadingAnswer(line, hints);
}

/** The whole text as an answer. */
export function whole(text: string, hints: QuestionHints): AnswerCandidate | null {
  const reading = readMaths(text, hints);
  return reading && isAnswer(text, reading) ? { text, reading } : null;
}

/** True if a reading is an answer: mathematics, or a few words that are not a sentence. */
function isAnswer(text: string, { key, tree }: Reading): boolean {
  if (/^words: [a-z]$/.test(key)) return true;
  if (tree === null && text.includes('**')) return false;
  const [formula] = mathsIn(text);
  if (formula && /\p{L}{2}/u.test(text.slice(0, formula.start))) return false;
  if (tree && !key.includes('words: ')) return true;
  if (
    tree?.kind === 'list' &&
    tree.items.every((item) => item.kind === 'words' && /^[IVX]+$/.test(item.text))
  )
    return true;
  // A list of words and numbers is a sentence cut in pieces.
  if (tree?.kind === 'list' && tree.items.some(({ kind }) => kind !== 'words')) return false;
  if (tree === null && leading.test(text)) return false;
  const plain = text
    .replace(/\\(?:text\w*|mbox|mathrm)\s*\{([^{}]*)\}/g, ' $1 ')
    .replace(/\\[a-zA-Z]+/g, ' ');
  const words = plain.match(/\p{L}{2,}/gu) ?? [];
  // “June 20” is an answer; “so x = 18” and “I’d say 7” still hold other words.
  if (tree === null && words.length > 0 && (words.length > 1 ? /[0-9=^]/ : /[=^()+*/]/).test(plain))
    return false;
  if (words.length > 3 && /[.!]$/.test(text.trim())) return false;
  return (
    words.length <= mostWords &&
    !verbs.test(plain.replace(/[^\p{L}’']+/gu, ' ')) &&
    !/(?:…|\.\.\.)\s*$/.test(text)
  );
}

function startingMaths(line: string, hints: QuestionHints): AnswerCandidate | null {
  const end = leadingMaths(line);
  if (end === 0) return null;
  const text = line.slice(0, end);
  const found = whole(text, hints);
  if (found || !/^[\s.,;:*]*$/.test(line.slice(end))) return found;
  // A line that is one formula set as mathematics is the answer, whatever it is.
  const reading = readMaths(text, hints);
  return reading && { text, reading };
}

function bold(line: string, hints: QuestionHints): AnswerCandidate | null {
  const found = /^(?:\*\*|__)([^*_]{1,300})(?:\*\*|__)/.exec(line);
  if (!found) return null;
  const text = itemAt(found, 1);
  return whole(text, hints) ?? readCandidate(text.replace(/[:.]$/, ''), hints);
}

/** The longest beginning of a sentence that is an answer, or the only number or formula in it. */
function leadingAnswer(line: string, hints: QuestionHints): AnswerCandidate | null {
  const [sentence = ''] = line.split(/(?<!\b(?:Dr|Mr|Mrs|Ms|St|vs|no))[.!?](?:\s|$)/);
  const ends = [sentence.length, ...[...sentence.matchAll(cuts)].map(({ index }) => index).reverse()];
  for (const end of ends.slice(0, 12)) {
    const part = sentence.slice(0, end).replace(/[*_]+/g, '');
    // Part of a formula is not an answer.
    const found = end > 0 && part.split('{').length === part.split('}').length ? whole(part, hints) : null;
    if (found) return found;
  }
  return statedInSentence(sentence, hints);
}

const asideBehindComma = /,\s+(?:which|who|whose|since|because|as|while|whereas|compared|or|i\.e\.)\s/i;

/** A line up to a remark about its answer: 17 apples, which is more than 9. */
function upTo(line: string, mark: RegExp): string {
  const at = line.search(mark);
  // The conclusion comes last: Mike is 5 years older than Tim, so Mike is 35.
  if (/[,;]\s*(?:so|thus|therefore|hence|then|which means)\b/i.test(line.slice(at + 1))) return line;
  return at > 0 && /[0-9]/.test(line.slice(0, at)) ? line.slice(0, at) : line;
}

/** The number or formula that a sentence states: after its last “is” or equals sign, or the only one in its last clause. */
export function statedInSentence(sentence: string, hints: QuestionHints): AnswerCandidate | null {
  const all = upTo(sentence.replace(/\*\*|__/g, '').replace(/[.!]\s*$/, ''), asideBehindComma);
  // 9.9 is larger than 9.11: the answer comes first in a comparison.
  const compared =
    /^(.*?)\s+(?:is|are)\s+(?:the\s+)?(?:larger|greater|bigger|higher|smaller|less|lower|more|longer|shorter|faster)\b.*\bthan\b/i.exec(
      all,
    );
  if (compared) return whole(itemAt(compared, 1).replace(leading, ''), hints);
  const line = upTo(all, /\sthan\s/i);
  const maths = mathsIn(line);
  const after = [...line.matchAll(/\b(?:is|are|equals?|be|was|=|≈)\s+/g)]
    .filter(({ index }) => !maths.some(({ start, end }) => index > start && index < end))
    .at(-1);
  if (after) {
    const rest = line.slice(after.index + after[0].length).replace(leading, '');
    const end = leadingMaths(rest);
    const stated = maths.length === 0 ? whole(rest, hints) : null;
    if (
      stated &&
      (stated.reading.key.startsWith('time ') ||
        (stated.reading.tree && !stated.reading.key.includes('words')))
    )
      return stated;
    const read =
      end > 0
        ? whole(rest.slice(0, end), hints)
        : mathsIn(rest).length === 0 && maths.length > 0
          ? numberIn(rest, hints)
          : null;
    if (read && !read.reading.key.startsWith('words')) return read;
  }
  // A letter within a sentence is its subject, not the answer.
  const formulas = maths
    .map(({ text }) => whole(text, hints))
    .filter((one) => one?.reading.tree?.kind !== 'name');
  const [only] = formulas;
  if (only && new Set(formulas.map((one) => one?.reading.key)).size === 1) return only;
  const last = formulas.at(-1);
  if (last && maths.at(-1)?.text.includes('=') && last.reading.tree?.kind === 'relation') return last;
  if (maths.length > 0) return null;
  const points = line.match(/[([][^()[\]]{1,40},[^()[\]]{1,40}[)\]]/g);
  const drawn = points && /[0-9]/.test(points.join('')) ? whole(points.join(', '), hints) : null;
  return drawn ?? numberIn(line, hints);
}

const says =
  /\b(?:is|equals?|are|was|were|be|has|have|had|needs?|makes?|made|earns?|earned|costs?|pays?|paid|takes?|took|gets?|got|spends?|spent)\b/gi;

/** The only number of the last clause that has one; of several, the first after its verb. */
function numberIn(line: string, hints: QuestionHints): AnswerCandidate | null {
  const clause = line
    .replace(working, '')
    .split(/,\s|;\s|\b(?:so|thus|hence|therefore)\b|=/)
    .findLast((part) => /[0-9½¼¾]/.test(part));
  // 3 hours and 30 minutes is neither 3 nor 30, but $64 for 16 glasses is 64.
  if (
    clause === undefined ||
    /[0-9]\s+(?!(?:for|of|in|per|at|by|from|out|after|with)\s)\p{L}+,?\s+(?:and\s+)?[0-9]/u.test(clause)
  )
    return null;
  const told = clause.replace(aside, ' ');
  return numberOfClause(/[0-9]/.test(told) ? told : clause, hints);
}

/** A calculation in brackets after a number's unit: 72 clips (48 + 24). */
const working = /(?<=\p{L})\s*\([0-9\s.,$+*/×÷=−-]{3,60}\)/gu;

/** Side information that holds other numbers: in what time, for how many, after what. */
const aside =
  /(?<![\p{L}])(?:(?<=[0-9][^0-9]{0,60})to\s+[a-z]{2,12}|in|for|after|before|within|over|during|from|with|per|at|by|than)\s+(?:[a-z]{1,12}\s+){0,2}\$?[0-9][0-9.,]*%?/giu;

function numberOfClause(clause: string, hints: QuestionHints): AnswerCandidate | null {
  const verb = [...clause.matchAll(says)].at(-1);
  const from = verb && /[0-9]/.test(clause.slice(verb.index)) ? verb.index + verb[0].length : null;
  const part = clause.slice(from ?? 0);
  const found = from === null && !/[0-9]\s+(?:out\s+)?of\s/.test(part) ? lastNumber(part) : firstNumber(part);
  if (!found) return null;
  const end = found.end + (/^\s*\\?%/.exec(part.slice(found.end))?.[0].length ?? 0);
  return whole(part.slice(found.start, end), hints) ?? whole(part.slice(found.start, found.end), hints);
}
