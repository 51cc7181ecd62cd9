import { useId } from 'react';
import styles from './share-link.module.css';

/** One of a few, side by side. */
export function OneOf<Option extends string>({
  legend,
  options,
  nameOf,
  value,
  onChange,
}: {
  readonly legend: string;
  readonly options: readonly Option[];
  readonly nameOf: (option: Option) => string;
  readonly value: Option;
  readonly onChange: (value: Option) => void;
}) {
  const name = useId();
  return (
    <fieldset className={styles.choices}>
      <legend className="knob-label">{legend}</legend>
      <div className="segmented">
        {options.map((option) => (
          <label key={option}>
            <input type="radio" name={name} checked={value === option} onChange={() => onChange(option)} />
            <span>{nameOf(option)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
