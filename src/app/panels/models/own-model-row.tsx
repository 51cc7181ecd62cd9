import { type FormEvent, useRef, useState } from 'react';
import { removeOwnModel, renameOwn } from '#app/own-models/own-models.ts';
import { aboutOwn, nameOfOwn } from '#app/own-models/own-name.ts';
import { asModelName, type OwnRecord } from '#app/own-models/own-record.ts';
import { exportOwn, playModel } from '#app/own-models/use-own.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { TrainingLink } from '#app/training/training-link.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { embeddedModel } from '#policy/models.ts';
import { problems } from '#words/en/problems.ts';
import { ownModelWords } from '#words/en/own-models.ts';
import { factsText } from './facts-text.ts';
import styles from './own-models.module.css';
import row from './model-row.module.css';
import { takeFocus } from './take-focus.ts';
import { UseButton } from './use-button.tsx';

/** One of a person's own models. @param passing it ends with this tab. */
export function OwnModelRow({ record, passing }: { readonly record: OwnRecord; readonly passing: boolean }) {
  const app = useActions();
  const { id } = record;
  const inUse = useApp((state) => state.draft.model === id);
  const [renaming, setRenaming] = useState(false);
  const rename = useRef<HTMLButtonElement>(null);
  const renamed = () => {
    setRenaming(false);
    rename.current?.focus();
  };
  const model = embeddedModel(id);
  if (!model) return null;
  const name = nameOfOwn(record);
  const [family] = model.families;
  return (
    <li className={row.row} data-used={inUse ? '' : undefined}>
      <div className={row.words}>
        {renaming ? (
          <OwnNameForm id={id} name={name} onDone={renamed} />
        ) : (
          <h4 className={row.name} translate="no">
            {name}
          </h4>
        )}
        <p>{aboutOwn(record)}</p>
        <p className={`quiet ${row.facts}`}>
          {family && family !== 'question' && `${problems.trainedFor[family].title} · `}
          {factsText(model)}
        </p>
        {passing && (
          <p className={styles.passing}>
            <Icon name="warning" size={13} />
            {ownModelWords.passing}
          </p>
        )}
        <TrainingLink model={id} />
      </div>
      <div className={row.actions}>
        {!model.verifier && <UseButton name={name} inUse={inUse} onUse={() => playModel(app, id)} />}
        <button
          ref={rename}
          type="button"
          className="button button-plain button-small"
          aria-label={ownModelWords.renameOne(name)}
          onClick={() => setRenaming(true)}
        >
          {ownModelWords.rename}
        </button>
        <button
          type="button"
          className="button button-plain button-small button-icon"
          aria-label={ownModelWords.exportOne(name)}
          title={ownModelWords.export}
          onClick={() => void exportOwn(record)}
        >
          <Icon name="export" size={14} />
        </button>
        <button
          type="button"
          className="button button-plain button-small button-icon"
          aria-label={ownModelWords.removeOne(name)}
          title={ownModelWords.remove}
          onClick={() => void removeOwnModel(id)}
        >
          <Icon name="close" size={14} />
        </button>
      </div>
    </li>
  );
}

function OwnNameForm({
  id,
  name,
  onDone,
}: {
  readonly id: string;
  readonly name: string;
  readonly onDone: () => void;
}) {
  const [typed, type] = useState(name);
  const meant = asModelName(typed);
  function save(event: FormEvent) {
    event.preventDefault();
    if (meant === null) return;
    void renameOwn(id, meant);
    onDone();
  }
  return (
    <form className={styles.rename} onSubmit={save}>
      <input
        type="text"
        className="field-input"
        aria-label={ownModelWords.name}
        autoComplete="off"
        maxLength={100}
        value={typed}
        ref={takeFocus}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          // The dialog stays open.
          event.preventDefault();
          event.stopPropagation();
          onDone();
        }}
      />
      <button type="submit" className="button button-small" disabled={meant === null}>
        {ownModelWords.save}
      </button>
      <button type="button" className="button button-plain button-small" onClick={onDone}>
        {ownModelWords.cancel}
      </button>
    </form>
  );
}
