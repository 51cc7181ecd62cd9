import type { ComponentProps } from 'react';
import { classes } from '#views/classes.ts';

interface SliderProps extends Omit<
  ComponentProps<'input'>,
  'type' | 'min' | 'max' | 'step' | 'value' | 'style' | 'onChange'
> {
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** A range with its part up to the value filled; what lies outside of the range stands at its end. */
export function Slider({ min, max, step = 1, value, className, onChange, ...more }: SliderProps) {
  const within = Math.min(max, Math.max(min, value));
  const fill = max > min ? ((within - min) / (max - min)) * 100 : 0;
  return (
    <input
      {...more}
      className={classes('slider', className)}
      type="range"
      min={min}
      max={max}
      step={step}
      value={value}
      style={{ '--fill': `${fill}%` }}
      onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
    />
  );
}
