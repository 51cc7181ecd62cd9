import { useState } from 'react';
import { modelList } from '#words/en/model-list.ts';
import type { LibraryModel } from '#worker/library.ts';
import { useActions } from '#app/store/use-app.tsx';
import styles from './download.module.css';
import { takeFocus } from './take-focus.ts';

/** Asks before a model is taken off this computer. */
export function RemoveQuestion({
  model: { model, stored },
  onDone,
}: {
  readonly model: LibraryModel;
  readonly onDone: () => void;
}) {
  const app = useActions();
  const [busy, setBusy] = useState(false);
  const own = model.origin === 'custom';
  const remove = async () => {
    setBusy(true);
    await (own ? app.models.removeCustom(model.id) : app.models.remove(model.id));
    onDone();
  };
  return (
    <div
      className={styles.question}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset is for form fields
      role="group"
      aria-label={modelList.askRemove(model.name)}
      tabIndex={-1}
      ref={takeFocus}
    >
      <p>{questionText(model.name, stored.kind === 'none' ? 0 : stored.bytes, own)}</p>
      <div className="row">
        <button
          type="button"
          className="button button-small button-danger"
          disabled={busy}
          onClick={() => void remove()}
        >
          {busy ? modelList.removing : modelList.remove}
        </button>
        <button type="button" className="button button-small" onClick={onDone}>
          {modelList.keep}
        </button>
      </div>
    </div>
  );
}

function questionText(name: string, size: number, own: boolean): string {
  if (!own) return modelList.removeStored({ name, size });
  return size === 0 ? modelList.removeOwn(name) : modelList.removeOwnStored({ name, size });
}
