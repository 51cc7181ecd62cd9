import type { ReactNode } from 'react';
import { shell } from '#words/en/shell.ts';
import { ErrorBoundary } from '../error-boundary.tsx';
import { laterPart } from '../later-part.ts';
import { useActions, useApp } from '../store/use-app.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { lazyPart } from '../ui/lazy-part.tsx';
import { side } from './side.ts';

const KeysList = lazyPart(
  laterPart(() => import('../commands/keys-list.tsx')),
  (part) => part.KeysList,
);
const LinkField = lazyPart(side, (part) => part.LinkField);
const EditThought = lazyPart(side, (part) => part.EditThought);

/** The dialogs whose content is no part of the first load. */
export function SideDialogs() {
  const app = useActions();
  const editing = useApp((state) => state.editing);
  return (
    <>
      <Small dialog="keys">
        <KeysList />
      </Small>
      <Small dialog="link">
        <LinkField />
      </Small>
      <Dialog
        title={shell.dialogs[editing?.way ?? 'edit']}
        open={editing !== null}
        onClose={() => app.runs.editThought(null)}
      >
        <ErrorBoundary part="dialog">
          {editing && <EditThought key={editing.way + editing.text} {...editing} />}
        </ErrorBoundary>
      </Dialog>
    </>
  );
}

function Small({ dialog, children }: { readonly dialog: 'keys' | 'link'; readonly children: ReactNode }) {
  const app = useActions();
  const open = useApp((state) => state.dialog === dialog);
  return (
    <Dialog title={shell.dialogs[dialog]} open={open} onClose={() => app.view.openDialog('none')}>
      <ErrorBoundary part="dialog">{children}</ErrorBoundary>
    </Dialog>
  );
}
