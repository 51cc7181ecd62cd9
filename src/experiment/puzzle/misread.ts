import { readablePuzzle } from './canonical.ts';

/** Why a text is no puzzle, in plain words. Thrown and caught within this folder only. */
export class Misread extends Error {
  /** The sentence is named. */
  placed = false;
}

/** What goes wrong while a sentence is taken in is said of that sentence. */
export function inSentence<T>(words: readonly string[], take: () => T): T {
  try {
    return take();
  } catch (error) {
    if (error instanceof Misread && !error.placed) {
      error.message = `“${readablePuzzle(words.join(' '))}”: ${error.message}`;
      error.placed = true;
    }
    throw error;
  }
}
