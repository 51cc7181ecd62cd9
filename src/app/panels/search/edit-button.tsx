import { type BranchPlace, thoughtAt } from '#run/branch.ts';
import { search } from '#words/en/search.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { classes } from '#views/classes.ts';
import styles from './edit-button.module.css';

/** Opens the thought up to a place for editing. Not while a run is under way: its log is not complete yet. */
export function EditButton({ place }: { readonly place: BranchPlace }) {
  const app = useActions();
  const empty = useApp((state) => thoughtAt(state.view, place) === '');
  const busy = useApp((state) => state.phase !== 'idle');
  const elsewhere = useApp((state) => state.view.elsewhere !== null);
  // No model here wrote it, so none goes on from it.
  if (elsewhere) return null;
  return (
    <button
      type="button"
      className={classes('button button-small', styles.root)}
      disabled={busy || empty}
      title={empty ? search.edit.nothing : undefined}
      onClick={() => app.runs.editAt(place)}
    >
      <Icon name="edit" size={14} />
      {search.edit.button}
    </button>
  );
}

/** Opens the thought up to a place with room for a further step, written by hand. */
export function AddStepButton({ place }: { readonly place: BranchPlace }) {
  const app = useActions();
  const busy = useApp((state) => state.phase !== 'idle');
  return (
    <button
      type="button"
      className="button button-small"
      disabled={busy}
      onClick={() => app.runs.editAt(place, 'add-step')}
    >
      <Icon name="plus" size={13} />
      {search.edit.addButton}
    </button>
  );
}
