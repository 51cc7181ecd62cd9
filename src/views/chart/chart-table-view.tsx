import { useState } from 'react';
import { charts } from '#words/en/charts.ts';
import { cellText, type ChartTable } from './chart-table.ts';
import { classes } from '#views/classes.ts';
import styles from './chart-table.module.css';

/** So many rows are written at first, and more by so many. */
const page = 500;

/** The numbers of a chart, for who wants to read them rather than see them. */
export function ChartTableView({ table, title }: { readonly table: ChartTable; readonly title: string }) {
  const [shown, setShown] = useState(page);
  const left = table.rows.length - shown;
  return (
    <section
      className={styles.scroller}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls where it is too large, by arrow keys too
      tabIndex={0}
      aria-label={title}
    >
      <table className={styles.table}>
        <thead>
          <tr>
            {table.columns.map((column, at) => (
              <th key={column} scope="col" className={classes(table.formats[at] && styles.number)}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.slice(0, shown).map((row, place) => (
            <tr key={place}>
              {row.map((value, at) => (
                <td key={at} className={classes(table.formats[at] && styles.number)}>
                  {cellText(table, at, value)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {left > 0 && (
        <button type="button" className="button button-small" onClick={() => setShown(shown + page)}>
          {charts.moreRows(left)}
        </button>
      )}
    </section>
  );
}
