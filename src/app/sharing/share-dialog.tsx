import { shell } from '#words/en/shell.ts';
import { ErrorBoundary } from '../error-boundary.tsx';
import { laterPart } from '../later-part.ts';
import { useActions, useApp } from '../store/use-app.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { lazyPart } from '../ui/lazy-part.tsx';

/** All of sharing is fetched when it is first asked for, or when a link has something to say. */
const sharingParts = laterPart(() => import('./parts.ts'));
const SharePanel = lazyPart(sharingParts, (part) => part.SharePanel);

/** The run for a room full of people. */
export const PresentedRun = lazyPart(sharingParts, (part) => part.Presenter);

/** The page inside another one. */
export const Embedded = lazyPart(sharingParts, (part) => part.EmbeddedPage);

/** What the opened link says, above the run. */
export const SharedNote = lazyPart(sharingParts, (part) => part.SharedWords);

/** The dialog of what can be passed on. */
export function ShareDialog() {
  const app = useActions();
  const open = useApp((state) => state.dialog === 'share');
  return (
    <Dialog title={shell.dialogs.share} open={open} onClose={() => app.view.openDialog('none')}>
      <ErrorBoundary part="dialog">
        <SharePanel />
      </ErrorBoundary>
    </Dialog>
  );
}
