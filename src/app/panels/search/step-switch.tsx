import { search } from '#words/en/search.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { classes } from '#views/classes.ts';
import styles from './step-switch.module.css';

/** In a search: between the current step's numbers and what was selected last. */
export function StepSwitch() {
  const app = useActions();
  const selection = useApp((state) => state.selection);
  const selected = selection !== null && selection.kind !== 'step';
  if (!selected) return null;
  return (
    <button
      type="button"
      className={classes('button button-small', styles.root)}
      onClick={() => app.view.select({ kind: 'step' })}
    >
      {search.tree.whatStepDid}
    </button>
  );
}
