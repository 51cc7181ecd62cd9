import { type ReactNode, useRef, useState } from 'react';
import { sharing } from '#words/en/sharing.ts';
import { useActions } from '../store/use-app.tsx';
import { Icon } from '../ui/icon.tsx';
import { classes } from '#views/classes.ts';
import { Rich } from '#views/rich.tsx';
import styles from './copy-field.module.css';

export interface CopyFieldProps {
  readonly label: string;
  readonly value: string;
  readonly rows: number;
  /** What the button says. */
  readonly copy: string;
  /** A program: its lines stay lines. */
  readonly code?: boolean;
  readonly children?: ReactNode;
}

/** A text that is made here and taken elsewhere: shown, measured and copied. */
export function CopyField({ label, value, rows, copy, code = false, children }: CopyFieldProps) {
  const app = useActions();
  const field = useRef<HTMLTextAreaElement>(null);
  /** What was copied; something else has not been. */
  const [copied, setCopied] = useState<{ readonly value: string; readonly ok: boolean } | null>(null);
  const told = copied?.value === value ? copied : null;
  async function onCopy() {
    const ok = await app.setup.copyText(value);
    setCopied({ value, ok });
    if (!ok) field.current?.select();
  }
  return (
    <div className={styles.root}>
      <label className={styles.field}>
        <span className={styles.label}>{label}</span>
        <textarea
          ref={field}
          className={classes('field-input', styles.text, code && styles.code)}
          readOnly
          rows={rows}
          value={value}
          translate="no"
          onFocus={(event) => event.currentTarget.select()}
        />
      </label>
      <div className={styles.foot}>
        <button
          type="button"
          className="button button-primary"
          disabled={value === ''}
          onClick={() => void onCopy()}
        >
          <Icon name="link" />
          {copy}
        </button>
        <span className="quiet">{sharing.link.length(value.length)}</span>
        {children}
        <output className={styles.told}>
          {told &&
            (told.ok ? (
              <Told>{sharing.copied}</Told>
            ) : (
              <Rich text={sharing.copyByHand} parts={{ keys: <span className="for-keys" /> }} />
            ))}
        </output>
      </div>
    </div>
  );
}

function Told({ children }: { readonly children: string }) {
  return (
    <span className="chip chip-right">
      <Icon name="right" size={13} />
      {children}
    </span>
  );
}
