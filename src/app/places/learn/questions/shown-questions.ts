import { allQuestions, type PlacedQuestion } from '#learn/questions/questions.ts';
import type { QuestionLevel } from '#learn/questions/question.ts';
import { questionText } from '#words/question-words.ts';

/** What a person looks for among the questions. */
export interface QuestionFilter {
  readonly text: string;
  /** Null for all. */
  readonly level: QuestionLevel | null;
  /** Only those that are not ticked. */
  readonly onlyOpen: boolean;
}

/** As it is compared: without case, accents and marks that nobody types. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[’'“”"]/g, '')
    .toLocaleLowerCase();

/** The questions that have every word that was typed, in the question or its answer, in their order. */
export function shownQuestions(
  { text, level, onlyOpen }: QuestionFilter,
  known: ReadonlySet<string>,
): readonly PlacedQuestion[] {
  const wanted = plain(text).split(/\s+/).filter(Boolean);
  return allQuestions.filter(({ id, level: own }) => {
    if (level !== null && own !== level) return false;
    if (onlyOpen && known.has(id)) return false;
    const { question, answer, mistake } = questionText(id);
    const all = plain(`${question} ${answer} ${mistake}`);
    return wanted.every((word) => all.includes(word));
  });
}
