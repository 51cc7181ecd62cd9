import { lazyPart } from '#app/ui/lazy-part.tsx';
import { side } from '../side.ts';
import { StrategyDoes } from '../strategy-does.tsx';
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

function Opening() {
  return (
    <p className="quiet">
      <StrategyDoes />
    </p>
  );
}
