import { readablePuzzle } from './canonical.ts';
import type { Expected } from './patterns.ts';
import type { Name, Operator, Thing, Variable } from './words.ts';

/** What is wrong with a text that is no puzzle. `words/` makes sentences of it. */
export type PuzzleReason =
  | { readonly why: 'too-long'; readonly most: number }
  | { readonly why: 'no-question' }
  | { readonly why: 'only-question' }
  | { readonly why: 'unknown-word'; readonly word: string; readonly expected: readonly Expected[] }
  | { readonly why: 'named-twice'; readonly name: string }
  | { readonly why: 'too-many-times'; readonly most: number }
  | { readonly why: 'said-before'; readonly who: Name; readonly thing: Thing }
  | { readonly why: 'not-said-yet'; readonly who: Name; readonly thing: Thing }
  | { readonly why: 'defined-twice'; readonly variable: Variable }
  | { readonly why: 'undefined'; readonly variable: Variable }
  | { readonly why: 'defined-by-itself'; readonly variable: Variable }
  | { readonly why: 'no-letter' }
  | ({ readonly why: 'not-whole' } & Operation)
  | ({ readonly why: 'out-of-range'; readonly value: number; readonly most: number } & Operation)
  | { readonly why: 'too-many-people'; readonly people: number; readonly most: number }
  | { readonly why: 'no-way' }
  | { readonly why: 'many-ways'; readonly ways: number };

interface Operation {
  readonly left: number;
  readonly operator: Operator;
  readonly right: number;
}

/** Why a text is no puzzle, and of which sentence that is said; null where it is said of the whole. */
export interface PuzzleFault {
  readonly reason: PuzzleReason;
  readonly sentence: string | null;
}

/** Thrown and caught within this folder only. */
export class Misread extends Error {
  sentence: string | null = null;

  constructor(readonly reason: PuzzleReason) {
    super(reason.why);
  }
}

/** What goes wrong while a sentence is taken in is said of that sentence. */
export function inSentence<T>(words: readonly string[], take: () => T): T {
  try {
    return take();
  } catch (error) {
    if (error instanceof Misread) error.sentence ??= readablePuzzle(words.join(' '));
    throw error;
  }
}
