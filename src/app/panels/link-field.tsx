import { useActions } from '../store/use-app.tsx';
import { classes } from '#views/classes.ts';
import styles from './link-field.module.css';
import { shell } from '#words/en/shell.ts';
import { Rich } from '#views/rich.tsx';

const drawn = { keys: <span className="for-keys" /> };

/** The dialog is open by the time its content is there. */
function selectAll(field: HTMLTextAreaElement | null): void {
  field?.focus();
  field?.select();
}

/** The link, selected, where the browser does not let the page copy it. */
export function LinkField() {
  const app = useActions();
  return (
    <>
      <p className={styles.words}>
        <Rich text={shell.link.refused} parts={drawn} />
      </p>
      <textarea
        className={classes('field-input', styles.link)}
        aria-label={shell.link.field}
        readOnly
        rows={4}
        value={app.setup.link()}
        ref={selectAll}
        onFocus={(event) => event.currentTarget.select()}
      />
    </>
  );
}
