import { names } from '#experiment/puzzle/words.ts';
import { itemAt } from '#experiment/surely.ts';
import { namesIn, namesText } from './names.ts';
import type { ReadAnswer } from './read.ts';

/** Characters of a sentence or line that are read: model output is untrusted. */
const longestText = 2000;

const one = `(?:${names.join('|')})`;
// In “Bob and Cid, Ann is …” a new sentence begins at Ann.
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
/** People called knaves are named, but are not part of the answer. */
const denied = new RegExp(
  String.raw`${who}\s(?:(?:of them\s)?lies?|${are}(?:knaves?|liars?|not\s(?:a\s)?knights?))\b|\b(?:knaves?|liars?)(?:\s(?:is|are):?|\s?:)\s?${who}|${who}\s?[:=–-]\s?(?:a\s)?(?:knaves?|liars?)\b`,
  'gi',
);
/** "Neither Ann nor Bob is a knight" means nobody is. */
const neither = /\bneither\b[^.\n]{1,200}?\bnor\b[^.\n]{1,200}?\b(?:is|are)\s(?:a\s)?knights?\b/gi;
/** A list item that states what people are. */
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
  const plainText = plain(place === 'last' ? lastLines(text) : text);
  if (plainText.length > longestText) return null;
  if (place === 'whole') return whole.test(plainText) ? namesAnswer(plainText.trim()) : null;
  // Names may be in bold type.
  const line = plainText.replaceAll('*', '').replace(neither, 'nobody is a knight').replace(denied, '');
  for (const pattern of stated) {
    const found = pattern.global
      ? [...line.matchAll(pattern)].map((match) => itemAt(match, 1))
      : (pattern.exec(line)?.slice(1) ?? []);
    if (found.length > 0) return namesAnswer(found.join(', '));
  }
  return null;
}

/** The last line, with the lines before it if all are items of one list. */
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

/** Lines of a list: one per person. */
const longestList = 2 * names.length;

/** Without LaTeX, Markdown and list numbers. */
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
  return {
    text,
    display: namesText(found),
    value: { kind: 'names', names: found },
    key: `names: ${found.join(' ')}`,
  };
}
