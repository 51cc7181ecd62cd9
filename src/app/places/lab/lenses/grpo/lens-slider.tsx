import { useId } from 'react';
import styles from './grpo-lens.module.css';
import { Slider } from '#views/slider.tsx';

/** A setting of the lens: it acts at once, and its number stands beside it. */
export function LensSlider({
  label,
  value,
  text,
  min,
  max,
  step,
  disabled = false,
  onChange,
}: {
  readonly label: string;
  readonly value: number;
  /** The number as a person reads it. */
  readonly text: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly disabled?: boolean;
  readonly onChange: (value: number) => void;
}) {
  const id = useId();
  return (
    <div className={styles.setting}>
      <label className="knob-label" htmlFor={id}>
        {label}
      </label>
      <output className={styles.value} htmlFor={id} aria-live="off">
        {text}
      </output>
      <Slider
        id={id}
        min={min}
        max={max}
        step={step}
        value={value}
        disabled={disabled}
        aria-valuetext={text}
        onChange={onChange}
      />
    </div>
  );
}

/** One of several. */
export function LensChoice<Value extends string>({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly text: string }[];
  readonly onChange: (value: Value) => void;
}) {
  return (
    <label className={styles.choice}>
      <span className="knob-label">{label}</span>
      <select
        className="field-select"
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.currentTarget.value);
          if (chosen) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </label>
  );
}
