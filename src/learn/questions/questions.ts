import { firstQuestions } from './level-1.ts';
import { secondQuestions } from './level-2.ts';
import { thirdQuestions } from './level-3.ts';
import { type Question, type QuestionLevel, questionLevels } from './question.ts';

export type FirstQuestion = (typeof firstQuestions)[number]['id'];
export type SecondQuestion = (typeof secondQuestions)[number]['id'];
export type ThirdQuestion = (typeof thirdQuestions)[number]['id'];
export type QuestionId = FirstQuestion | SecondQuestion | ThirdQuestion;

/** A question in its place: its number counts through all levels. */
export interface PlacedQuestion extends Question {
  readonly id: QuestionId;
  readonly level: QuestionLevel;
  readonly number: number;
}

const byLevel = [firstQuestions, secondQuestions, thirdQuestions] as const;

/** All of them, from the first that everybody is asked to the last. */
export const allQuestions: readonly PlacedQuestion[] = byLevel
  .flatMap((list, at) => list.map((one) => ({ ...one, level: questionLevels[at] ?? 1 })))
  .map((one, at) => ({ ...one, number: at + 1 }));
