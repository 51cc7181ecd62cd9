import { type ReactNode, useEffect, useId, useRef } from 'react';
import { surely } from '#experiment/surely.ts';
import { Icon } from './icon.tsx';
import { shell } from '#words/en/shell.ts';

export interface DialogProps {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A modal dialog on the browser's own <dialog>: focus stays inside, Escape closes, focus returns where it was. */
export function Dialog({ title, open, onClose, className = 'dialog', children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = surely(dialog.current, 'dialog');
    if (open && !element.open) element.showModal();
    if (!open && element.open) element.close();
  }, [open]);
  useEffect(() => {
    const element = surely(dialog.current, 'dialog');
    // The backdrop counts as the dialog itself; Escape does the same by key.
    const outside = (event: MouseEvent) => event.target === element && element.close();
    element.addEventListener('click', outside);
    return () => element.removeEventListener('click', outside);
  }, []);
  return (
    // Escape goes through the state: closed by the browser, it would stay open there for a moment, in which a key that opens it did nothing.
    <dialog
      ref={dialog}
      className={className}
      aria-labelledby={titleId}
      onClose={() => open && onClose()}
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
    >
      <div className="dialog-head">
        <h2 id={titleId} className="dialog-title">
          {title}
        </h2>
        <button
          type="button"
          className="button button-plain button-icon"
          aria-label={shell.close}
          onClick={onClose}
        >
          <Icon name="close" />
        </button>
      </div>
      <div className="dialog-body scrolls">{open && children}</div>
    </dialog>
  );
}
