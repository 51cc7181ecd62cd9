import { areaFragment } from '#app/store/areas.ts';
import { Icon } from '#app/ui/icon.tsx';
import { classes } from '#views/classes.ts';
import { lessonWords } from '#words/en/lessons.ts';
import { useLessonGoingOn } from '../lesson/progress.ts';
import styles from './back-to.module.css';

/** Into the lesson that was left in this visit before its end. @param short beside the teacher's line, where there is little room. */
export function BackToLesson({ short = false }: { readonly short?: boolean }) {
  const going = useLessonGoingOn();
  if (!going) return null;
  const { id, page } = going;
  const { title } = lessonWords.chapters[id];
  const address = areaFragment('learn', `lesson/${id}`);
  return short ? (
    <a className={classes('button button-small', styles.short)} href={address} title={title}>
      {lessonWords.lesson}
      <span className="hidden-visually">: {title}</span>
    </a>
  ) : (
    <p>
      <a className={styles.root} href={address}>
        <Icon name="back" size={14} />
        {lessonWords.backToLesson({ title, page: page + 1 })}
      </a>
    </p>
  );
}
