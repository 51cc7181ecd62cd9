import { useEffect, useId, useState } from 'react';
import { useActions, useApp } from '../store/use-app.tsx';
import { shell } from '#words/en/shell.ts';

export interface TextBoxProps {
  readonly id: string;
  readonly helpId: string;
  /** For people: `Word`. */
  readonly label: string;
  readonly value: string;
  readonly maxLength: number;
  /** What is allowed. */
  readonly pattern: RegExp;
  readonly disabled?: boolean;
  readonly onChange: (value: string) => void;
}

/** A line of text that passes on only what says something. A blank stays as it was typed, marked, and nothing runs until it is mended. */
export function TextBox({ id, helpId, label, value, maxLength, pattern, disabled, onChange }: TextBoxProps) {
  const app = useActions();
  const own = useId();
  const setups = useApp((state) => state.setups);
  /** What was typed and not passed on, over which value, in which setup. */
  const [typed, setTyped] = useState<{
    readonly text: string;
    readonly over: string;
    readonly setups: number;
  } | null>(null);
  const blank = typed && typed.over === value && typed.setups === setups ? typed.text : null;
  const isBlank = blank !== null;
  useEffect(() => {
    if (!isBlank) return;
    app.setup.markField(own, { kind: 'blank', name: label });
    return () => app.setup.markField(own, null);
  }, [app, own, isBlank, label]);

  function take(text: string): void {
    const allowed = pattern.test(text);
    setTyped(allowed ? null : { text, over: value, setups });
    if (allowed) onChange(text);
  }

  return (
    <input
      id={id}
      className="field-input"
      type="text"
      value={blank ?? value}
      maxLength={maxLength}
      disabled={disabled}
      aria-describedby={helpId}
      aria-invalid={isBlank}
      title={isBlank ? shell.knob.mustNotBeBlank : undefined}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => take(event.currentTarget.value)}
    />
  );
}
