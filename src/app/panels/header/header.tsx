import { PlaceLinks } from '#app/places/place-links.tsx';
import { isOnlyHere, showsPlay } from '#app/store/areas.ts';
import { experimentOf } from '#app/store/main-tab.ts';
import { sameExperiment } from '#app/store/same-experiment.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { lazyPart } from '#app/ui/lazy-part.tsx';
import { setupBeside, useMedia } from '#app/ui/use-media.ts';
import { classes } from '#views/classes.ts';
import { strategyBrief } from '#words/describe.ts';
import { header } from '#words/en/header.ts';
import { side } from '../side.ts';
import { RunButton } from '../run-button.tsx';
import { MoreMenu } from './more-menu.tsx';
import { ThemeButton } from './theme-button.tsx';
import { problems as problemWords } from '#words/en/problems.ts';
import styles from './header.module.css';

/** Its place is kept until it comes. */
const LanguageButton = lazyPart(
  side,
  (part) => part.LanguageButton,
  () => <span className="button-icon" />,
);

/** Name, places and what concerns the whole page; where there is no room for the setup beside the stage, the way to it and Run. */
export function Header() {
  const app = useActions();
  const roomForSetup = useMedia(setupBeside);
  const playing = useApp((state) => showsPlay(state.area));
  const onlyHere = useApp((state) => isOnlyHere(state.area));
  return (
    <header className={styles.root} data-away={playing ? undefined : ''}>
      <div className={styles.brand}>
        <svg width="26" height="26" viewBox="0 0 32 32" aria-hidden="true">
          <path
            d="M2 23.5h14.2a7.1 7.1 0 1 0-7.1-7.1c0 4.2 3.1 7.1 7.4 7.1H24"
            fill="none"
            stroke="currentColor"
            strokeWidth="2.6"
            strokeLinecap="round"
          />
          <circle cx="28.4" cy="23.5" r="2.3" fill="var(--forced-mark)" />
        </svg>
        <h1 className={styles.brandName} translate="no">
          Second Thought
        </h1>
      </div>
      <PlaceLinks />
      <div className={styles.actions}>
        {roomForSetup && !onlyHere && (
          <button type="button" className="button button-plain" onClick={() => void app.setup.copyLink()}>
            <Icon name="link" />
            {header.copyLink}
          </button>
        )}
        {playing && <MoreMenu />}
        {(roomForSetup || !playing) && (
          <>
            <LanguageButton />
            <ThemeButton />
          </>
        )}
        {roomForSetup && (
          <button
            type="button"
            className="button button-plain button-icon for-keys"
            aria-label={header.keys}
            title={header.keysKey}
            onClick={() => app.view.openDialog('keys')}
          >
            <Icon name="keys" size={18} />
          </button>
        )}
      </div>
      {playing && !roomForSetup && <SetupLine />}
    </header>
  );
}

/** What is set up, as the button that opens the setup, and Run; while the setup is open, Run stands in it. */
function SetupLine() {
  const app = useActions();
  const draft = useApp((state) => state.draft);
  const open = useApp((state) => state.setupOpen);
  const changed = useApp((state) => {
    const shown = experimentOf(state.log);
    return shown !== null && !sameExperiment(shown, state.draft);
  });
  const problem = problemWords.text(draft.problem);
  const strategy = strategyBrief(draft.strategy);
  return (
    <div className={styles.setupLine}>
      <button
        type="button"
        className={classes('button', styles.setupButton)}
        aria-haspopup="dialog"
        onClick={() => app.view.openSetup(true)}
      >
        <Icon name="sliders" />
        <span className="hidden-visually">{header.setupIs}</span>
        <span className={styles.setupWords}>
          <span className={styles.setupProblem} translate="no">
            {problem}
          </span>
          <span className={styles.setupStrategy}>
            {changed && <strong className={styles.changed}>{header.changed} </strong>}
            {strategy}
          </span>
        </span>
      </button>
      {!open && <RunButton />}
    </div>
  );
}
