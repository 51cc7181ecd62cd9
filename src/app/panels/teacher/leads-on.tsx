import type { ChapterId } from '#learn/chapters.ts';
import type { QuestionId } from '#learn/questions/questions.ts';
import { areaFragment } from '#app/store/areas.ts';
import { lessonWords } from '#words/en/lessons.ts';
import { useProgress } from '../lesson/progress.ts';
import styles from './teacher.module.css';

/** From a run to the lesson and the question that it belongs to, where there are any. */
export function LeadsOn({
  chapter,
  question,
}: {
  readonly chapter: ChapterId | undefined;
  readonly question?: QuestionId | undefined;
}) {
  return chapter === undefined ? null : <ToLesson id={chapter} question={question} />;
}

function ToLesson({ id, question }: { readonly id: ChapterId; readonly question: QuestionId | undefined }) {
  const progress = useProgress(id);
  // Who has not read it to its end may have lost sight of it with the first run.
  const story = useProgress('first-story');
  const { title, idea } = lessonWords.chapters[id];
  return (
    <section className={styles.part} aria-label={lessonWords.fromRun}>
      <h3 className={styles.head}>{lessonWords.fromRun}</h3>
      <p>
        <a href={areaFragment('learn', `lesson/${id}`)}>{title}</a>
        {progress && !progress.finished && ` · ${lessonWords.goOn(progress.page + 1)}`}
      </p>
      <p className={styles.aside}>{idea}</p>
      {!story?.finished && id !== 'first-story' && (
        <p>
          <a href={areaFragment('learn', 'lesson/first-story')}>
            {lessonWords.chapters['first-story'].title}
          </a>
          {story && ` · ${lessonWords.goOn(story.page + 1)}`}
        </p>
      )}
      {question !== undefined && (
        <p>
          <a href={areaFragment('learn', `question/${question}`)}>{lessonWords.asked}</a>
        </p>
      )}
    </section>
  );
}
