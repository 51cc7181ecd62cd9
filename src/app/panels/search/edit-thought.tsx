import { strategies } from '#words/en/strategies.ts';
import { useEffect, useRef, useState } from 'react';
import { spokenName } from '#app/models/spoken-name.ts';
import { search } from '#words/en/search.ts';
import type { Editing } from '#app/store/app-state.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { classes } from '#views/classes.ts';
import styles from './edit-thought.module.css';

/** A thought, to be changed; the run goes on from what it then says, as a branch beside the original. */
export function EditThought({ text, way, model }: Editing) {
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
      className={styles.root}
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
        {search.edit.text}
      </label>
      <textarea
        id="edit-text"
        className={classes('field-input', styles.text)}
        rows={6}
        value={edited}
        maxLength={longest}
        spellCheck={false}
        ref={field}
        aria-describedby="edit-help"
        onChange={(event) => setEdited(event.currentTarget.value)}
      />
      <p className="knob-help" id="edit-help">
        {model === undefined ? search.edit.help[way] : search.edit.helpAsText(spokenName(model))}
      </p>
      <fieldset className={styles.how}>
        <legend className="knob-label">{search.edit.goOnWith}</legend>
        <div className="segmented">
          <label>
            <input type="radio" name="edit-how" checked={how === 'same'} onChange={() => setHow('same')} />
            <span>{strategies[strategy.kind].name}</span>
          </label>
          {strategy.kind !== 'chain-of-thought' && (
            <label>
              <input type="radio" name="edit-how" checked={how === 'one'} onChange={() => setHow('one')} />
              <span>{search.edit.oneChain}</span>
            </label>
          )}
        </div>
      </fieldset>
      <div className={styles.actions}>
        <span className="quiet">
          {edited.length > longest
            ? search.edit.tooLong(longest)
            : model !== undefined
              ? search.edit.kept
              : changed
                ? search.edit.changed
                : search.edit.unchanged}
        </span>
        <button type="submit" className="button button-primary" disabled={!ready}>
          <Icon name="play" size={14} />
          {search.edit.run}
        </button>
      </div>
    </form>
  );
}

/** As long as an experiment's start may be. */
const longest = 4000;
