import { useEffect, useRef, useState } from 'react';
import { strategyDescriptions } from '#experiment/describe.ts';
import { modelName } from '#policy/models.ts';
import type { Editing } from '#app/store/app-state.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { Dialog } from '#app/ui/dialog.tsx';
import { Icon } from '#app/ui/icon.tsx';

/** A thought, to be changed; the run goes on from what it then says, as a branch beside the original. */
export function EditThought() {
  const app = useActions();
  const editing = useApp((state) => state.editing);
  const open = editing !== null;
  return (
    <Dialog title={titles[editing?.way ?? 'edit']} open={open} onClose={() => app.runs.editThought(null)}>
      {open && <Form key={editing.way + editing.text} {...editing} />}
    </Dialog>
  );
}

const titles = {
  edit: 'Edit this thought and run on',
  'add-step': 'Add a step of your own and run on',
} as const satisfies Record<Editing['way'], string>;

const help = {
  edit: 'Change a number, a step, or cut it short. The model goes on from your words and cannot tell them from its own. Does its answer follow?',
  'add-step':
    'Write the next step as the model would write it. It goes on from there and cannot tell your step from its own. Does its answer follow?',
} as const satisfies Record<Editing['way'], string>;

function Form({ text, way, model }: Editing) {
  const app = useActions();
  const strategy = useApp((state) => state.view.experiment?.strategy);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    // Once the dialog is open: opening it moves the focus to its first button.
    const frame = requestAnimationFrame(() => {
      field.current?.focus();
      if (way === 'add-step')
        field.current?.setSelectionRange(field.current.value.length, field.current.value.length);
    });
    return () => cancelAnimationFrame(frame);
  }, [way]);
  // A step of one's own stands apart from the last one.
  const [edited, setEdited] = useState(way === 'add-step' && text !== '' ? `${text} ` : text);
  const [how, setHow] = useState<'same' | 'one'>('same');
  const changed = edited.trim() !== text.trim();
  const ready = edited.trim() !== '' && edited.length <= longest && (way === 'edit' || changed);
  if (!strategy) return null;
  return (
    <form
      className="edit-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready)
          app.runs.branch(
            edited.trim(),
            how === 'one' ? { kind: 'chain-of-thought', effort: 'low' } : strategy,
          );
      }}
    >
      <label className="knob-label" htmlFor="edit-text">
        The thought so far
      </label>
      <textarea
        id="edit-text"
        className="field-input edit-text"
        rows={6}
        value={edited}
        maxLength={longest}
        spellCheck={false}
        ref={field}
        aria-describedby="edit-help"
        onChange={(event) => setEdited(event.currentTarget.value)}
      />
      <p className="knob-help" id="edit-help">
        {model === undefined
          ? help[way]
          : `${modelName(model)} gets the thought as text and goes on from it. It cannot tell these words from its own.`}
      </p>
      <fieldset className="edit-how">
        <legend className="knob-label">Go on with</legend>
        <div className="segmented">
          <label>
            <input type="radio" name="edit-how" checked={how === 'same'} onChange={() => setHow('same')} />
            <span>{strategyDescriptions[strategy.kind].name}</span>
          </label>
          {strategy.kind !== 'chain-of-thought' && (
            <label>
              <input type="radio" name="edit-how" checked={how === 'one'} onChange={() => setHow('one')} />
              <span>One chain of thought</span>
            </label>
          )}
        </div>
      </fieldset>
      <div className="edit-actions">
        <span className="quiet">
          {edited.length > longest
            ? `Longer than ${longest.toLocaleString('en')} characters: cut it short. `
            : model !== undefined
              ? ''
              : changed
                ? 'Changed. '
                : 'Not changed yet. '}
          The original run is kept.
        </span>
        <button type="submit" className="button button-primary" disabled={!ready}>
          <Icon name="play" size={14} />
          Run on from here
        </button>
      </div>
    </form>
  );
}

/** As long as an experiment's start may be. */
const longest = 4000;
