import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Moment } from '#experiment/moment.ts';
import { momentStepAt } from '#run/moments.ts';
import { compare } from '#words/en/compare.ts';
import { sharing } from '#words/en/sharing.ts';
import { stage } from '#words/en/stage.ts';
import { browserFrames } from '../browser.ts';
import { experimentLine } from '../panels/experiment-line.ts';
import { tabsOf } from '../stage-tabs.tsx';
import { shownExperiment, shownTab } from '../store/main-tab.ts';
import { stagesOf } from '../store/stages.ts';
import { lengthOf, sharedWith } from '../store/transitions.ts';
import { useActions, useApp } from '../store/use-app.tsx';
import { useTheme } from '../theme.ts';
import { tabPanel } from '../ui/tabs.tsx';
import { animationOf, framesOf, framesOver } from './picture/animate.ts';
import { type Picture, pictureOf, type PictureTheme, type PictureWords } from './picture/picture.ts';
import { pngOf } from './picture/raster.ts';
import { saveFile } from './save-file.ts';
import styles from './share-picture.module.css';
import { pageAddress, useComparing, useFragment } from './use-shared-link.ts';
import { problems as problemWords } from '#words/en/problems.ts';

/** Where in the run a picture is of, and the link to it. */
interface PicturePlace {
  readonly cursor: number;
  readonly link: string;
  readonly theme: PictureTheme;
}

const themes: readonly PictureTheme[] = ['light', 'dark'];

