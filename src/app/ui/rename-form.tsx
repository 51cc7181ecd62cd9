import { useState } from 'react';
import { classes } from '#views/classes.ts';
import styles from './rename-form.module.css';

export interface RenameWords {
  readonly name: string;
  readonly keep: string;
}

/** @param onDone null where the name stays. */
export function RenameForm({
  title,
  words,
  onDone,
}: {
  readonly title: string;
  readonly words: RenameWords;
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
        aria-label={words.name}
        value={text}
        maxLength={120}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was asked for by the button that stood here
        autoFocus
        onFocus={(event) => event.currentTarget.select()}
        onKeyDown={(event) => event.key === 'Escape' && onDone(null)}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <button type="submit" className="button button-small">
        {words.keep}
      </button>
    </form>
  );
}
