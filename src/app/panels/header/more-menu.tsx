import { useEffect, useRef, useState } from 'react';
import { lengthOf } from '#app/store/transitions.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { type Theme, useTheme } from '#app/theme.ts';
import { Icon } from '#app/ui/icon.tsx';
import styles from './more-menu.module.css';
import { header } from '#words/en/header.ts';

const themes: readonly Theme[] = ['auto', 'light', 'dark'];

/** Import, export and what the header has no room for. */
export function MoreMenu() {
  const app = useActions();
  const hasLog = useApp((state) => lengthOf(state) > 0);
  const { theme, setTheme } = useTheme();
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!open) return;
    root.current?.querySelector<HTMLElement>('section button')?.focus();
    const outside = (event: PointerEvent) =>
      event.target instanceof Node && !root.current?.contains(event.target) && setOpen(false);
    const escape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      setOpen(false);
      button.current?.focus();
    };
    addEventListener('pointerdown', outside);
    document.addEventListener('keydown', escape);
    return () => {
      removeEventListener('pointerdown', outside);
      document.removeEventListener('keydown', escape);
    };
  }, [open]);

  function pick(perform: () => void): void {
    setOpen(false);
    button.current?.focus();
    perform();
  }
  return (
    <div
      ref={root}
      className={styles.root}
      onBlur={(event) =>
        event.relatedTarget instanceof Node && !root.current?.contains(event.relatedTarget) && setOpen(false)
      }
    >
      <button
        ref={button}
        type="button"
        className="button button-plain button-icon"
        aria-label={header.more}
        title={header.more}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name="more" size={18} />
      </button>
      {open && (
        <section className={styles.menu} aria-label={header.more}>
          <button type="button" className={styles.item} onClick={() => pick(() => void app.setup.copyLink())}>
            <Icon name="link" />
            {header.copyLink}
          </button>
          <button
            type="button"
            className={styles.item}
            onClick={() => pick(() => app.view.openDialog('share'))}
          >
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
            {header.present}
          </button>
          <button
            type="button"
            className={styles.item}
            onClick={() => pick(() => app.view.openDialog('models'))}
          >
            <Icon name="chip" />
            {header.models}
          </button>
          <button
            type="button"
            className={styles.item}
            onClick={() => pick(() => app.view.showTab('compare'))}
          >
            <Icon name="compare" />
            {header.compare}
          </button>
          <button
            type="button"
            className={styles.item}
            onClick={() => pick(() => app.view.openDialog('history'))}
          >
            <Icon name="wait" />
            {header.history}
          </button>
          <button
            type="button"
            className={styles.item}
            disabled={!hasLog}
            onClick={() => pick(() => void app.runs.exportRun())}
          >
            <Icon name="export" />
            {header.exportRun}
          </button>
          <button type="button" className={styles.item} onClick={() => pick(() => picker.current?.click())}>
            <Icon name="import" />
            {header.importRun}
          </button>
          <button
            type="button"
            className={styles.item}
            onClick={() => pick(() => app.view.openDialog('keys'))}
          >
            <Icon name="keys" />
            {header.keys}
          </button>
          <fieldset className={styles.theme}>
            <legend>{header.theme}</legend>
            <div className="segmented">
              {themes.map((id) => (
                <label key={id}>
                  <input type="radio" name="theme" checked={theme === id} onChange={() => setTheme(id)} />
                  <span>{header.themes[id]}</span>
                </label>
              ))}
            </div>
          </fieldset>
        </section>
      )}
      <input
        ref={picker}
        type="file"
        accept=".json,.gz,application/json,application/gzip"
        className="hidden-visually"
        aria-label={header.runFile}
        tabIndex={-1}
        aria-hidden
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file) void app.runs.importRun(file);
        }}
      />
    </div>
  );
}
