import {
  equationPatterns,
  knightPatterns,
  knightQuestions,
  storyPatterns,
  storyQuestions,
} from './patterns.ts';
import { names, things, variables } from './words.ts';

/** The three kinds of puzzle; which one a text is, its question tells. */
export type PuzzleKind = 'story' | 'equations' | 'knights';

const said = [storyPatterns, storyQuestions, equationPatterns, knightPatterns, knightQuestions].flatMap(
  (patterns) => Object.values(patterns).join(' ').split(' '),
);
/** Words by their small letters. */
const known = new Map([...names, ...things, ...variables, ...said].map((word) => [word.toLowerCase(), word]));
const signs = new Map([
  ['×', '*'],
  ['·', '*'],
  ['÷', '/'],
  ['−', '-'],
  ['–', '-'],
]);

/** Whether a word, as `puzzleWords` gives it, is one of the language. */
export function isPuzzleWord(word: string): boolean {
  return known.get(word.toLowerCase()) === word;
}

/** The words of a text as a person writes it: signs and numbers apart, capital letters where the language has them. */
export function puzzleWords(text: string): readonly string[] {
  return (text.match(/\p{L}+|\d+|[^\s\p{L}\d]/gu) ?? []).map(
    (word) => known.get(word.toLowerCase()) ?? signs.get(word) ?? word.replace(/^0+(?=\d)/, ''),
  );
}

/** The form that the model reads and links hold: all words and signs apart, with single spaces. */
export function canonicalPuzzle(text: string): string {
  return puzzleWords(text).join(' ');
}

/** The form that people read. */
export function readablePuzzle(text: string): string {
  return text
    .replace(/ (?=[.?,;])/g, '')
    .replaceAll(' * ', ' × ')
    .replaceAll(' / ', ' ÷ ')
    .replaceAll(' - ', ' − ');
}

/** By its question alone; null where it has none. The text is canonical. */
export function puzzleKind(text: string): PuzzleKind | null {
  if (/(?:^|[.?] )Who\b[^.?]*\?$/.test(text)) return 'knights';
  if (/(?:^|[.?] )How\b[^.?]*\?$/.test(text)) return 'story';
  return text.endsWith('?') ? 'equations' : null;
}
