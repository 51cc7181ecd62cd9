import { type ComponentProps, useRef } from 'react';
import { classes } from './classes.ts';

interface SliderProps extends Omit<
  ComponentProps<'input'>,
  'type' | 'min' | 'max' | 'step' | 'value' | 'onChange'
> {
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/**
 * A range with its part up to the value filled; what lies outside of the range stands at its end. A browser moves it where a finger
 * comes down; when that begins a scroll, the value goes back.
 */
export function Slider({ min, max, step = 1, value, className, style, onChange, ...more }: SliderProps) {
  /** What it was when a finger came down. */
  const held = useRef<{ readonly value: number; moved: boolean } | null>(null);
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
      style={{ ...style, '--fill': `${fill}%` }}
      onPointerDown={() => {
        held.current = { value, moved: false };
      }}
      onPointerCancel={() => {
        // Not where it moved by itself, as the timeline does while it plays.
        if (held.current?.moved) onChange(held.current.value);
      }}
      onChange={(event) => {
        if (held.current) held.current.moved = true;
        onChange(event.currentTarget.valueAsNumber);
      }}
    />
  );
}
