import type { ReactNode } from 'react';
import { ErrorBoundary } from '#app/error-boundary.tsx';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { Dialog } from '#app/ui/dialog.tsx';
import { lazyPart } from '#app/ui/lazy-part.tsx';

const inside = () => import('./inside.ts');
const ModelList = lazyPart(inside, (part) => part.ModelList);
const DownloadFirst = lazyPart(inside, (part) => part.DownloadFirst);

/** The dialogs about models. What is in them is loaded when one is first opened. */
export function ModelDoors() {
  const app = useActions();
  const dialog = useApp((state) => state.dialog);
  const close = () => app.view.openDialog('none');
  return (
    <>
      <Dialog title="Models" className="dialog models-dialog" open={dialog === 'models'} onClose={close}>
        <Inside>
          <ModelList />
        </Inside>
      </Dialog>
      <Dialog title="This model is not on this computer" open={dialog === 'download'} onClose={close}>
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
