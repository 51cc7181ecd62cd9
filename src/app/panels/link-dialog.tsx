import { useActions, useApp } from '../store/use-app.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { classes } from '#views/classes.ts';
import styles from './link-dialog.module.css';

/** The dialog is open by the time its content is there. */
function selectAll(field: HTMLTextAreaElement | null): void {
  field?.focus();
  field?.select();
}

/** The link, selected, where the browser does not let the page copy it. */
export function LinkDialog() {
  const app = useActions();
  const open = useApp((state) => state.dialog === 'link');
  return (
    <Dialog title="Copy the link" open={open} onClose={() => app.view.openDialog('none')}>
      <p className={styles.words}>
        The browser did not let the page copy it. The link is selected: copy it with <kbd>Ctrl C</kbd> or by
        holding it.
      </p>
      <textarea
        className={classes('field-input', styles.link)}
        aria-label="Link to this experiment"
        readOnly
        rows={4}
        value={app.setup.link()}
        ref={selectAll}
        onFocus={(event) => event.currentTarget.select()}
      />
    </Dialog>
  );
}
