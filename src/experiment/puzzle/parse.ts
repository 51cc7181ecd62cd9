import { puzzleKind, puzzleWords } from './canonical.ts';
import { readEquations, type EquationsPuzzle } from './equations.ts';
import { readKnights, type KnightsPuzzle } from './knights.ts';
import { Misread, type PuzzleFault } from './misread.ts';
import { readStory, type StoryPuzzle } from './story.ts';

export type Puzzle = StoryPuzzle | EquationsPuzzle | KnightsPuzzle;

/** The text is no puzzle. */
export interface PuzzleFailure extends PuzzleFault {
  readonly kind: 'failure';
}

/**
 * Reads a puzzle: sentences of a small controlled language and, last, one question. Everything is checked, so that what
 * comes back has exactly one answer.
 */
export function parsePuzzle(text: string): Puzzle | PuzzleFailure {
  try {
    return read(puzzleWords(text));
  } catch (error) {
    if (error instanceof Misread) {
      const { reason, sentence } = error;
      return { kind: 'failure', reason, sentence };
    }
    throw error;
  }
}

function read(words: readonly string[]): Puzzle {
  const sentences = split(words);
  const question = sentences.pop();
  const kind = puzzleKind(question?.join(' ') ?? '');
  if (!question || !kind) throw new Misread({ why: 'no-question' });
  if (sentences.length === 0) throw new Misread({ why: 'only-question' });
  switch (kind) {
    case 'story':
      return readStory(sentences, question);
    case 'equations':
      return readEquations(sentences, question);
    case 'knights':
      return readKnights(sentences, question);
  }
}

/** Each with the sign that ends it. */
function split(words: readonly string[]): string[][] {
  const sentences: string[][] = [[]];
  for (const word of words) {
    sentences.at(-1)?.push(word);
    if (word === '.' || word === '?') sentences.push([]);
  }
  return sentences.filter((sentence) => sentence.length > 0);
}
