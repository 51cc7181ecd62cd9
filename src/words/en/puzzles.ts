import type { PuzzleKind } from '#experiment/puzzle/canonical.ts';
import type { PuzzleFault, PuzzleReason } from '#experiment/puzzle/misread.ts';
import type { Expected } from '#experiment/puzzle/patterns.ts';
import { largest, names, things, variables } from '#experiment/puzzle/words.ts';
import { room } from '../language.ts';
import { list, plural } from './format.ts';

/** Puzzles: their form, and what is wrong with a text that is none. */
export const puzzleWords = room('puzzleWords', {
  kinds: {
    story: 'Word problem',
    equations: 'Equations',
    knights: 'Knights, knaves',
  } satisfies Record<PuzzleKind, string>,
  bounds: {
    story: `${names.join(', ')}; ${things.join(', ')}. All numbers stay between 0 and ${largest}.`,
    equations: `${variables.join(', ')}; each is defined once, in any order. Whole numbers from 0 to ${largest}, + − × ÷.`,
    knights:
      'Two to five people. Knights always tell the truth, knaves always lie, and only one way may fit.',
  } satisfies Record<PuzzleKind, string>,
  kind: 'Kind of puzzle',
  text: 'Puzzle',
  example: 'Example',
  understood: 'Understood: it has exactly one answer.',
  sentences: 'What is understood',
  fault: ({ reason, sentence }: PuzzleFault): string =>
    sentence === null ? reasonText(reason) : `“${sentence}”: ${reasonText(reason)}`,
});

function reasonText(reason: PuzzleReason): string {
  switch (reason.why) {
    case 'too-long':
      return `It is longer than ${reason.most} characters.`;
    case 'no-question':
      return 'It must end with a question: “How many apples does Ann have?”, “w?” or “Who is a knight?”';
    case 'only-question':
      return 'Something must be said before the question.';
    case 'unknown-word':
      return `“${reason.word}” isn’t known here. Use ${list(reason.expected.map(expectedText), 'disjunction')}.`;
    case 'named-twice':
      return `it names ${reason.name} twice.`;
    case 'too-many-times':
      return `${reason.most} times as many is the most.`;
    case 'said-before':
      return `how many ${reason.thing} ${reason.who} has was said before.`;
    case 'not-said-yet':
      return `how many ${reason.thing} ${reason.who} has must be said before.`;
    case 'defined-twice':
      return `${reason.variable} is defined twice.`;
    case 'undefined':
      return `nothing says what ${reason.variable} is.`;
    case 'defined-by-itself':
      return `${reason.variable} is defined by itself.`;
    case 'no-letter':
      return 'one of the two must be a letter.';
    case 'not-whole':
      return `${operationText(reason)} is not a whole number.`;
    case 'out-of-range':
      return `${operationText(reason)} is ${reason.value}, and numbers go from 0 to ${reason.most}.`;
    case 'too-many-people':
      return `There are ${plural(reason.people, { other: '# people' })}, and ${reason.most} are the most.`;
    case 'no-way':
      return 'There is no way for all of this to be said by knights who tell the truth and knaves who lie.';
    case 'many-ways':
      return `There are ${reason.ways} ways to tell who is a knight: say more.`;
  }
}

const signs = { '+': '+', '-': '−', '*': '×', '/': '÷' } as const;

const operationText = ({
  left,
  operator,
  right,
}: {
  readonly left: number;
  readonly operator: keyof typeof signs;
  readonly right: number;
}): string => `${left} ${signs[operator]} ${right}`;

function expectedText(expected: Expected): string {
  switch (expected.what) {
    case 'word':
      return `“${expected.word}”`;
    case 'name':
      return `a name (${names.join(', ')})`;
    case 'letter':
      return `a letter (${variables.join(', ')})`;
    case 'thing':
      return `a thing (${things.join(', ')})`;
    case 'operator':
      return '+, −, × or ÷';
    case 'number':
      return `a number from ${expected.least} to ${expected.most}`;
  }
}
