import { names } from '#experiment/puzzle/words.ts';
import { namesIn, namesText } from './names.ts';
import type { ReadAnswer } from './read.ts';

/** Characters of the sentence or line looked at, no more: model output is untrusted. */
const longestText = 2000;

const one = `(?:${names.join('|')})`;
// What comes after “Bob and Cid, Ann is …” is another sentence.
const list = String.raw`\b${one}\b(?:[\s,&]{1,4}(?:and\s)?${one}\b(?!\s(?:is|lies|tells)\b))*`;
const noOne = String.raw`\b(?:nobody|none|no one)\b`;
const who = `(?:${list}|${noOne})`;
const are = String.raw`(?:of them\s)?(?:is|are)\s(?:both\s|all\s|the\s|a\s){0,2}`;
const whole = new RegExp(String.raw`^[\s*]*${who}[\s.*]*$`, 'i');
const stated = [
  new RegExp(String.raw`(${who})\s${are}knights?\b`, 'gi'),
  new RegExp(String.raw`\bknights?(?:\s(?:is|are):?|\s?:)\s?(${who})`, 'gi'),
  new RegExp(String.raw`(${who})\s?[:=–-]\s?(?:a\s)?knights?\b`, 'gi'),
  new RegExp(`(${who})`, 'i'),
] as const;
/** Who is called a knave is named, but is no answer. */
const denied = new RegExp(
  String.raw`${who}\s(?:(?:of them\s)?lies?|${are}(?:knaves?|liars?|not\s(?:a\s)?knights?))\b|\b(?:knaves?|liars?)(?:\s(?:is|are):?|\s?:)\s?${who}|${who}\s?[:=–-]\s?(?:a\s)?(?:knaves?|liars?)\b`,
  'gi',
);
/** Neither Ann nor Bob is a knight: nobody is. */
const neither = /\bneither\b[^.\n]{1,200}?\bnor\b[^.\n]{1,200}?\b(?:is|are)\s(?:a\s)?knights?\b/gi;
/** A line of a list that says of people what they are. */
const listed = new RegExp(
  String.raw`^\W*(?:\d+[.)]\W*)?(?:(?:knights?|knaves?|liars?)\W*[:=]|${list}\W*(?:[:=–-]\W*(?:a\s)?(?:knights?|knaves?|liars?)|(?:is|are)\s(?:a\s)?(?:knights?|knaves?|liars?))?\W*$)`,
  'i',
);

/**
 * The answer to who is a knight: names in any order, or nobody.
 *
 * @param place `whole`: the text must be that and nothing else. `stated`: a short sentence about it. `last`: its last line is.
 */
export function readNames(text: string, place: 'whole' | 'stated' | 'last'): ReadAnswer | null {
  const said = plain(place === 'last' ? lastLines(text) : text);
  if (said.length > longestText) return null;
  if (place === 'whole') return whole.test(said) ? namesAnswer(said.trim()) : null;
  // Names in bold type are names.
  const line = said.replaceAll('*', '').replace(neither, 'nobody is a knight').replace(denied, '');
  for (const pattern of stated) {
    const found = pattern.global
      ? [...line.matchAll(pattern)].map((match) => match[1]!)
      : (pattern.exec(line)?.slice(1) ?? []);
    if (found.length > 0) return namesAnswer(found.join(', '));
  }
  return null;
}

/** The last line, with those before it where all are of one list. */
function lastLines(text: string): string {
  const lines = text.split('\n').filter((own) => /\p{L}/u.test(own));
  const last = lines.at(-1) ?? '';
  if (!listed.test(plain(last))) return last;
  const before = lines.slice(0, -1).findLastIndex((own) => !listed.test(plain(own)));
  return lines
    .slice(before + 1)
    .slice(-longestList)
    .join(' ; ');
}

/** Lines of a list: one a person. */
const longestList = 2 * names.length;

/** Without LaTeX, Markdown and numbers of lines. */
const plain = (text: string): string =>
  text
    .slice(-longestText - 1)
    .replace(/\\(?:text\w*|mathrm|mbox|mathbf)\s*\{([^{}]*)\}/g, ' $1 ')
    .replace(/\\(?:[,;:! ]|q?quad\b)|[${}]/g, ' ')
    .replace(/\*\*/g, '')
    .replace(/(^|[\n;])\s*\d+[.)]\s/g, '$1 ')
    .replace(/[ \t]+/g, ' ');

function namesAnswer(text: string): ReadAnswer {
  const found = namesIn(text);
  return { text, display: namesText(found), key: `names: ${found.join(' ')}` };
}
