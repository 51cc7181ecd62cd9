import type { OptionWords } from '#words/kinds.ts';
import type { Control } from '#experiment/control.ts';
import { NumberBox } from '#app/ui/number-box.tsx';
import { TextBox } from '#app/ui/text-box.tsx';
import styles from '#app/ui/knob.module.css';
import { shell } from '#words/en/shell.ts';
import { Slider } from '#views/slider.tsx';

export interface KnobControlProps {
  readonly ids: { readonly id: string; readonly labelId: string; readonly helpId: string };
  readonly knob: string;
  readonly label: string;
  /** What an option of a choice is called and does. */
  readonly option: (value: string) => OptionWords;
  readonly control: Control;
  readonly value: unknown;
  readonly disabled: boolean;
  readonly onChange: (value: unknown) => void;
}

/** Where a slider ends although larger numbers can be typed: what is of use to a model as small as the page's own. */
const reach: Readonly<Record<string, number>> = {
  thinkingTokens: 240,
  tokens: 10_000,
  simulations: 200,
  maxSteps: 20,
  exploration: 5,
  retries: 32,
};

/** Up to three options in a few letters stand side by side; more become a list. */
const inOneRow = 12;

/** The control that a knob's schema asks for: slider and number, choice, or text. */
export function KnobControl({
  ids,
  knob,
  label,
  option: describe,
  control,
  value,
  disabled,
  onChange,
}: KnobControlProps) {
  switch (control.type) {
    case 'number': {
      const { min, max, whole } = control;
      const end = Math.max(Number(value), Math.min(max, reach[knob] ?? max));
      const step = whole ? (end > 2000 ? 100 : 1) : end <= 1 ? 0.01 : 0.1;
      return (
        <div className={styles.slider}>
          <Slider
            id={ids.id}
            min={min}
            max={end}
            step={step}
            value={Number(value)}
            disabled={disabled}
            aria-describedby={ids.helpId}
            onChange={onChange}
          />
          <NumberBox
            label={shell.knob.asNumber(label)}
            name={label}
            value={Number(value)}
            min={min}
            max={max}
            step={whole ? 1 : step}
            disabled={disabled}
            onChange={onChange}
          />
        </div>
      );
    }
    case 'choice': {
      const options = control.options.map((option) => ({ option, ...describe(option) }));
      if (options.length <= 3 && options.reduce((length, { name }) => length + name.length, 0) <= inOneRow) {
        return (
          <div
            className="segmented"
            role="radiogroup"
            aria-labelledby={ids.labelId}
            aria-describedby={ids.helpId}
          >
            {options.map(({ option, name, does }) => (
              <label key={option} title={does}>
                <input
                  type="radio"
                  name={ids.id}
                  checked={value === option}
                  disabled={disabled}
                  onChange={() => onChange(option)}
                />
                <span>{name}</span>
              </label>
            ))}
          </div>
        );
      }
      return (
        <select
          id={ids.id}
          className="field-select"
          value={String(value)}
          disabled={disabled}
          aria-describedby={ids.helpId}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          {options.map(({ option, name, does }) => (
            <option key={option} value={option} title={does}>
              {name}
            </option>
          ))}
        </select>
      );
    }
    case 'text':
      return (
        <TextBox
          id={ids.id}
          helpId={ids.helpId}
          label={label}
          value={String(value)}
          maxLength={control.maxLength}
          pattern={control.pattern}
          disabled={disabled}
          onChange={onChange}
        />
      );
    case 'verifier':
    case 'model':
      return null;
  }
}
