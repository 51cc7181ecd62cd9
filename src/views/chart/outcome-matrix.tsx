import { useWorded } from '../use-spoken.ts';
import { type KeyboardEvent, type PointerEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { charts } from '#words/en/charts.ts';
import { offerPaint, paintCanvas } from '../painted-canvas.ts';
import { onPaletteChange } from '../search-tree/tree-palette.ts';
import { useScale } from '../use-scale.ts';
import { useWidth } from '../use-width.ts';
import { ChartFrame, type ChartFrameProps } from './chart-frame.tsx';
import type { ChartTable } from './chart-table.ts';
import {
  cellAtPlace,
  type MatrixMark,
  matrixLayout,
  type MatrixSpot,
  moveInMatrix,
  stateNames,
} from './matrix-layout.ts';
import { matrixColours, paintMark, paintMatrix } from './paint-marks.ts';
import styles from './outcome-matrix.module.css';

export interface OutcomeMatrixProps extends ChartFrameProps {
  /** One line each, the first on top. */
  readonly arms: readonly { readonly key: string; readonly name: string; readonly note?: string }[];
  /** One column each, in the order of the picture, with a mark for each arm. */
  readonly problems: readonly { readonly name: string; readonly marks: readonly MatrixMark[] }[];
  /** A cell that was pressed, by its places in `arms` and `problems`. */
  readonly onCell?: (cell: MatrixSpot) => void;
}

/** Problems by ways to answer: a canvas, as there may be a thousand of them. It is read cell by cell, by pointer or arrow keys. */
export function OutcomeMatrix({ arms, problems, onCell, ...frameProps }: OutcomeMatrixProps) {
  const figure = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const width = useWidth(frame);
  const scale = useScale();
  const [at, setAt] = useState<MatrixSpot | null>(null);
  const shape = useWorded(
    () => ({ arms: arms.length, problems: problems.length }),
    [arms.length, problems.length],
  );
  const layout = useWorded(() => matrixLayout(shape, width, scale), [shape, width, scale]);
  const place = at && at.arm < shape.arms && at.problem < shape.problems ? at : null;
  const shown = place ?? { arm: 0, problem: 0 };

  useLayoutEffect(() => {
    const element = canvas.current;
    if (!element || width === 0) return;
    const paint = (context: CanvasRenderingContext2D) =>
      paintMatrix(context, { problems, layout, at: place }, matrixColours(element));
    const draw = () => paintCanvas(element, layout, window.devicePixelRatio || 1, paint);
    offerPaint(element, paint);
    draw();
    return onPaletteChange(draw);
  }, [problems, layout, place, width]);

  const told = (cell: MatrixSpot): string =>
    charts.matrix.told({
      problem: problems[cell.problem]?.name ?? '',
      arm: arms[cell.arm]?.name ?? '',
      state: charts.matrix.states[problems[cell.problem]?.marks[cell.arm]?.state ?? 'waiting'],
    });

  function cellOf(event: PointerEvent<HTMLElement>): MatrixSpot | null {
    const box = event.currentTarget.getBoundingClientRect();
    return cellAtPlace(layout, shape, event.clientX - box.left, event.clientY - box.top);
  }
  function onPointerMove(event: PointerEvent<HTMLElement>) {
    const cell = cellOf(event);
    if (cell && (cell.arm !== at?.arm || cell.problem !== at.problem)) setAt(cell);
  }
  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const next = moveInMatrix(shown, event.key, shape);
    if (!next || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    setAt(next);
    // The cell that is read is kept in sight.
    const scroller = event.currentTarget.parentElement;
    if (!scroller) return;
    const left = next.problem * layout.step;
    if (left < scroller.scrollLeft) scroller.scrollLeft = left - layout.step;
    else if (left + layout.step > scroller.scrollLeft + scroller.clientWidth)
      scroller.scrollLeft = left + 2 * layout.step - scroller.clientWidth;
  }

  return (
    <ChartFrame
      {...frameProps}
      figure={figure}
      table={useWorded(() => matrixTable(arms, problems), [arms, problems])}
    >
      <p className={styles.told} aria-live="polite" data-picture="no">
        {place ? told(place) : charts.matrix.howToRead}
      </p>
      <div className={styles.matrix}>
        <ol className={styles.arms} translate="no">
          {arms.map(({ key, name, note }) => (
            <li key={key} title={name}>
              <span className={styles.arm}>{name}</span>
              {note !== undefined && <span className={styles.note}>{note}</span>}
            </li>
          ))}
        </ol>
        <div ref={frame} className={styles.scroller}>
          {shape.arms > 0 && shape.problems > 0 && (
            <button
              type="button"
              className={styles.cells}
              aria-label={charts.matrix.keys({ title: frameProps.title, cell: told(shown) })}
              onPointerMove={onPointerMove}
              onPointerDown={onPointerMove}
              onKeyDown={onKeyDown}
              onFocus={() => setAt(shown)}
              onClick={() => onCell?.(shown)}
            >
              <canvas ref={canvas} style={{ width: layout.width, height: layout.height }} />
            </button>
          )}
        </div>
      </div>
      <ul className={styles.legend}>
        {stateNames
          .filter((state) => problems.some(({ marks }) => marks.some((mark) => mark.state === state)))
          .map((state) => (
            <li key={state}>
              <Sign mark={{ state, share: state === 'mixed' ? 0.5 : null }} />
              {charts.matrix.states[state]}
            </li>
          ))}
      </ul>
    </ChartFrame>
  );
}

const signSize = { width: 14, height: 18 };

/** A mark on its own, for the legend. */
function Sign({ mark }: { readonly mark: MatrixMark }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const paint = (context: CanvasRenderingContext2D) =>
      paintMark(context, mark, { left: 1, top: 1, width: 12, height: 16 }, matrixColours(element));
    const draw = () => paintCanvas(element, signSize, window.devicePixelRatio || 1, paint);
    offerPaint(element, paint);
    draw();
    return onPaletteChange(draw);
  });
  return <canvas ref={canvas} className={styles.sign} aria-hidden="true" />;
}

function matrixTable(arms: OutcomeMatrixProps['arms'], problems: OutcomeMatrixProps['problems']): ChartTable {
  return {
    columns: [charts.matrix.problem, charts.matrix.arm, charts.matrix.state, charts.matrix.repeatsRight],
    formats: [null, null, null, charts.share],
    rows: problems.flatMap(({ name, marks }) =>
      marks.map((mark, at) => [name, arms[at]?.name ?? '', charts.matrix.states[mark.state], mark.share]),
    ),
  };
}
