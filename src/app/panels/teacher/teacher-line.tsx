import type { Ref } from 'react';
import { shell } from '#words/en/shell.ts';
import { Icon } from '#app/ui/icon.tsx';
import { lazyPart } from '#app/ui/lazy-part.tsx';
import { side } from '../side.ts';
import { StrategyDoes } from '../strategy-does.tsx';
import styles from './teacher-line.module.css';

const FirstSentence = lazyPart(side, (part) => part.FirstSentence, StrategyDoes);
const LessonAhead = lazyPart(
  side,
  (part) => part.LessonAhead,
  () => null,
);

/** Where there is no room for the teacher's column: its first sentence, which opens the rest, and the way on in a lesson. The open sheet has a way out of its own. */
export function TeacherLine({
  ref,
  open,
  onToggle,
}: {
  readonly ref: Ref<HTMLButtonElement>;
  readonly open: boolean;
  readonly onToggle: () => void;
}) {
  return (
    <div className={styles.root} data-open={open ? '' : undefined}>
      <button ref={ref} type="button" className={styles.line} aria-expanded={open} onClick={onToggle}>
        <Icon name="book" />
        <span className="hidden-visually">{shell.teacherSays} </span>
        <span className={styles.text}>
          <FirstSentence />
        </span>
        <span className={styles.way} aria-hidden="true" />
      </button>
      <LessonAhead />
    </div>
  );
}
