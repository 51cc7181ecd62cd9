import { lazyPart } from '#app/ui/lazy-part.tsx';
import { side } from '../side.ts';
import { StrategyDoes } from '../strategy-does.tsx';
import styles from './inspector.module.css';

const Teacher = lazyPart(side, (part) => part.Teacher, Opening);

/** The right column. It is never empty: what is selected, else what a teacher would say. */
export function Inspector({
  selectedAlone = false,
}: {
  /** Of a sheet that opened with what was selected: a lesson that goes on is not repeated in it. */
  readonly selectedAlone?: boolean;
}) {
  return (
    <div className={styles.root}>
      <Teacher selectedAlone={selectedAlone} />
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
