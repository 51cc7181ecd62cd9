import { type ChapterId, chapterIds } from '#learn/chapters.ts';
import { useProgress } from '#app/panels/lesson/progress.ts';
import { areaFragment } from '#app/store/areas.ts';
import { classes } from '#views/classes.ts';
import { lessonWords } from '#words/en/lessons.ts';
import page from '../area-page.module.css';
import styles from './lessons-part.module.css';

/** All chapters in the order in which they are best read, each with how far a person has come. */
export function LessonsPart() {
  return (
    <div className={page.root}>
      <header className={page.head}>
        <h2 className={page.title}>{lessonWords.title}</h2>
        <p className={page.intro}>{lessonWords.intro}</p>
        <p>
          <a href={areaFragment('learn', 'questions')}>{lessonWords.interview}</a>
        </p>
      </header>
      <ol className={styles.list}>
        {chapterIds.map((id) => (
          <ChapterRow key={id} id={id} />
        ))}
      </ol>
    </div>
  );
}

function ChapterRow({ id }: { readonly id: ChapterId }) {
  const { title, idea } = lessonWords.chapters[id];
  const progress = useProgress(id);
  return (
    <li className={styles.row}>
      <h3 className={styles.name}>
        <a className={styles.link} href={areaFragment('learn', `lesson/${id}`)}>
          {title}
        </a>
        {progress?.finished && <span className={classes('chip', styles.read)}>{lessonWords.finished}</span>}
      </h3>
      <p>{idea}</p>
      <p className={styles.way} aria-hidden="true">
        {progress === null
          ? lessonWords.begin
          : progress.finished
            ? lessonWords.again
            : lessonWords.goOn(progress.page + 1)}
      </p>
    </li>
  );
}
