import * as english from '../en/index.ts';
import type { Language, Sentence, Sentences } from '../language.ts';
import type { AnyLanguageSource } from '../language-source.ts';

/** Every letter of a language that nobody speaks: with marks, and vowels twice, so that sentences are about 40% longer. */
const letters: Readonly<Record<string, string>> = Object.fromEntries(
  [...'bcdfghjklmnpqrstvwxyz'].map((letter, at) => [letter, [...'ƀçđƒğħĵķłɱñƥɋřšŧṽŵẋýž'][at] ?? letter]),
);
const vowels: Readonly<Record<string, string>> = { a: 'áá', e: 'éé', i: 'íí', o: 'óó', u: 'úú' };

/** A sentence in the pseudo-language. Tags (`<b>`) and addresses stay as they are. */
export function accented(text: string): string {
  return text.replace(/<\/?\w+>|https?:\/\/\S+|\p{L}/gu, (part) => {
    if ([...part].length > 1) return part;
    const small = part.toLowerCase();
    const other = vowels[small] ?? letters[small] ?? part;
    return part === small ? other : other.charAt(0).toUpperCase() + other.slice(1);
  });
}

function spokenIn<Room extends Sentences>(room: Room): Room {
  const own = Object.entries(room).map(([key, sentence]) => [key, ofSentence(sentence)]);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same keys, each with a sentence of its kind
  return Object.fromEntries(own) as Room;
}

function ofSentence(sentence: Sentence | Sentences): Sentence | Sentences {
  if (typeof sentence === 'string') return accented(sentence);
  if (typeof sentence === 'function') return (...values: never[]) => accented(sentence(...values));
  return spokenIn(sentence);
}

/** A language made of English by rule: what the page says in it comes from `words/`, what stays plain English doesn't. */
export const pseudo: Language = { locale: 'en-XA', rooms: spokenIn(english) };

/** All of it at once: it is for tests. */
export const pseudoSource: AnyLanguageSource = { locale: pseudo.locale, first: pseudo.rooms, later: {} };
