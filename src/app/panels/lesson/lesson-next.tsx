import { type ChapterId, isChapter } from '#learn/chapters.ts';
import { areaFragment } from '#app/store/areas.ts';
import { useActions } from '#app/store/use-app.tsx';
import { classes } from '#views/classes.ts';
import { lessonWords } from '#words/en/lessons.ts';
import type { ChapterPart } from '#words/chapter-parts.ts';
import styles from './lesson-line.module.css';
import { keepProgress } from './progress.ts';
import { useChapter } from './use-chapter.ts';
import { useOpenPage } from './use-task.ts';

/** Where a lesson has no column: to its next page, which is opened to be read; at its end to the others. */
export function LessonNext({ id }: { readonly id: string }) {
  return isChapter(id) ? <Opened id={id} /> : null;
}

function Opened({ id }: { readonly id: ChapterId }) {
  const part = useChapter(id);
  return part ? <Next id={id} part={part} /> : null;
}

function Next({ id, part }: { readonly id: ChapterId; readonly part: ChapterPart }) {
  const app = useActions();
  const { at, last, finished, state } = useOpenPage(id, part);
  if (at === last)
    return (
      <a className={classes('button', styles.next)} href={areaFragment('learn')}>
        {lessonWords.all}
      </a>
    );
  return (
    <button
      type="button"
      className={classes('button', state?.done && 'button-primary', styles.next)}
      onClick={() => {
        keepProgress(id, { page: at + 1, finished });
        app.view.openTeacher(true);
      }}
    >
      {lessonWords.next}
    </button>
  );
}
