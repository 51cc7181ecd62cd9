import { Activity, useCallback, useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { listenForKeys } from './commands/hotkeys.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { Header } from './panels/header/header.tsx';
import { HistoryDialog } from './panels/history/history-dialog.tsx';
import { Inspector } from './panels/inspector/inspector.tsx';
import { InspectorSheet } from './panels/inspector/inspector-sheet.tsx';
import { ModelDialogs } from './panels/models/model-dialogs.tsx';
import { NoticeBar } from './panels/notice.tsx';
import { ResultBar } from './panels/result-bar.tsx';
import { sideBySide } from './panels/compare/side-by-side.ts';
import { side } from './panels/side.ts';
import { SideDialogs } from './panels/side-dialogs.tsx';
import { Setup } from './panels/setup/setup.tsx';
import { Stage } from './panels/stage/stage.tsx';
import { TeacherLine } from './panels/teacher/teacher-line.tsx';
import { Transport } from './panels/transport.tsx';
import { Elsewhere } from './places/elsewhere.tsx';
import { usePageTitle } from './places/page-title.ts';
import { fetchWhenIdle } from './later-part.ts';
import { definitionPart } from './ui/glossary-word.tsx';
import { readPreference } from './preferences.ts';
import { PresentedRun, ShareDialog } from './sharing/share-dialog.tsx';
import { lessonOf, showsPlay } from './store/areas.ts';
import { isLive } from './store/transitions.ts';
import { useActions, useApp } from './store/use-app.tsx';
import { wakeSweeps } from './sweeps/entry.ts';
import { useTheme } from './theme.ts';
import { TrainingDialog } from './training/training-dialog.tsx';
import { Dialog } from './ui/dialog.tsx';
import { lazyPart } from './ui/lazy-part.tsx';
import { inspectorBeside, setupBeside, useMedia } from './ui/use-media.ts';
import { classes } from '#views/classes.ts';
import styles from './shell.module.css';
import { places } from '#words/en/places.ts';
import { shell } from '#words/en/shell.ts';

/** Nothing stands in its place until it comes: it shows only what is selected. */
const Inspected = lazyPart(
  sideBySide,
  (part) => part.Inspected,
  () => null,
);
const CompareDock = lazyPart(sideBySide, (part) => part.CompareDock);

/** The whole page: header, setup, stage, inspector, timeline, result. */
export function Shell() {
  const app = useActions();
  useTheme();
  usePageTitle();
  useEffect(() => fetchWhenIdle(side, definitionPart), []);
  useEffect(() => wakeSweeps(app), [app]);
  useEffect(() => listenForKeys(app, document, () => readPreference('plain-keys', 'on') === 'on'), [app]);
  const roomForSetup = useMedia(setupBeside);
  const roomForInspector = useMedia(inspectorBeside);
  const live = useApp((state) => isLive(state) && state.following);
  const setupOpen = useApp((state) => state.setupOpen);
  const area = useApp((state) => state.area.kind);
  const playing = useApp((state) => showsPlay(state.area));
  const lesson = useApp((state) => lessonOf(state.area));
  const content = playing ? 'stage' : area;
  const comparing = useApp((state) => state.tab === 'compare');
  /** A lesson keeps its column beside what it compares. */
  const wide = comparing && lesson === null;
  const presenting = useApp((state) => state.presenting);
  const asked = useApp((state) => state.teacherOpen);
  const line = useRef<HTMLButtonElement>(null);
  const closeSheet = useCallback(() => {
    // The line comes back before it has the focus.
    flushSync(() => app.view.openTeacher(false));
    line.current?.focus();
  }, [app]);
  const started = useApp((state) => state.phase !== 'idle') || comparing;
  useEffect(() => {
    // A run that begins is to be seen.
    if (started) app.view.openTeacher(false);
  }, [app, started]);
  return (
    <>
      {presenting && <PresentedRun />}
      <Activity mode={presenting ? 'hidden' : 'visible'}>
        <div className={styles.root} data-live={live ? '' : undefined}>
          <a
            className={styles.skipLink}
            href={`#${content}`}
            onClick={(event) => {
              event.preventDefault();
              document.getElementById(content)?.focus();
            }}
          >
            {playing ? shell.skip : places.skip}
          </a>
          <Header />
          <NoticeBar besideSetup={roomForSetup && playing} />
          <Elsewhere />
          {/* Out of sight it stays as it is: what was typed, folded and scrolled to. */}
          <Activity mode={playing ? 'visible' : 'hidden'}>
            <div className={styles.middle} data-comparing={wide ? '' : undefined}>
              {roomForSetup && (
                <section className={styles.setup} aria-label={shell.setup}>
                  <Setup />
                </section>
              )}
              <ErrorBoundary part="stage">
                <Stage />
              </ErrorBoundary>
              {wide ? (
                <Inspected>
                  <InspectorSheet />
                </Inspected>
              ) : roomForInspector ? (
                <aside
                  // Begins at its top after a lesson.
                  key={lesson}
                  className={classes(styles.inspector, 'scrolls')}
                  aria-label={shell.inspector}
                >
                  <Inspector />
                </aside>
              ) : (
                <InspectorSheet opened={asked} onClose={closeSheet} />
              )}
            </div>
            <footer className={styles.dock} aria-label={shell.footer}>
              {!roomForInspector && !wide && (
                <TeacherLine ref={line} open={asked} onToggle={() => app.view.openTeacher(!asked)} />
              )}
              {comparing ? (
                <CompareDock />
              ) : (
                <>
                  <Transport />
                  <ResultBar />
                </>
              )}
            </footer>
            {!roomForSetup && (
              <Dialog
                title={shell.setup}
                className={classes('dialog', styles.sheet)}
                open={setupOpen}
                onClose={() => app.view.openSetup(false)}
              >
                <Setup />
              </Dialog>
            )}
          </Activity>
          <SideDialogs />
          <ModelDialogs />
          <HistoryDialog />
          <TrainingDialog />
          <ShareDialog />
        </div>
      </Activity>
    </>
  );
}
