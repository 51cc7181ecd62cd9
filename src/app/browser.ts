import { itemAt } from '#experiment/surely.ts';
import { cancelFrame, requestFrame } from '#views/one-frame.ts';
import { startRunWorker } from '#worker/start-run-worker.ts';
import { withLanguage } from './language.ts';
import { letNewestTakeOver } from './offline/newest.ts';
import { withLock, onPreferenceElsewhere, readPreference, writePreference } from './preferences.ts';
import { keepRuns } from './records/entry.ts';
import { keepsNothing } from './records/archive.ts';
import { embedOf } from './sharing/embed.ts';
import { saveFile } from './sharing/save-file.ts';
import type { AppEnvironment } from './store/app.ts';
import type { Frames } from './store/player.ts';

/** Where a reload keeps the run that is shown; each tab has its own. */
const keptRun = 'second-thought.run';

export const browserFrames: Frames = {
  now: () => performance.now(),
  request: (callback) => requestFrame(callback, true),
  cancel: cancelFrame,
};

/** The real browser, as the app needs it. */
export function browserSurroundings(): AppEnvironment {
  const runWorker = startRunWorker();
  return {
    runWorker,
    library: runWorker.library,
    servers: runWorker.servers,
    tabStorage: () => sessionStorage,
    storage: {
      read: (name) => readPreference(name, ''),
      write: writePreference,
      withLock,
      onChange: onPreferenceElsewhere,
    },
    frames: browserFrames,
    address: {
      fragment: () => location.hash,
      mark: () => {
        const state: unknown = history.state;
        return typeof state === 'object' &&
          state !== null &&
          'mark' in state &&
          typeof state.mark === 'string'
          ? state.mark
          : null;
      },
      replace: (fragment, mark) => history.replaceState({ mark }, '', fragment),
      // Inside another page, whose Back is not ours, nothing is added to its history.
      push: (fragment, mark) =>
        embedOf(location.search)
          ? history.replaceState({ mark }, '', fragment)
          : history.pushState({ mark }, '', fragment),
      back: () => history.back(),
      withFragment: (fragment) => withLanguage(`${location.href.split('#')[0]}${fragment}`),
      onMove(callback) {
        addEventListener('popstate', callback);
        return () => removeEventListener('popstate', callback);
      },
      later(callback, milliseconds) {
        const timer = setTimeout(callback, milliseconds);
        return () => clearTimeout(timer);
      },
    },
    copy: (text) => navigator.clipboard.writeText(text),
    save({ name, content }) {
      const type = name.endsWith('.gz') ? 'application/gzip' : 'application/json';
      saveFile(name, new Blob([content], { type }));
    },
    kept: {
      put(text) {
        try {
          sessionStorage.setItem(keptRun, text);
          return true;
        } catch {
          return false;
        }
      },
      take() {
        try {
          const text = sessionStorage.getItem(keptRun);
          sessionStorage.removeItem(keptRun);
          return text;
        } catch {
          return null;
        }
      },
    },
    // Another page's visitors have not asked for it.
    archive: embedOf(location.search) ? keepsNothing : keepRuns(),
    reload: () => void letNewestTakeOver().then(() => location.reload()),
    calm: matchMedia('(prefers-reduced-motion: reduce)').matches,
    random: () => itemAt(crypto.getRandomValues(new Uint32Array(1)), 0),
  };
}
