import type { ReactNode } from 'react';
import { shell } from '#words/en/shell.ts';
import { ErrorBoundary } from '#app/error-boundary.tsx';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { Dialog } from '#app/ui/dialog.tsx';
import { laterPart } from '#app/later-part.ts';
import { lazyPart } from '#app/ui/lazy-part.tsx';
import styles from './model-dialogs.module.css';

const inside = laterPart(() => import('./inside.ts'));
const ModelList = lazyPart(inside, (part) => part.ModelList);
const DownloadFirst = lazyPart(inside, (part) => part.DownloadFirst);

/** The dialogs about models. What is in them is loaded when one is first opened. */
export function ModelDialogs() {
  const app = useActions();
  const dialog = useApp((state) => state.dialog);
  const close = () => app.view.openDialog('none');
  return (
    <>
      <Dialog
        title={shell.dialogs.models}
        className={`dialog ${styles.models}`}
        open={dialog === 'models'}
        onClose={close}
      >
        <Inside>
          <ModelList />
        </Inside>
      </Dialog>
      <Dialog title={shell.dialogs.download} open={dialog === 'download'} onClose={close}>
        <Inside>
          <DownloadFirst />
        </Inside>
      </Dialog>
    </>
  );
}

function Inside({ children }: { readonly children: ReactNode }) {
  return <ErrorBoundary part="dialog">{children}</ErrorBoundary>;
}
