import type { Ref } from 'react';
import { strategies } from '#words/en/strategies.ts';
import { shell } from '#words/en/shell.ts';
import { useApp } from '#app/store/use-app.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { lazyPart } from '#app/ui/lazy-part.tsx';
import { side } from '../side.ts';
import styles from './teacher-line.module.css';

const FirstSentence = lazyPart(side, (part) => part.FirstSentence, StrategyDoes);

/** Where there is no room for the teacher's column: its first sentence, which opens the rest. */
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
    <button ref={ref} type="button" className={styles.root} aria-expanded={open} onClick={onToggle}>
      <Icon name="book" />
      <span className="hidden-visually">{shell.teacherSays} </span>
      <span className={styles.text}>
        <FirstSentence />
      </span>
      <span className={styles.way} data-open={open ? '' : undefined} aria-hidden="true" />
    </button>
  );
}

function StrategyDoes() {
  const kind = useApp(({ view, draft }) => (view.experiment ?? draft).strategy.kind);
  return strategies[kind].does;
}
