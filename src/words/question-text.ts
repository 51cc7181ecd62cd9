import type { Question } from '#learn/questions/question.ts';

/** What is said about a question. */
export interface QuestionText<Way extends string = string> {
  readonly question: string;
  /** Honest, in a few plain sentences. */
  readonly answer: string;
  /** What people usually get wrong. */
  readonly mistake: string;
  /** What to look for in what shows it. */
  readonly look: string;
  /** The names of what shows it, as they stand on buttons. */
  readonly ways: Readonly<Record<Way, string>>;
}

/** The texts of a list of questions: none may be missing, nor the name of anything that shows its answer. */
export type TextsOf<List extends readonly Question[]> = {
  readonly [One in List[number] as One['id']]: QuestionText<keyof One['shows'] & string>;
};
