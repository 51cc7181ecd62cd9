import { useEffect, useId, useState } from 'react';
import { useActions, useApp } from '../store/use-app.tsx';

export interface NumberBoxProps {
  readonly id?: string;
  readonly helpId?: string;
  readonly label?: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  readonly disabled?: boolean;
  readonly onChange: (value: number) => void;
}

/**
 * A number box that passes on only what is in range. What is not stays as it was typed, marked, and nothing runs until it
 * is mended: a run of other numbers than those on the screen would be a lie.
 */
export function NumberBox({ id, helpId, label, value, min, max, step = 1, disabled, onChange }: NumberBoxProps) {
  const app = useActions();
  const own = useId();
  const setups = useApp((state) => state.setups);
  /** What was typed, over which value, in which setup: once another one comes from elsewhere, the text has had its time. */
  const [typed, setTyped] = useState<{ readonly text: string; readonly over: number; readonly setups: number } | null>(null);
  const text = typed && typed.over === value && typed.setups === setups ? typed.text : null;
  const valid = text === null || (text.trim() !== '' && isAllowed(Number(text), min, max, step));
  const range = `from ${min} to ${max}${step >= 1 ? ', whole' : ''}`;
  useEffect(() => {
    if (valid) return;
    app.markField(own, `A number in the setup is out of range: it must be ${range}.`);
    return () => app.markField(own, null);
  }, [app, own, valid, range]);

  function take(next: string): void {
    const written = next.replace(',', '.');
    const number = Number(written);
    const allowed = written.trim() !== '' && isAllowed(number, min, max, step);
    setTyped({ text: written, over: allowed ? number : value, setups });
    if (allowed) onChange(number);
  }

  return (
    <input id={id} className="field-input number-box" type="text" inputMode={step < 1 ? 'decimal' : 'numeric'} autoComplete="off"
      value={text ?? String(value)} disabled={disabled} aria-label={label} aria-describedby={helpId} aria-invalid={!valid}
      title={valid ? undefined : `Must be ${range}`}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => take(event.currentTarget.value)}
      onBlur={() => valid && setTyped(null)}
      onKeyDown={(event) => {
        const by = { ArrowUp: step, ArrowDown: -step }[event.key];
        if (!by) return;
        event.preventDefault();
        setTyped(null);
        onChange(Math.min(max, Math.max(min, Number((value + by).toFixed(4)))));
      }} />
  );
}

function isAllowed(value: number, min: number, max: number, step: number): boolean {
  return Number.isFinite(value) && value >= min && value <= max && (step < 1 || Number.isInteger(value));
}
