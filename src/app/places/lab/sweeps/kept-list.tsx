import { useState } from 'react';
import { areaFragment } from '#app/store/areas.ts';
import type { ListedSweep } from '#app/sweeps/sweeps-state.ts';
import { Icon } from '#app/ui/icon.tsx';
import { classes } from '#views/classes.ts';
import { sweepWords } from '#words/en/sweeps.ts';
import { edit } from './go-to.ts';
import styles from './kept-list.module.css';
import { sweepTitle } from './sweep-title.ts';
import { useSweeps, useSweepsState } from './use-sweeps.ts';

/** The sweeps that are kept: opened, gone on with, renamed, copied, deleted and had back. */
export function KeptList() {
  const sweeps = useSweeps();
  const list = useSweepsState((state) => state.list);
  const removed = useSweepsState((state) => state.removed);
  return (
    <>
      {removed && (
        <output className={styles.removed}>
          <span>{sweepWords.deleted(sweepTitle(removed.sweep))}</span>
          <button type="button" className="button button-small" onClick={() => sweeps.undoRemove()}>
            {sweepWords.undo}
          </button>
          <button
            type="button"
            className="button button-small button-icon"
            aria-label={sweepWords.dismiss}
            onClick={() => void sweeps.forgetRemoved()}
          >
            <Icon name="close" size={13} />
          </button>
        </output>
      )}
      {list?.length === 0 && <p className="quiet">{sweepWords.noneKept}</p>}
      {list !== null && list.length > 0 && (
        <ul className={styles.list}>
          {list.map((one) => (
            <KeptSweepRow key={one.id} one={one} />
          ))}
        </ul>
      )}
    </>
  );
}

function KeptSweepRow({ one }: { readonly one: ListedSweep }) {
  const sweeps = useSweeps();
  const going = useSweepsState((state) => state.going?.id === one.id);
  const [renaming, setRenaming] = useState(false);
  const title = sweepTitle(one.sweep);
  const button = (action: string, onClick: () => void) => (
    <button
      type="button"
      className="button button-small button-plain"
      aria-label={sweepWords.actionOn(action, title)}
      onClick={onClick}
    >
      {action}
    </button>
  );
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        {renaming ? (
          <RenameForm
            title={title}
            onDone={(next) => {
              setRenaming(false);
              if (next !== null) void sweeps.rename(one.id, next);
            }}
          />
        ) : (
          <a href={areaFragment('lab', `sweeps/${one.id}`)} className={styles.title} translate="no">
            {title}
          </a>
        )}
        <p className={classes('quiet', styles.facts)} data-live={going ? '' : undefined}>
          {going && <span className={classes('pulse', styles.pulse)} />}
          {sweepWords.progress(one.done, one.of)}
          {' · '}
          {one.fleeting ? sweepWords.fleeting : sweepWords.when(one.changed)}
        </p>
      </div>
      <div className={styles.actions}>
        {!going && one.done < one.of && button(sweepWords.goOn, () => void sweeps.goOn(one.id))}
        {button(sweepWords.rename, () => setRenaming(true))}
        {button(sweepWords.duplicate, () => edit(sweeps, one.sweep))}
        {button(sweepWords.delete, () => void sweeps.remove(one.id))}
      </div>
    </li>
  );
}

/** @param onDone null where the name stays. */
export function RenameForm({
  title,
  onDone,
}: {
  readonly title: string;
  readonly onDone: (title: string | null) => void;
}) {
  const [text, setText] = useState(title);
  return (
    <form
      className={styles.rename}
      onSubmit={(event) => {
        event.preventDefault();
        onDone(text === title ? null : text);
      }}
    >
      <input
        className={classes('field-input', styles.name)}
        aria-label={sweepWords.name}
        value={text}
        maxLength={120}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was asked for by the button that stood here
        autoFocus
        onFocus={(event) => event.currentTarget.select()}
        onKeyDown={(event) => event.key === 'Escape' && onDone(null)}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <button type="submit" className="button button-small">
        {sweepWords.keep}
      </button>
    </form>
  );
}
