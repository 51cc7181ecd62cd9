import { useWorded } from '../use-spoken.ts';
import { useRef } from 'react';
import { charts } from '#words/en/charts.ts';
import { inkOn, rampGradient, valueColour } from '../search-tree/value-ramp.ts';
import { ChartFrame, type ChartFrameProps } from './chart-frame.tsx';
import type { ChartTable } from './chart-table.ts';
import styles from './heat-grid.module.css';

/** A cell of a grid. */
export interface HeatCell {
  /** In [0, 1]; null where nothing was measured. */
  readonly value: number | null;
  readonly low?: number;
  readonly high?: number;
  /** Below the value, such as what it cost. */
  readonly note?: string;
  /** The best of those that it is to be compared with. */
  readonly best?: boolean;
}

export interface HeatGridProps extends ChartFrameProps {
  /** What the rows are, and what the columns are. */
  readonly rowsAre: string;
  readonly columnsAre: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly HeatCell[] }[];
  readonly format: (value: number) => string;
  /** What the best cell of a row, or of a budget, is called: below the grid. */
  readonly bestIs?: string;
  readonly onCell?: (row: number, column: number) => void;
}

/** Values by two settings, each as a number on its colour. */
export function HeatGrid(props: HeatGridProps) {
  const { rowsAre, columnsAre, columns, rows, format, bestIs, onCell, ...frameProps } = props;
  const figure = useRef<HTMLDivElement>(null);
  const table = useWorded(
    (): ChartTable => ({
      columns: [rowsAre, columnsAre, charts.value, charts.low, charts.high, charts.remark],
      formats: [null, null, format, format, format, null],
      rows: rows.flatMap(({ name, cells }) =>
        cells.map(({ value, low = null, high = null, note = null }, at) => [
          name,
          columns[at] ?? '',
          value,
          low,
          high,
          note,
        ]),
      ),
    }),
    [rowsAre, columnsAre, columns, rows, format],
  );
  return (
    <ChartFrame {...frameProps} figure={figure} table={table}>
      <section
        className={styles.scroller}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls where it is too large, by arrow keys too
        tabIndex={0}
        aria-label={frameProps.title}
      >
        <table className={styles.grid}>
          <thead>
            <tr>
              <td aria-hidden="true" />
              <th scope="colgroup" colSpan={columns.length} className={styles.axis}>
                {columnsAre}
              </th>
            </tr>
            <tr>
              <th scope="col" className={styles.axis}>
                {rowsAre}
              </th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, cells }, row) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {cells.map((cell, column) => (
                  <td key={columns[column] ?? column} className={styles.cell}>
                    <Value cell={cell} format={format} onPress={onCell && (() => onCell(row, column))} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className={styles.legend}>
        <span>{format(0)}</span>
        <span className={styles.ramp} style={{ '--fill': rampGradient }} aria-hidden="true" />
        <span>{format(1)}</span>
        {bestIs !== undefined && <span className={styles.bestIs}>★ {bestIs}</span>}
      </p>
    </ChartFrame>
  );
}

function Value({
  cell: { value, low, high, note, best = false },
  format,
  onPress,
}: {
  readonly cell: HeatCell;
  readonly format: (value: number) => string;
  readonly onPress: (() => void) | undefined;
}) {
  if (value === null) return <span className={styles.none}>{charts.notMeasured}</span>;
  const inner = (
    <>
      <b>
        {best && '★ '}
        {format(value)}
      </b>
      {low !== undefined && high !== undefined && <small>{charts.between(format(low), format(high))}</small>}
      {note !== undefined && <small>{note}</small>}
    </>
  );
  const look = {
    className: styles.value,
    'data-ink': inkOn(value),
    'data-best': best ? '' : undefined,
    style: { '--fill': valueColour(value) },
  };
  return onPress ? (
    <button type="button" {...look} onClick={onPress}>
      {inner}
    </button>
  ) : (
    <span {...look}>{inner}</span>
  );
}
