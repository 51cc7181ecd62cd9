import type { ChapterId } from '#learn/chapters.ts';
import { questionsOfChapter } from '#learn/question-chapters.ts';
import { areaFragment } from '#app/store/areas.ts';
import { lessonWords } from '#words/en/lessons.ts';
import { questionText } from '#words/question-words.ts';
import styles from './lesson.module.css';

/** What people are asked about what a chapter taught, each with its answer a click away. */
export function RelatedQuestions({ chapter }: { readonly chapter: ChapterId }) {
  const questions = questionsOfChapter(chapter);
  if (questions.length === 0) return null;
  return (
    <section aria-label={lessonWords.asked}>
      <h3 className={styles.title}>{lessonWords.asked}</h3>
      <ul className={styles.asked}>
        {questions.map(({ id }) => (
          <li key={id}>
            <a href={areaFragment('learn', `question/${id}`)}>{questionText(id).question}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
