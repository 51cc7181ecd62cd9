import { sharing } from '#words/en/sharing.ts';
import { header } from '#words/en/header.ts';
import { runLine } from '../panels/experiment-line.ts';
import { Inspector } from '../panels/inspector/inspector.tsx';
import { NoticeBar } from '../panels/notice.tsx';
import { ResultBar } from '../panels/result-bar.tsx';
import { Transport } from '../panels/transport.tsx';
import { ErrorBoundary } from '../error-boundary.tsx';
import { shownExperiment } from '../store/main-tab.ts';
import { useActions, useApp } from '../store/use-app.tsx';
import { useTheme } from '../theme.ts';
import { usePageTitle } from '../places/page-title.ts';
import { classes } from '#views/classes.ts';
import type { EmbedPanel } from './embed.ts';
import styles from './embedded-page.module.css';
import { SharedWords } from './shared-words.tsx';
import { StagePicture } from './stage-picture.tsx';
import { pageAddress } from './use-shared-link.ts';
import { problems as problemWords } from '#words/en/problems.ts';

/** The page inside another one: the panels that its address asks for, and the way to the whole. */
export function EmbeddedPage({ panels }: { readonly panels: readonly EmbedPanel[] }) {
  const app = useActions();
  useTheme();
  usePageTitle();
  const experiment = useApp(shownExperiment);
  const hasLog = useApp((state) => state.log !== null);
  const idle = useApp((state) => state.phase === 'idle');
  const blocked = useApp((state) => app.setup.blocked(state));
  const has = (panel: EmbedPanel) => panels.includes(panel);
  return (
    <div className={styles.root}>
      <header className={styles.head}>
        <h1 className={styles.line}>
          <span translate="no">{problemWords.text(experiment.problem)}</span>{' '}
          <span className="quiet">{runLine(experiment)}</span>
        </h1>
        <a
          className={styles.open}
          href={pageAddress() + location.hash}
          target="_blank"
          rel="noopener"
          onClick={(event) => {
            // The address may have changed since this was drawn.
            event.currentTarget.href = pageAddress() + location.hash;
          }}
        >
          {sharing.embed.open}
        </a>
      </header>
      <NoticeBar />
      <main className={styles.main} aria-label={sharing.embed.title}>
        {has('stage') && (
          <div className={styles.words}>
            <SharedWords />
          </div>
        )}
        <div className={styles.beside}>
          {has('stage') && hasLog && (
            <div className={styles.picture}>
              <ErrorBoundary part="stage">
                <StagePicture />
              </ErrorBoundary>
            </div>
          )}
          {!hasLog && (
            <div className={styles.empty}>
              <button
                type="button"
                className="button button-primary"
                disabled={!idle || blocked !== null}
                title={blocked ?? undefined}
                onClick={app.runs.start}
              >
                {idle ? header.run : header.running}
              </button>
            </div>
          )}
          {has('teacher') && (
            <aside className={classes(styles.teacher, 'scrolls')} aria-label={sharing.embed.panels.teacher}>
              <Inspector />
            </aside>
          )}
        </div>
      </main>
      <footer className={styles.foot} aria-label={sharing.embed.foot}>
        {has('timeline') && <Transport />}
        {has('result') && <ResultBar />}
      </footer>
    </div>
  );
}
