import { itemAt, lastItem } from '#experiment/surely.ts';
import { useSpoken } from '../use-spoken.ts';
import { memo, type PointerEvent, useId, useMemo, useRef, useState } from 'react';
import { curve } from '#words/en/curve.ts';
import { Slider } from '../slider.tsx';
import { useWidth } from '../use-width.ts';
import { curveLayout, type CurveLayout, pointAt } from './curve-layout.ts';
import { type CurvePoint, type CurveUnit, valueAt } from './curve-points.ts';
import { curveSummary, pointSentence } from './curve-words.ts';
import styles from './training-curve.module.css';

export interface TrainingCurveProps {
  /** In order of their steps, two or more. */
  readonly points: readonly CurvePoint[];
  readonly unit: CurveUnit;
}

/** Half the width of the slider's thumb: its middle runs from there to the width less the same. */
const thumb = 8;

/** A learning curve as small multiples. One cursor reads all of them at one step: by pointer, finger or the slider's keys. */
export function TrainingCurve({ points, unit }: TrainingCurveProps) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const summaryId = useId();
  const last = points.length - 1;
  const [wished, setAt] = useState(last);
  const at = Math.min(wished, last);
  const layout = useMemo(() => (width > 0 ? curveLayout(points, width) : null), [points, width]);
  const sentence = pointSentence(points, at, unit);

  function point(event: PointerEvent<HTMLElement>) {
    if (layout)
      setAt(pointAt(points, layout.x, event.clientX - event.currentTarget.getBoundingClientRect().left));
  }
  return (
    <figure>
      <figcaption className="hidden-visually" id={summaryId}>
        {curveSummary(points, unit)}
      </figcaption>
      <p className={styles.curveTold} aria-hidden="true">
        {sentence}
      </p>
      <div ref={frame} className={styles.curveFrame} onPointerDown={point} onPointerMove={point}>
        {layout && (
          <svg className={styles.curveSvg} width={layout.width} height={layout.height} aria-hidden="true">
            <Plots layout={layout} unit={unit} />
            <Cursor layout={layout} point={itemAt(points, at)} />
          </svg>
        )}
      </div>
      <Slider
        className={styles.curveSlider}
        aria-label={curve.axes[unit]}
        aria-describedby={summaryId}
        aria-valuetext={sentence}
        min={0}
        max={last}
        value={at}
        onChange={setAt}
        style={
          layout ? { marginLeft: layout.left - thumb, width: layout.right - layout.left + 2 * thumb } : {}
        }
      />
    </figure>
  );
}

/** All that stays where it is while the cursor moves. */
const Plots = memo(function Plots({
  layout,
  unit,
}: {
  readonly layout: CurveLayout;
  readonly unit: CurveUnit;
}) {
  useSpoken();
  const { left, right, narrow, rows, ticks } = layout;
  return (
    <>
      {rows.map(({ measure, top, bottom, ticks: marks, path, trend }) => (
        <g key={measure} data-measure={measure}>
          <text className={styles.curveTitle} x={narrow ? 0 : 2} y={narrow ? top - 10 : top + 16}>
            {curve.measures[measure].title}
          </text>
          {marks.map((mark) => (
            <g key={mark.label} transform={`translate(0,${mark.at})`}>
              <path className={styles.curveGrid} d={`M${left} 0H${right}`} />
              <text className={styles.curveTick} x={left - 8} y={4} textAnchor="end">
                {mark.label}
              </text>
            </g>
          ))}
          <path className={styles.curveAxis} d={`M${left} ${bottom}H${right}`} />
          <path className={styles.curveLine} d={path} />
          <path className={styles.curveTrend} d={trend} />
        </g>
      ))}
      <g transform={`translate(0,${lastItem(rows).bottom})`}>
        {ticks.map((tick) => (
          <g key={tick.label} transform={`translate(${tick.at},0)`}>
            <path className={styles.curveAxis} d="M0 0V4" />
            <text className={styles.curveTick} y={17} textAnchor="middle">
              {tick.label}
            </text>
          </g>
        ))}
      </g>
      <text className={styles.curveUnit} x={narrow ? 0 : 2} y={lastItem(rows).bottom + 17}>
        {narrow ? curve.units[unit] : curve.axes[unit]}
      </text>
    </>
  );
});

function Cursor({ layout, point }: { readonly layout: CurveLayout; readonly point: CurvePoint }) {
  const { rows, narrow, right, x } = layout;
  const at = x(point.step);
  return (
    <>
      {!narrow && (
        <path
          className={styles.curveCursor}
          d={`M${at} ${itemAt(rows, 0).top - 4}V${lastItem(rows).bottom}`}
        />
      )}
      {rows.map(({ measure, top, bottom, y }) => (
        <g key={measure} data-measure={measure}>
          {narrow && <path className={styles.curveCursor} d={`M${at} ${top}V${bottom}`} />}
          <circle className={styles.curveDot} cx={at} cy={y(valueAt(point, measure))} r={4.5} />
          <text
            className={styles.curveValue}
            x={narrow ? right : 2}
            y={narrow ? top - 10 : top + 40}
            textAnchor={narrow ? 'end' : 'start'}
          >
            {curve.measures[measure].value(valueAt(point, measure))}
          </text>
        </g>
      ))}
    </>
  );
}
