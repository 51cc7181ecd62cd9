import { amounts } from '#words/en/amounts.ts';
import type { ProblemSetNotes } from '#experiment/problem-set-faults.ts';
import { Icon } from '#app/ui/icon.tsx';
import { problemSets } from '#words/en/problem-sets.ts';
import styles from './problem-set-picker.module.css';

/** How a file was read, and what to know of it before anything is measured on it. What may be a mistake carries a sign. */
export function SetNotes({ notes, count }: { readonly notes: ProblemSetNotes; readonly count: number }) {
  const { form, families, solutions, withoutAnswer, repeated, leftOut } = notes;
  const differing = repeated.lines.filter(({ differs }) => differs);
  const warnings = [
    withoutAnswer > 0 && problemSets.withoutAnswer(withoutAnswer),
    repeated.count > 0 && problemSets.repeated(repeated),
    differing.length > 0 && problemSets.differs(differing),
    leftOut.count > 0 && problemSets.leftOut(leftOut),
  ].filter((one) => one !== false);
  return (
    <>
      <p>
        {problemSets.readAs[form](count)}
        {amounts.between}
        {problemSets.kinds(families)}
        {amounts.between}
        {solutions.hashes > 0 && problemSets.hashes(solutions.hashes)}
        {amounts.between}
        {solutions.boxed > 0 && problemSets.boxed(solutions.boxed)}
      </p>
      {warnings.length > 0 && (
        <ul className={styles.warnings}>
          {warnings.map((warning) => (
            <li key={warning}>
              <Icon name="warning" size={12} />
              <span>{warning}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
