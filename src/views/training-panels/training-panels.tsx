import { memo, type PointerEvent, useMemo, useRef } from 'react';
import { trainerWords } from '#words/en/trainer.ts';
import { classes } from '../classes.ts';
import { useSpoken } from '../use-spoken.ts';
import { useWidth } from '../use-width.ts';
import {
  columnsIn,
  panelKinds,
  type PanelLayout,
  panelLayout,
  type PanelLines,
  pointBefore,
  panelStepAt,
} from './panel-layout.ts';
import styles from './training-panels.module.css';

export interface TrainingPanelsProps {
  readonly lines: PanelLines;
  /** Steps that were asked for: the axis ends there. */
  readonly steps: number;
  /** The last step that is done. */
  readonly last: number;
  /** The step that is looked at. */
  readonly at: number;
  readonly onLook: (step: number) => void;
}

const gap = 16;

/** How a training goes, as small multiples on one axis of steps, with one cursor: by pointer, finger, or the slider below them. */
export function TrainingPanels({ lines, steps, last, at, onLook }: TrainingPanelsProps) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const columns = columnsIn(width);
  const each = Math.floor((width - gap * (columns - 1)) / columns);
  const layouts = useMemo(
    () =>
      width > 0
        ? panelKinds.map((kind) => panelLayout(kind, lines[kind], { width: each, steps }))
        : ([] as const),
    [lines, steps, width, each],
  );
  const look = (layout: PanelLayout) => (event: PointerEvent<HTMLElement>) => {
    if (event.type === 'pointerdown') event.currentTarget.setPointerCapture(event.pointerId);
    else if (event.buttons === 0) return;
    const { left } = event.currentTarget.getBoundingClientRect();
    onLook(panelStepAt(layout, event.clientX - left, last));
  };
  return (
    <div ref={frame} className={styles.frame} data-columns={columns}>
      {layouts.map((layout) => (
        <figure key={layout.kind} className={styles.panel} data-panel={layout.kind}>
          <figcaption className={styles.head}>
            <PanelHead layout={layout} at={at} last={last} />
          </figcaption>
          <div
            className={styles.plot}
            aria-hidden="true"
            onPointerDown={look(layout)}
            onPointerMove={look(layout)}
          >
            <svg className={styles.svg} width={layout.width} height={layout.height}>
              <Plot layout={layout} />
              <Cursor layout={layout} at={at} />
            </svg>
          </div>
        </figure>
      ))}
    </div>
  );
}

/** What is drawn, and its values where the cursor is. */
function PanelHead({
  layout: { kind, lines },
  at,
  last,
}: {
  readonly layout: PanelLayout;
  readonly at: number;
  readonly last: number;
}) {
  const isMissing = last > 0 && lines.every(({ points }) => points.length === 0);
  return (
    <>
      <span className={styles.title}>{trainerWords.panels[kind]}</span>
      {isMissing && kind === 'kl' && <span className={styles.key}>{trainerWords.notMeasured}</span>}
      <span className={styles.values} translate="no">
        {lines.map(({ kind: how, points }) => {
          const point = pointBefore(points, at);
          return (
            point && (
              <span key={how} className={styles.value} data-line={how}>
                {lines.length > 1 && <span className={styles.key}>{trainerWords.lineNames[how]}</span>}
                {trainerWords.panelValues[kind](point.value)}
              </span>
            )
          );
        })}
      </span>
    </>
  );
}

/** All that stays where it is while the cursor moves. */
const Plot = memo(function Plot({ layout }: { readonly layout: PanelLayout }) {
  useSpoken();
  const { left, right, bottom, lines, ticks, isShare } = layout;
  return (
    <>
      {ticks.map(({ at, value }) => (
        <g key={value} transform={`translate(0,${at})`}>
          <path className={styles.grid} d={`M${left} 0H${right}`} />
          <text className={styles.tick} x={left - 10} y={4} textAnchor="end">
            {isShare ? trainerWords.share(value) : trainerWords.tick(value)}
          </text>
        </g>
      ))}
      <path className={styles.axis} d={`M${left} ${bottom}H${right}`} />
      {lines.map(({ kind, path, trend }) => (
        <g key={kind} data-line={kind}>
          <path className={classes(styles.line, trend !== '' && styles.noisy)} d={path} />
          {trend !== '' && <path className={styles.line} d={trend} />}
        </g>
      ))}
    </>
  );
});

function Cursor({ layout, at }: { readonly layout: PanelLayout; readonly at: number }) {
  const { top, right, bottom, x, y, lines } = layout;
  return (
    <>
      {/* What is still to come is there, and quieter. */}
      <rect
        className={styles.later}
        x={x(at)}
        y={0}
        width={Math.max(0, right - x(at) + 2)}
        height={bottom - 1}
      />
      <path className={styles.cursor} d={`M${x(at)} ${top - 4}V${bottom}`} />
      {lines.map(({ kind, points }) => {
        const point = pointBefore(points, at);
        return (
          point && (
            <circle
              key={kind}
              className={styles.dot}
              data-line={kind}
              cx={x(point.step)}
              cy={Math.max(top - 2, y(point.value))}
              r={4}
            />
          )
        );
      })}
    </>
  );
}
