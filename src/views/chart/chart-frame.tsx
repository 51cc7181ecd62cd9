import { type ReactNode, type RefObject, useId, useState } from 'react';
import { charts } from '#words/en/charts.ts';
import type { ChartChoice } from './chart-data.ts';
import { type ChartTable, csvOf } from './chart-table.ts';
import { ChartTableView } from './chart-table-view.tsx';
import styles from './chart-frame.module.css';

export type SavedForm = 'csv' | 'svg' | 'png';
const forms: readonly SavedForm[] = ['csv', 'svg', 'png'];

/** A chart that a person wants as a file. */
export interface ChartToSave {
  readonly form: SavedForm;
  readonly title: string;
  /** Its numbers. */
  readonly csv: string;
  /** What is drawn, with its legend and what is said below it. */
  readonly figure: HTMLElement;
}

/** What all charts have around them. */
export interface ChartFrameProps {
  readonly title: string;
  /** What it comes to, in a sentence below the title. */
  readonly finding?: string | null;
  /** What is shown and how it was made, below the chart. */
  readonly note?: string;
  readonly choices?: readonly ChartChoice[];
  /** Hands a chart on as a file; without it none can be saved. */
  readonly onSave?: (chart: ChartToSave) => void;
  /** The picture alone, where a text around it says the rest and the whole chart is a link away. */
  readonly bare?: boolean;
}

interface FrameParts extends ChartFrameProps {
  readonly table: ChartTable;
  /** The drawing, on whose element pictures are made. */
  readonly figure: RefObject<HTMLDivElement | null>;
  /** Switches of this kind of chart. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

/** A chart with its title, its switches, its numbers as a table, and the ways to save it. */
export function ChartFrame({
  title,
  finding = null,
  note,
  choices = [],
  onSave,
  bare = false,
  table,
  figure,
  tools,
  children,
}: FrameParts) {
  const id = useId();
  const [asTable, setAsTable] = useState(false);
  if (bare)
    return (
      <figure className={styles.root} aria-labelledby={id}>
        <figcaption className="hidden-visually" id={id}>
          {title}
        </figcaption>
        <div ref={figure}>{children}</div>
      </figure>
    );
  return (
    <figure className={styles.root} aria-labelledby={id}>
      <figcaption className={styles.title} id={id}>
        {title}
      </figcaption>
      {finding !== null && <p className={styles.finding}>{finding}</p>}
      <div className={styles.tools} data-picture="no">
        {choices.map(({ label, options, chosen, onChoose }) => (
          <label key={label} className={styles.choice}>
            <span className="knob-label">{label}</span>
            <select
              className="field-select"
              value={chosen}
              onChange={(event) => onChoose(event.currentTarget.value)}
            >
              {options.map((option) => (
                <option key={option.key} value={option.key}>
                  {option.name}
                </option>
              ))}
            </select>
          </label>
        ))}
        {!asTable && tools}
        <span className={styles.push} />
        <button
          type="button"
          className="button button-small"
          aria-pressed={asTable}
          onClick={() => setAsTable(!asTable)}
        >
          {charts.table}
        </button>
        {onSave && (
          <span
            className={styles.save}
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset is for form fields
            role="group"
            aria-label={charts.saveAs(title)}
          >
            {forms.map((form) => (
              <button
                key={form}
                type="button"
                className="button button-small"
                disabled={asTable && form !== 'csv'}
                aria-label={charts.saveForm[form]}
                onClick={() => {
                  if (figure.current) onSave({ form, title, csv: csvOf(table), figure: figure.current });
                }}
              >
                {charts.forms[form]}
              </button>
            ))}
          </span>
        )}
      </div>
      {asTable && <ChartTableView table={table} title={title} />}
      <div ref={figure}>
        {/* Out of sight it stays as it is: what is looked at, and which line alone. */}
        <div hidden={asTable}>{children}</div>
        {note !== undefined && <p className={styles.note}>{note}</p>}
      </div>
    </figure>
  );
}
