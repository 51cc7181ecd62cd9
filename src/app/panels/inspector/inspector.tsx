import { strategies } from '#words/en/strategies.ts';
import { useApp } from '#app/store/use-app.tsx';
import { lazyPart } from '#app/ui/lazy-part.tsx';
import { side } from '../side.ts';
import styles from './inspector.module.css';

const Teacher = lazyPart(side, (part) => part.Teacher, Opening);

/** The right column. It is never empty: what is selected, else what a teacher would say. */
export function Inspector() {
  return (
    <div className={styles.root}>
      <Teacher />
    </div>
  );
}

/** What is known before the teacher has come. */
function Opening() {
  const kind = useApp(({ view, draft }) => (view.experiment ?? draft).strategy.kind);
  return <p className="quiet">{strategies[kind].does}</p>;
}
