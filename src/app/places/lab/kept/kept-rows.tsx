import { type ReactNode, useState } from 'react';
import { Icon } from '#app/ui/icon.tsx';
import { classes } from '#views/classes.ts';
import { RenameForm, type RenameWords } from '#app/ui/rename-form.tsx';
import styles from './kept-rows.module.css';

/** How a room of words says what can be done with what is kept. */
export interface KeptWords extends RenameWords {
  readonly undo: string;
  readonly dismiss: string;
  readonly rename: string;
  readonly actionOn: (action: string, title: string) => string;
}

/** What was deleted can be had back, for as long as this stands. */
export function RemovedNote({
  said,
  words,
  onUndo,
  onForget,
}: {
  readonly said: string;
  readonly words: KeptWords;
  readonly onUndo: () => void;
  readonly onForget: () => void;
}) {
  return (
    <output className={styles.removed}>
      <span>{said}</span>
      <button type="button" className="button button-small" onClick={onUndo}>
        {words.undo}
      </button>
      <button
        type="button"
        className="button button-small button-icon"
        aria-label={words.dismiss}
        onClick={onForget}
      >
        <Icon name="close" size={13} />
      </button>
    </output>
  );
}

export const KeptRows = ({ children }: { readonly children: ReactNode }) => (
  <ul className={styles.list}>{children}</ul>
);

/** One that is kept: its name leads to it, and can be changed in place. */
export function KeptRow({
  title,
  address,
  facts,
  going,
  words,
  onRename,
  before = [],
  after,
}: {
  readonly title: string;
  readonly address: string;
  readonly facts: ReactNode;
  readonly going: boolean;
  readonly words: KeptWords;
  readonly onRename: (title: string) => void;
  /** What can be done, before and after the renaming. */
  readonly before?: readonly KeptAction[];
  readonly after: readonly KeptAction[];
}) {
  const [renaming, setRenaming] = useState(false);
  const actions = [...before, { name: words.rename, act: () => setRenaming(true) }, ...after];
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        {renaming ? (
          <RenameForm
            title={title}
            words={words}
            onDone={(next) => {
              setRenaming(false);
              if (next !== null) onRename(next);
            }}
          />
        ) : (
          <a href={address} className={styles.title} translate="no">
            {title}
          </a>
        )}
        <p className={classes('quiet', styles.facts)} data-live={going ? '' : undefined}>
          {going && <span className={classes('pulse', styles.pulse)} />}
          {facts}
        </p>
      </div>
      <div className={styles.actions}>
        {actions.map(({ name, act }) => (
          <button
            key={name}
            type="button"
            className="button button-small button-plain"
            aria-label={words.actionOn(name, title)}
            onClick={act}
          >
            {name}
          </button>
        ))}
      </div>
    </li>
  );
}

export interface KeptAction {
  readonly name: string;
  readonly act: () => void;
}
