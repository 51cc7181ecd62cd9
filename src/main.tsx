import '#app/styles/tokens.css';
import '#app/styles/base.css';
import '#app/styles/buttons.css';
import '#app/styles/fields.css';
import '#app/styles/frames.css';
import '#app/styles/marks.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { browserSurroundings } from '#app/browser.ts';
import { ErrorBoundary } from '#app/error-boundary.tsx';
import { failureWords } from '#app/failure-words.ts';
import { watchStyles } from '#app/fetch-styles.ts';
import { fetchWhenIdle, laterPart } from '#app/later-part.ts';
import { speakFirst } from '#app/language.ts';
import { loadRecorded } from '#app/recorded.ts';
import { ownModelsPart } from '#app/own-models/entry.ts';
import { recordsPart } from '#app/records/entry.ts';
import { embedOf } from '#app/sharing/embed.ts';
import { Embedded } from '#app/sharing/share-dialog.tsx';
import { Shell } from '#app/shell.tsx';
import { type App, createApp } from '#app/store/app.ts';
import { AppProvider } from '#app/store/use-app.tsx';
import { showTheme } from '#app/theme.ts';
import { trustOwnAddresses } from '#worker/trusted-addresses.ts';
import { onSpeak } from '#words/language.ts';

/** What makes the page work with its server gone. */
const offline = laterPart(() => import('#app/offline/offline.ts'));

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

// Parts that are fetched import this file's chunk, which must have come to its end by then: no waiting at the top level.
void start(root);

async function start(place: HTMLElement): Promise<void> {
  trustOwnAddresses();
  watchStyles();
  // Before the first drawing, so that a dark page does not flash white.
  showTheme();
  await speakFirst();
  const app = createApp(browserSurroundings());
  await app.opened;
  app.runs.awaitRun(true);
  const panels = embedOf(location.search);
  const page = createRoot(place);
  const draw = () =>
    page.render(
      <StrictMode>
        <ErrorBoundary part="page">
          <AppProvider app={app}>{panels ? <Embedded panels={panels} /> : <Shell />}</AppProvider>
        </ErrorBoundary>
      </StrictMode>,
    );
  draw();
  onSpeak(draw);
  if (!panels)
    recordsPart.come().then(
      ({ attend }) => attend(app),
      () => undefined,
    );
  ownModelsPart.come().then(
    ({ attendOwn }) => attendOwn(app, draw),
    () => undefined,
  );
  failureWords.come().then(draw, () => undefined);
  if (import.meta.env.PROD && 'serviceWorker' in navigator)
    fetchWhenIdle({ ...offline, come: async () => (await offline.come()).startOffline(app.store) });
  await fillStage(app);
}

async function fillStage(app: App): Promise<void> {
  try {
    // A run that a reload kept, or a link with its own experiment: then nothing else takes the stage.
    if (await app.runs.restore()) return;
    await playIsShown(app);
    app.runs.awaitRun(true);
    if (app.store.getState().draftFrom !== 'default') return;
    const entries = await loadRecorded();
    if (entries) app.runs.showRecorded(entries);
  } finally {
    app.runs.awaitRun(false);
  }
}

/** The recorded run begins when it can be seen. */
function playIsShown({ store }: App): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (store.getState().area.kind !== 'play') return;
      stop();
      resolve();
    };
    const stop = store.subscribe(look);
    look();
  });
}
