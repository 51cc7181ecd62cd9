import type { QuestionId } from '#learn/questions/questions.ts';
import { questionsOne } from './en/questions/level-1.ts';
import { questionsThree } from './en/questions/level-3.ts';
import { questionsTwo } from './en/questions/level-2.ts';
import type { QuestionText } from './question-text.ts';

/** What is said about a question, in the language that is spoken. The names of its ways are those of what shows it. */
export function questionText(id: QuestionId): QuestionText {
  const texts: Readonly<Record<QuestionId, QuestionText>> = {
    ...questionsOne.texts,
    ...questionsTwo.texts,
    ...questionsThree.texts,
  };
  return texts[id];
}
