import { useState } from 'react';
import type { LibraryModel } from '#worker/library.ts';
import { bytesText } from '#app/models/amounts.ts';
import { useActions } from '#app/store/use-app.tsx';
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
      className="model-question"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset is for form fields
      role="group"
      aria-label={`Remove ${model.name}?`}
      tabIndex={-1}
      ref={takeFocus}
    >
      <p>
        {stored.kind === 'none'
          ? `Take ${model.name} off the list?`
          : `Remove ${model.name} and free ${bytesText(stored.bytes)}?`}{' '}
        {own ? 'You would have to fill in the form again.' : 'It can be downloaded again.'}
      </p>
      <div className="row">
        <button
          type="button"
          className="button button-small button-danger"
          disabled={busy}
          onClick={() => void remove()}
        >
          {busy ? 'Removing' : 'Remove'}
        </button>
        <button type="button" className="button button-small" onClick={onDone}>
          Keep
        </button>
      </div>
    </div>
  );
}
