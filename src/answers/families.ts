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
import type { Said } from './said.ts';

/** What right and wrong is in a family. How its answers read follows from its sheet's `answerForm`. */
interface AnswerRow<P> {
  /** Only where models write such answers in an unusual way, and the form is not `words`. */
  readonly habits?: AnswerHabits;
  /** What a reply in words is read by, where that is not the problem's text in one line. */
  question?(problem: P): string;
  /** A right answer for people to see; null where there is none, or nobody gave one. */
  reference(problem: P): string | null;
  grade(problem: P, answer: Answer): Grade;
}

const rows: { readonly [F in Family]: AnswerRow<ProblemOf<F>> } = {
  countdown: { reference: gameReference, grade: gradeGame },
  arithmetic: {
    reference: (problem) => numberReference(arithmeticValue(problem)),
    grade: (problem, { display }) => gradeNumber(display, arithmeticValue(problem)),
  },
  puzzle: {
    habits: { lists: true, drafts: true },
    reference: puzzleReference,
    grade: gradePuzzle,
  },
  question: {
    question: ({ text }) => text,
    reference: ({ answer }) => answer ?? null,
    grade: (problem, answer) => loadedReplies().gradeReply(problem, answer),
  },
};

/** The row of a problem's family. */
export function answersTo(problem: Problem): AnswerRow<Problem> {
  return rows[problem.family];
}

/** Reads an answer in the form that the problem asks for. */
export function extractIn(problem: Problem, said: Said): Answer | null {
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
