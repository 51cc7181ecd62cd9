import { useActions, useApp } from '../../store/use-app.tsx';
import { Icon } from '../../ui/icon.tsx';

/** Opens a thought for editing. Not while a run is under way: its log is not complete yet. */
export function EditButton({ text }: { readonly text: string }) {
  const app = useActions();
  const busy = useApp((state) => state.phase !== 'idle');
  return (
    <button type="button" className="button button-small edit-button" disabled={busy || text === ''} title={text === '' ? 'There is no thought to edit before the first step' : undefined}
      onClick={() => app.editThought(text)}><Icon name="edit" size={14} />Edit this thought and run on…</button>
  );
}

/** Opens a thought with room for a further step, written by hand. */
export function AddStepButton({ text }: { readonly text: string }) {
  const app = useActions();
  const busy = useApp((state) => state.phase !== 'idle');
  return (
    <button type="button" className="button button-small" disabled={busy} onClick={() => app.editThought(text, 'add-step')}><Icon name="plus" size={13} />Add a step of your own…</button>
  );
}
