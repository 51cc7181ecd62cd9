import { useEffect, useId, useMemo, useState } from 'react';
import { readTypedNumber } from '#experiment/typed-number.ts';
import { numbers } from '#words/en/numbers.ts';
import { useActions, useApp } from '../store/use-app.tsx';
import { Icon } from './icon.tsx';
import styles from './number-box.module.css';

export interface NumberBoxProps {
  readonly id?: string;
  readonly helpId?: string;
  /** Its name for those who hear the page, where no label stands for it. */
  readonly label?: string;
  /** What it is called where something is wrong with it; its label, if it has no shorter name. */
  readonly name?: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  readonly disabled?: boolean;
  readonly onChange: (value: number) => void;
}

/**
 * A number box that passes on only what is in range. What is not stays as it was typed, marked and with the reason beneath
 * it, and nothing runs until it is mended: a run of other numbers than those on the screen would be a lie.
 */
export function NumberBox({
  id,
  helpId,
  label,
  name = label,
  value,
  min,
  max,
  step = 1,
  disabled,
  onChange,
}: NumberBoxProps) {
  const app = useActions();
  const own = useId();
  const setups = useApp((state) => state.setups);
  /** What was typed, over which value, in which setup: once another one comes from elsewhere, the text has had its time. */
  const [typed, setTyped] = useState<{
    readonly text: string;
    readonly over: number;
    readonly setups: number;
  } | null>(null);
  // Where it has no say it cannot be mended either, so what was typed does not stay.
  const text = typed && !disabled && typed.over === value && typed.setups === setups ? typed.text : null;
  const whole = step >= 1;
  const fault = useMemo(() => {
    const read = text === null ? null : readTypedNumber(text, { min, max, whole });
    return read?.ok === false ? read.fault : null;
  }, [text, min, max, whole]);
  useEffect(() => {
    if (fault === null) return;
    app.setup.markField(own, { kind: 'number', name: name ?? null, fault });
    return () => app.setup.markField(own, null);
  }, [app, own, name, fault]);

  function take(written: string): void {
    const next = readTypedNumber(written, { min, max, whole });
    setTyped({ text: written, over: next.ok ? next.value : value, setups });
    if (next.ok) onChange(next.value);
  }

  return (
    <>
      <input
        id={id}
        className="field-input number-box"
        type="text"
        inputMode={step < 1 ? 'decimal' : 'numeric'}
        autoComplete="off"
        value={text ?? String(value)}
        disabled={disabled}
        aria-label={label}
        aria-invalid={fault !== null}
        aria-describedby={[fault === null ? undefined : own, helpId].filter(Boolean).join(' ') || undefined}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => take(event.currentTarget.value)}
        onBlur={() => fault === null && setTyped(null)}
        onKeyDown={(event) => {
          const by = { ArrowUp: step, ArrowDown: -step }[event.key];
          if (!by) return;
          event.preventDefault();
          setTyped(null);
          onChange(Math.min(max, Math.max(min, Number((value + by).toFixed(4)))));
        }}
      />
      {fault !== null && (
        <span className={styles.fault} id={own}>
          <Icon name="warning" size={12} />
          {numbers.fault(fault)}
        </span>
      )}
    </>
  );
}
