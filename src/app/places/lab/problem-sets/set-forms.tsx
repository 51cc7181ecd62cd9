import { problemSets } from '#words/en/problem-sets.ts';
import styles from './problem-set-picker.module.css';

const forms = ['jsonl', 'csv', 'typed'] as const;

/** What a file may look like. */
export function SetForms() {
  return (
    <dl className={styles.forms}>
      {forms.map((form) => (
        <div key={form}>
          <dt>{problemSets.formHelp[form]}</dt>
          <dd>
            <pre className={styles.example} translate="no">
              {problemSets.examples[form]}
            </pre>
          </dd>
        </div>
      ))}
    </dl>
  );
}