/** What stands on the stage, as a picture or an animation to be saved. */
export function SharePicture() {
  const app = useActions();
  const { dark } = useTheme();
  const [theme, setTheme] = useState<PictureTheme>(dark ? 'dark' : 'light');
  const comparing = useComparing();
  const experiment = useApp((state) => (comparing ? state.draft : shownExperiment(state)));
  const log = useApp((state) => state.log);
  const view = useApp((state) => state.view);
  const cursor = useApp((state) => state.cursor);
  const length = useApp(lengthOf);
  const wished = useApp((state) => state.tab);
  const title = useApp((state) => sharedWith(state.shared, experiment)?.moment.title ?? null);
  const tabs = tabsOf({ log, view });
  const tab = shownTab(wished, tabs);
  const compared = useStore(
    app.runs.compare.store,
    ({ runs, subject }) => runs.length > 0 || subject.kind !== 'arms',
  );
  const moment: Moment = log && !comparing ? { step: momentStepAt(log.entries, cursor), tab } : {};
  const link = pageAddress() + useFragment(experiment, moment);
  const wordsAt = (place: PicturePlace): PictureWords => ({
    name: sharing.picture.name({ picture: stage.tabs[tab], cursor: place.cursor, length }),
    title,
    caption: sharing.picture.caption({
      problem: problemWords.text(experiment.problem),
      line: tab === 'compare' ? compare.heading.title : experimentLine(experiment),
    }),
    link: place.link,
  });
  const [picture, setPicture] = useState<Picture | null>(null);
  const [busy, setBusy] = useState<{ readonly share: number; readonly abort: AbortController } | null>(null);
  const [told, tell] = useState('');
  const take = (place: PicturePlace, least?: Picture['inner']): Picture | null => {
    const root = document.getElementById(tabPanel(tab).id);
    return root && pictureOf(root, wordsAt(place), place.theme, least);
  };
  const name = (ending: string) => `second-thought-${tab}.${ending}`;

  // The stage draws in its own time, and may still be fetching the tab.
  const latest = useRef({ take, busy });
  useLayoutEffect(() => {
    latest.current = { take, busy };
  });
  const animating = busy !== null;
  useEffect(() => {
    if (animating) return;
    let timer = setTimeout(update, 60);
    function update() {
      setPicture(latest.current.take({ link, cursor, theme }));
    }
    const watch = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(update, 200);
    });
    const root = document.getElementById(tabPanel(tab).id);
    if (root) watch.observe(root, { childList: true, subtree: true });
    return () => {
      clearTimeout(timer);
      watch.disconnect();
    };
  }, [tab, theme, cursor, link, animating, latest]);

  async function save(ending: 'svg' | 'png' | 'gif', make: () => Promise<Blob | null>) {
    tell('');
    try {
      const made = await make();
      if (!made) return;
      saveFile(name(ending), made);
      tell(sharing.picture.saved(name(ending)));
    } catch {
      tell(sharing.picture.failed);
    }
  }

  async function animate(): Promise<Blob | null> {
    const stages = tab === 'compare' ? stagesOf(app, browserFrames).store.getState() : null;
    if (!stages && !log) return null;
    const abort = new AbortController();
    setBusy({ share: 0, abort });
    try {
      return await animationOf({
        places: stages ? framesOver(stages.extent) : framesOf(log?.entries ?? []),
        signal: abort.signal,
        onProgress: (share) => setBusy({ share, abort }),
        async show(at) {
          app.view.seek(at);
          await drawn();
        },
        take(least) {
          const made = latest.current.take({ link, cursor: length, theme }, least);
          if (!made) throw new DOMException('no stage', 'NotFoundError');
          return made;
        },
      });
    } catch (error) {
      if (abort.signal.aborted) return null;
      throw error;
    } finally {
      app.view.seek(stages?.place ?? cursor);
      setBusy(null);
    }
  }
  useEffect(() => () => latest.current.busy?.abort.abort(), [latest]);

  if (!log && wished !== 'compare') return <p className="quiet">{sharing.picture.none}</p>;
  return (
    <>
      <div className={styles.choices}>
        <label className={styles.which}>
          <span className="knob-label">{sharing.picture.which}</span>
          <select
            className="field-select"
            value={tab}
            disabled={animating}
            onChange={(event) => {
              const chosen = tabs.find((one) => one === event.currentTarget.value);
              if (chosen) app.view.showTab(chosen);
            }}
          >
            {tabs.map((id) => (
              <option key={id} value={id}>
                {stage.tabs[id]}
              </option>
            ))}
          </select>
        </label>
        <fieldset className={styles.which}>
          <legend className="knob-label">{sharing.picture.theme}</legend>
          <div className="segmented">
            {themes.map((id) => (
              <label key={id}>
                <input
                  type="radio"
                  name="picture-theme"
                  checked={theme === id}
                  disabled={animating}
                  onChange={() => setTheme(id)}
                />
                <span>{sharing.picture.themes[id]}</span>
              </label>
            ))}
          </div>
        </fieldset>
      </div>
      <figure className={styles.preview}>
        {picture && (
          <img
            src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture.svg)}`}
            alt={sharing.picture.preview}
          />
        )}
      </figure>
      <div className="row">
        <button
          type="button"
          className="button button-primary"
          disabled={!picture || animating}
          onClick={() => void save('png', async () => (picture ? pngOf(picture) : null))}
        >
          {sharing.picture.png}
        </button>
        <button
          type="button"
          className="button"
          disabled={!picture || animating}
          onClick={() =>
            void save('svg', async () => picture && new Blob([picture.svg], { type: 'image/svg+xml' }))
          }
        >
          {sharing.picture.svg}
        </button>
        <button
          type="button"
          className="button"
          disabled={!picture || animating || (tab === 'compare' && !compared)}
          onClick={() => void save('gif', animate)}
        >
          {sharing.picture.gif}
        </button>
        {picture && <span className={styles.size}>{sharing.picture.size(picture)}</span>}
      </div>
      {busy && (
        <div className={styles.busy}>
          <progress className="progress" aria-label={sharing.picture.progress} max={1} value={busy.share} />
          <button type="button" className="button button-small" onClick={() => busy.abort.abort()}>
            {sharing.picture.cancel}
          </button>
        </div>
      )}
      <output className={styles.help}>{told === '' ? sharing.picture.help : told}</output>
    </>
  );
}

/** Until the page has drawn what was just asked for: React at once, pictures in the frames that follow. */
async function drawn(): Promise<void> {
  for (let frame = 0; frame < 3; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
}
