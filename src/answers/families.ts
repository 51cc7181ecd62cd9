import { loadedReplies } from '#replies';
import { type Family, type Problem, type ProblemOf, familySheet } from '#experiment/families.ts';
import type { Answer, Grade } from '#run/events.ts';
import { arithmeticValue } from './arithmetic.ts';
import { type AnswerHabits, extractFormal } from './extract-formal.ts';
import {
  gameReference,
  gradeGame,
  gradeNumber,
  gradePuzzle,
  numberReference,
  puzzleReference,
} from './grade-formal.ts';
import type { AnswerText } from './answer-text.ts';
import { typedGame, typedPuzzle, typedQuestion, typedSum } from './typed-problem.ts';

/** How answers to a family are graded. How they are read follows from `answerForm` in its fact sheet. */
interface AnswerRow<P> {
  /** Needed only if models write such answers in an unusual way; unused for the form `words`. */
  readonly habits?: AnswerHabits;
  /** The question that a reply in words is read against. Default: the problem's text in one line. */
  question?(problem: P): string;
  /** A right answer for display; null if there is none, or none is known. */
  reference(problem: P): string | null;
  grade(problem: P, answer: Answer): Grade;
  /** What a typed text says, not held against the schema yet; null where it is no problem of the family. */
  typed(text: string): unknown;
}

const rows: { readonly [F in Family]: AnswerRow<ProblemOf<F>> } = {
  countdown: { reference: gameReference, grade: gradeGame, typed: typedGame },
  arithmetic: {
    reference: (problem) => numberReference(arithmeticValue(problem)),
    grade: (problem, answer) => gradeNumber(answer, arithmeticValue(problem)),
    typed: typedSum,
  },
  puzzle: {
    habits: { lists: true, drafts: true },
    reference: puzzleReference,
    grade: gradePuzzle,
    typed: typedPuzzle,
  },
  question: {
    question: ({ text }) => text,
    reference: ({ answer }) => answer ?? null,
    grade: (problem, answer) => loadedReplies().gradeReply(problem, answer),
    typed: typedQuestion,
  },
};

/** The row of a problem's family. */
export function answersTo(problem: Problem): AnswerRow<Problem> {
  return rows[problem.family];
}

/** A typed text as a problem of a family, not held against its schema yet; null where it is none. */
export const typedAs = (family: Family, text: string): unknown => rows[family].typed(text);

/** Reads an answer in the form that the problem asks for. */
export function extractIn(problem: Problem, said: AnswerText): Answer | null {
  const form = familySheet(problem).answerForm(problem);
  const row = answersTo(problem);
  return form === 'words'
    ? loadedReplies().extractReply(
        row.question?.(problem) ?? familySheet(problem).text(problem),
        said.text,
        said.thinking,
      )
    : extractFormal(form, said, row.habits);
}
