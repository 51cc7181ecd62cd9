import { type ReactNode, useId } from 'react';
import { Icon } from './icon.tsx';
import { NumberBox } from './number-box.tsx';
import { shell } from '#words/en/shell.ts';
import { classes } from '#views/classes.ts';
import styles from './knob.module.css';
import { Slider } from '#views/slider.tsx';

export interface KnobFrameProps {
  readonly label: string;
  /** What it does, in one line. */
  readonly help: string;
  /** The paper's own setting and where it stands. */
  readonly paper?: string | undefined;
  /** Null where it already is at its default. */
  readonly onReset: (() => void) | null;
  readonly defaultText: string;
  /** Why it cannot be used. */
  readonly blocked?: string | null;
  readonly renderControl: (ids: {
    readonly id: string;
    readonly labelId: string;
    readonly helpId: string;
  }) => ReactNode;
}

/** A setting in one row: its name, its control, a way back to its default; what it does is said where it is pointed at or focused. */
export function KnobFrame({
  label,
  help,
  paper,
  onReset,
  defaultText,
  blocked,
  renderControl,
}: KnobFrameProps) {
  const id = useId();
  const ids = { id, labelId: `${id}-label`, helpId: `${id}-help` };
  return (
    <div className={classes('knob', styles.root)} data-blocked={blocked ? '' : undefined}>
      <label className={classes('knob-label', styles.label)} id={ids.labelId} htmlFor={id}>
        {label}
      </label>
      {renderControl(ids)}
      <button
        type="button"
        className={classes('button button-plain button-icon button-small', styles.reset)}
        disabled={!onReset}
        aria-label={shell.knob.reset(label, defaultText)}
        title={shell.knob.resetTo(defaultText)}
        onClick={onReset ?? undefined}
      >
        <Icon name="reset" size={13} />
      </button>
      {blocked && (
        <p className={classes('knob-blocked', styles.blocked)}>
          <Icon name="warning" size={12} />
          {blocked}
        </p>
      )}
      <p className="help-text" id={ids.helpId}>
        {help}
        {paper && <span className={styles.paper}> {paper}</span>}
      </p>
    </div>
  );
}

export interface NumberControlProps {
  readonly id: string;
  readonly helpId: string;
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly disabled?: boolean;
  readonly onChange: (value: number) => void;
}

/** A slider and the number it stands for; the number can be typed. */
export function SliderControl({
  id,
  helpId,
  label,
  value,
  min,
  max,
  step,
  disabled,
  onChange,
}: NumberControlProps) {
  return (
    <div className={styles.slider}>
      <Slider
        id={id}
        min={min}
        max={max}
        step={step}
        value={value}
        disabled={disabled}
        aria-describedby={helpId}
        onChange={onChange}
      />
      <NumberBox
        label={shell.knob.asNumber(label)}
        name={label}
        value={value}
        min={min}
        max={max}
        step={step}
        disabled={disabled ?? false}
        onChange={onChange}
      />
    </div>
  );
}
