import { useEffect, useRef } from 'react';
import { shell } from '#words/en/shell.ts';
import { classes } from '#views/classes.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { Inspector } from './inspector.tsx';
import styles from './inspector-sheet.module.css';

/**
 * Where there is no room beside the stage: a sheet that leaves what is selected and the timeline in reach, from below on a phone, else
 * over the setup. It opens with a selection, and with the teacher's line over the stage, to be read.
 */
export function InspectorSheet({
  opened = false,
  onClose,
}: {
  /** Asked for, with nothing selected. */
  readonly opened?: boolean;
  readonly onClose?: () => void;
}) {
  const app = useActions();
  const selection = useApp((state) => state.selection);
  const sheet = useRef<HTMLElement>(null);
  const open = opened || selection !== null;
  useEffect(() => {
    if (!open) return;
    const close = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      app.view.select(null);
      onClose?.();
    };
    document.addEventListener('keydown', close);
    return () => document.removeEventListener('keydown', close);
  }, [app, open, onClose]);
  useEffect(() => {
    // Who asks for the sheet reads on in it; who selects something stays there.
    if (opened) sheet.current?.focus();
  }, [opened]);
  useEffect(() => {
    // On a phone the sheet takes the lower half of the stage: what was selected comes into the other one.
    if (selection && matchMedia('(max-width: 767.98px)').matches)
      document
        .querySelector('main :is([data-selected], svg [aria-pressed="true"] text)')
        ?.scrollIntoView({ block: 'nearest' });
  }, [selection]);
  if (!open) return null;
  return (
    <aside
      ref={sheet}
      className={styles.root}
      aria-label={shell.inspector}
      tabIndex={-1}
      data-sheet=""
      data-to-read={opened ? '' : undefined}
    >
      <button
        type="button"
        className={classes('button button-plain button-icon', styles.close)}
        aria-label={shell.closeInspector}
        onClick={() => {
          app.view.select(null);
          onClose?.();
        }}
      >
        <Icon name="close" />
      </button>
      <div className={classes('scrolls', styles.content)}>
        <Inspector selectedAlone={!opened} />
      </div>
    </aside>
  );
}
