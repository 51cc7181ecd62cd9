import { memo, type PointerEvent, useId, useMemo, useRef, useState } from 'react';
import { useWidth } from '../use-width.ts';
import { curveLayout, type CurveLayout, pointAt } from './curve-layout.ts';
import { type CurvePoint, type CurveUnit, valueAt } from './curve-points.ts';
import { curveSummary, measureWords, pointSentence, unitWords } from './curve-words.ts';

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
      <p className="curve-told" aria-hidden="true">
        {sentence}
      </p>
      <div ref={frame} className="curve-frame" onPointerDown={point} onPointerMove={point}>
        {layout && (
          <svg className="curve-svg" width={layout.width} height={layout.height} aria-hidden="true">
            <Plots layout={layout} unit={unit} />
            <Cursor layout={layout} point={points[at]!} />
          </svg>
        )}
      </div>
      <input
        className="slider curve-slider"
        type="range"
        aria-label={unitWords[unit].axis}
        aria-describedby={summaryId}
        aria-valuetext={sentence}
        min={0}
        max={last}
        step={1}
        value={at}
        onChange={(event) => setAt(event.currentTarget.valueAsNumber)}
        style={{
          '--fill': `${(at / last) * 100}%`,
          ...(layout && { marginLeft: layout.left - thumb, width: layout.right - layout.left + 2 * thumb }),
        }}
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
  const { left, right, narrow, rows, ticks } = layout;
  return (
    <>
      {rows.map(({ measure, top, bottom, ticks: marks, path, trend }) => (
        <g key={measure} data-measure={measure}>
          <text className="curve-title" x={narrow ? 0 : 2} y={narrow ? top - 10 : top + 16}>
            {measureWords[measure].title}
          </text>
          {marks.map((mark) => (
            <g key={mark.label} transform={`translate(0,${mark.at})`}>
              <path className="curve-grid" d={`M${left} 0H${right}`} />
              <text className="curve-tick" x={left - 8} y={4} textAnchor="end">
                {mark.label}
              </text>
            </g>
          ))}
          <path className="curve-axis" d={`M${left} ${bottom}H${right}`} />
          <path className="curve-line" d={path} />
          <path className="curve-trend" d={trend} />
        </g>
      ))}
      <g transform={`translate(0,${rows.at(-1)!.bottom})`}>
        {ticks.map((tick) => (
          <g key={tick.label} transform={`translate(${tick.at},0)`}>
            <path className="curve-axis" d="M0 0V4" />
            <text className="curve-tick" y={17} textAnchor="middle">
              {tick.label}
            </text>
          </g>
        ))}
      </g>
      <text className="curve-unit" x={narrow ? 0 : 2} y={rows.at(-1)!.bottom + 17}>
        {narrow ? unitWords[unit].name : unitWords[unit].axis}
      </text>
    </>
  );
});

function Cursor({ layout, point }: { readonly layout: CurveLayout; readonly point: CurvePoint }) {
  const { rows, narrow, right, x } = layout;
  const at = x(point.step);
  return (
    <>
      {!narrow && <path className="curve-cursor" d={`M${at} ${rows[0]!.top - 4}V${rows.at(-1)!.bottom}`} />}
      {rows.map(({ measure, top, bottom, y }) => (
        <g key={measure} data-measure={measure}>
          {narrow && <path className="curve-cursor" d={`M${at} ${top}V${bottom}`} />}
          <circle className="curve-dot" cx={at} cy={y(valueAt(point, measure))} r={4.5} />
          <text
            className="curve-value"
            x={narrow ? right : 2}
            y={narrow ? top - 10 : top + 40}
            textAnchor={narrow ? 'end' : 'start'}
          >
            {measureWords[measure].value(valueAt(point, measure))}
          </text>
        </g>
      ))}
    </>
  );
}
