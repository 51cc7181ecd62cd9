import { lazy, type ReactNode, Suspense } from 'react';
import { ErrorBoundary } from '../../error-boundary.tsx';
import { useActions, useApp } from '../../store/use-app.tsx';
import { Dialog } from '../../ui/dialog.tsx';

const ModelList = lazy(() => import('./model-list.tsx').then(({ ModelList: list }) => ({ default: list })));
const DownloadFirst = lazy(() => import('./download-first.tsx').then(({ DownloadFirst: first }) => ({ default: first })));

/** The dialogs about models. What is in them is loaded when one is first opened. */
export function ModelDoors() {
  const app = useActions();
  const dialog = useApp((state) => state.dialog);
  const close = () => app.openDialog('none');
  return (
    <>
      <Dialog title="Models" className="dialog models-dialog" open={dialog === 'models'} onClose={close}><Inside><ModelList /></Inside></Dialog>
      <Dialog title="This model is not on this computer" open={dialog === 'download'} onClose={close}><Inside><DownloadFirst /></Inside></Dialog>
    </>
  );
}

function Inside({ children }: { readonly children: ReactNode }) {
  return (
    <ErrorBoundary part="This dialog">
      <Suspense fallback={<p className="quiet">Opening.</p>}>{children}</Suspense>
    </ErrorBoundary>
  );
}
