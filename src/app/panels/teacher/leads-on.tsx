import type { ChapterId } from '#learn/chapters.ts';
import { areaFragment } from '#app/store/areas.ts';
import { lessonWords } from '#words/en/lessons.ts';
import { useProgress } from '../lesson/progress.ts';
import styles from './teacher.module.css';

/** From a run to the lesson that it belongs to, where there is one. */
export function LeadsOn({ id }: { readonly id: ChapterId | undefined }) {
  return id === undefined ? null : <ToLesson id={id} />;
}

function ToLesson({ id }: { readonly id: ChapterId }) {
  const progress = useProgress(id);
  const { title, idea } = lessonWords.chapters[id];
  return (
    <section className={styles.part} aria-label={lessonWords.fromRun}>
      <h3 className={styles.head}>{lessonWords.fromRun}</h3>
      <p>
        <a href={areaFragment('learn', `lesson/${id}`)}>{title}</a>
        {progress && !progress.finished && ` · ${lessonWords.goOn(progress.page + 1)}`}
      </p>
      <p className={styles.aside}>{idea}</p>
    </section>
  );
}
