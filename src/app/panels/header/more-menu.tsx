import { useEffect, useRef, useState } from 'react';
import { useActions } from '#app/store/use-app.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { lazyPart } from '#app/ui/lazy-part.tsx';
import { side } from '../side.ts';
import styles from './more-menu.module.css';
import { header } from '#words/en/header.ts';

const MoreItems = lazyPart(side, (part) => part.MoreItems);

/** Import, export and what the header has no room for. */
export function MoreMenu() {
  const app = useActions();
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!open) return;
    const escape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener('keydown', escape);
    return () => document.removeEventListener('keydown', escape);
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
        <>
          {/* Who presses beside the menu closes it, and does nothing else. */}
          <div role="presentation" className={styles.beside} onClick={() => setOpen(false)} />
          <section className={styles.menu} aria-label={header.more}>
            <MoreItems pick={pick} onImport={() => picker.current?.click()} />
          </section>
        </>
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
