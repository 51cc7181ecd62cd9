import { shell } from '#words/en/shell.ts';
import { classes } from '#views/classes.ts';
import { ErrorBoundary } from '#app/error-boundary.tsx';
import { laterPart } from '#app/later-part.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { Dialog } from '#app/ui/dialog.tsx';
import { lazyPart } from '#app/ui/lazy-part.tsx';
import styles from './history-dialog.module.css';

const History = lazyPart(
  laterPart(() => import('./history.tsx')),
  (part) => part.History,
);

/** The dialog with the runs that are kept. What is in it is fetched when it is first opened. */
export function HistoryDialog() {
  const app = useActions();
  const open = useApp((state) => state.dialog === 'history');
  return (
    <Dialog
      title={shell.dialogs.history}
      className={classes('dialog', styles.dialog)}
      open={open}
      onClose={() => app.view.openDialog('none')}
    >
      <ErrorBoundary part="dialog">
        <History />
      </ErrorBoundary>
    </Dialog>
  );
}
