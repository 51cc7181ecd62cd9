import { useEffect, useRef } from 'react';
import { lengthOf } from '#app/store/transitions.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { type Theme, useTheme } from '#app/theme.ts';
import { Icon } from '#app/ui/icon.tsx';
import { LanguageChoice } from './language-choice.tsx';
import { classes } from '#views/classes.ts';
import styles from './more-menu.module.css';
import { header } from '#words/en/header.ts';
import { menu } from '#words/en/menu.ts';

const themes: readonly Theme[] = ['auto', 'light', 'dark'];

interface MoreItemsProps {
  /** Closes the menu, then does what was chosen. */
  readonly pick: (perform: () => void) => void;
  readonly onImport: () => void;
}

/** What stands in the menu; fetched with the parts that a first visit does not show. */
export function MoreItems({ pick, onImport }: MoreItemsProps) {
  const app = useActions();
  const hasLog = useApp((state) => lengthOf(state) > 0);
  const { theme, setTheme } = useTheme();
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <>
      <button
        ref={first}
        type="button"
        className={styles.item}
        onClick={() => pick(() => void app.setup.copyLink())}
      >
        <Icon name="link" />
        {header.copyLink}
      </button>
      <button type="button" className={styles.item} onClick={() => pick(() => app.view.openDialog('share'))}>
        <Icon name="share" />
        {header.share}
      </button>
      <button
        type="button"
        className={styles.item}
        disabled={!hasLog}
        onClick={() => pick(() => app.view.present(true))}
      >
        <Icon name="enlarge" />
        {menu.present}
      </button>
      <button type="button" className={styles.item} onClick={() => pick(() => app.view.openDialog('models'))}>
        <Icon name="chip" />
        {menu.models}
      </button>
      <button type="button" className={styles.item} onClick={() => pick(() => app.view.showTab('compare'))}>
        <Icon name="compare" />
        {menu.compare}
      </button>
      <button
        type="button"
        className={styles.item}
        onClick={() => pick(() => app.view.openDialog('history'))}
      >
        <Icon name="wait" />
        {menu.history}
      </button>
      <button
        type="button"
        className={styles.item}
        disabled={!hasLog}
        onClick={() => pick(() => void app.runs.exportRun())}
      >
        <Icon name="export" />
        {menu.exportRun}
      </button>
      <button type="button" className={styles.item} onClick={() => pick(onImport)}>
        <Icon name="import" />
        {menu.importRun}
      </button>
      <button
        type="button"
        className={classes(styles.item, 'for-keys')}
        onClick={() => pick(() => app.view.openDialog('keys'))}
      >
        <Icon name="keys" />
        {header.keys}
      </button>
      <label className={styles.language}>
        {header.language}
        <LanguageChoice className="field-select" />
      </label>
      <fieldset className={styles.theme}>
        <legend>{menu.theme}</legend>
        <div className="segmented">
          {themes.map((id) => (
            <label key={id}>
              <input type="radio" name="theme" checked={theme === id} onChange={() => setTheme(id)} />
              <span>{menu.themes[id]}</span>
            </label>
          ))}
        </div>
      </fieldset>
    </>
  );
}
