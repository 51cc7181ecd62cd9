import { names } from '../experiment/puzzle/words.ts';
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
  new RegExp(String.raw`\bknights?\s(?:is|are):?\s(${who})`, 'gi'),
  new RegExp(`(${who})`, 'i'),
] as const;
/** Who is called a knave is named, but is no answer. */
const denied = new RegExp(String.raw`${who}\s(?:(?:of them\s)?lies?|${are}(?:knaves?|liars?|not\s(?:a\s)?knights?))\b|\bknaves?\s(?:is|are):?\s${who}`, 'gi');

/**
 * The answer to who is a knight: names in any order, or nobody.
 *
 * @param place `whole`: the text must be that and nothing else. `stated`: a short sentence about it. `last`: its last line is.
 */
export function readNames(text: string, place: 'whole' | 'stated' | 'last'): ReadAnswer | null {
  const said = place === 'last' ? (text.split('\n').findLast((own) => /\p{L}/u.test(own)) ?? '') : text;
  if (said.length > longestText) return null;
  if (place === 'whole') return whole.test(said) ? namesAnswer(said.trim()) : null;
  // Names in bold type are names.
  const line = said.replaceAll('*', '').replace(denied, '');
  for (const pattern of stated) {
    const found = pattern.global ? [...line.matchAll(pattern)].map((match) => match[1]!) : (pattern.exec(line)?.slice(1) ?? []);
    if (found.length > 0) return namesAnswer(found.join(', '));
  }
  return null;
}

function namesAnswer(text: string): ReadAnswer {
  const found = namesIn(text);
  return { text, display: namesText(found), key: `names: ${found.join(' ')}` };
}
