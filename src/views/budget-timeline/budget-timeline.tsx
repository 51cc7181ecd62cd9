import { scaleLinear } from 'd3';
import { useRef } from 'react';
import { paired } from '#experiment/surely.ts';
import { thinking } from '#words/en/thinking.ts';
import type { BudgetPicture, BudgetRound, BudgetTrace, BudgetWait } from './budget-picture.ts';
import { placeLabels } from './lanes.ts';
import { useScale } from '../use-scale.ts';
import { useWidth } from '../use-width.ts';
import styles from './budget-timeline.module.css';

export interface BudgetTimelineProps {
  readonly picture: BudgetPicture;
  /** A trace, or one of its tokens. */
  readonly onSelect: (sequence: number, index: number | null) => void;
}

/** For text that is not ours to translate; React's types know the attribute on HTML elements only. */
const data = { translate: 'no' } as const;

const margin = { left: 10, right: 14 };
/** Above the bar: one row of flags. */
const flagsHeight = 40;
const flagHeight = 20;
const barHeight = 30;
const laneHeight = 24;
/** Of a letter of the labels, 13 px of mono. */
const charWidth = 7.8;
const signs = {
  right: 'M-4 .3-1.2 3.2 4.2-3.4',
  wrong: 'M-3.2-3.2 3.2 3.2M3.2-3.2-3.2 3.2',
  unknown: 'M-2.6 0H2.6',
} as const;

/** Tokens of thought from left to right, one line a trace. The same stands in a table below. */
export function BudgetTimeline({ picture, onSelect }: BudgetTimelineProps) {
  const frame = useRef<HTMLElement>(null);
  // Laid out for type of the usual size, and drawn as much larger as type is.
  const zoom = useScale();
  const width = useWidth(frame) / zoom;
  return (
    <figure ref={frame} aria-label={thinking.label}>
      {width > 0 &&
        picture.traces.map((trace) => (
          <Line
            key={trace.sequence}
            trace={trace}
            picture={picture}
            width={width}
            zoom={zoom}
            onSelect={onSelect}
          />
        ))}
      {picture.traces.some(({ waits }) => waits.some(({ forced }) => !forced)) && (
        <figcaption className={styles.legend}>
          <svg className={styles.budgetWait} width={10} height={10} aria-hidden="true">
            <path className={styles.budgetWaitFlag} d="M1 1h8v8h-8z" />
          </svg>
          {thinking.ownMark}
        </figcaption>
      )}
    </figure>
  );
}

interface LineProps extends BudgetTimelineProps {
  readonly trace: BudgetTrace;
  readonly width: number;
  readonly zoom: number;
}

function Line({ trace, picture, width, zoom, onSelect }: LineProps) {
  const scale = scaleLinear([0, picture.span], [margin.left, width - margin.right]);
  const whole = placeFlags(trace.waits, scale, width);
  const { waits, rowOf } = whole.rows > mostRows ? placeFlags(numbered(trace.waits), scale, width) : whole;
  const barTop = flagsHeight + flagHeight * Math.max(0, ...rowOf.values());
  const answered = trace.rounds
    .filter(({ asked }) => asked)
    .map((round) => ({ round, text: answerOf(round) }));
  const { labels, lanes } = fewLanes(answered, scale, width - 4);
  const answerAt = (lane: number) => barTop + barHeight + 16 + lane * laneHeight;
  const axis = barTop + barHeight + lanes * laneHeight + 22;
  const ticks = scale.ticks(Math.max(2, Math.floor(width / 90)));
  return (
    <svg
      className={styles.svg}
      width={width * zoom}
      height={(axis + 30) * zoom}
      viewBox={`0 0 ${width} ${axis + 30}`}
      aria-hidden="true"
    >
      {picture.traces.length > 1 && (
        <text className={styles.budgetName} x={margin.left} y={12}>
          {trace.label}
        </text>
      )}
      {picture.limit !== null && (
        <rect
          className={styles.budgetRoom}
          x={scale(0)}
          y={barTop}
          width={scale(picture.limit) - scale(0)}
          height={barHeight}
          rx={4}
        />
      )}
      {trace.rounds.map((round) => (
        <Stretch
          key={round.round}
          round={round}
          scale={scale}
          top={barTop}
          onClick={() => onSelect(trace.sequence, null)}
        />
      ))}
      {waits.map(({ index, at, text, forced: put, wide, back }) => {
        const top = barTop - 24 - flagHeight * (rowOf.get(index) ?? 0);
        return (
          <g
            key={index}
            className={styles.budgetWait}
            data-forced={put ? '' : undefined}
            transform={`translate(${scale(at)},0)`}
            onClick={() => onSelect(trace.sequence, index)}
          >
            <title>
              {put
                ? thinking.forcedWord({ word: text, tokens: at })
                : thinking.ownWord({ word: text, tokens: at })}
            </title>
            <path
              className={styles.budgetWaitLine}
              d={`M0 ${put ? top + 18 : barTop - 6}V${barTop + barHeight + 6}`}
            />
            <path className={styles.budgetWaitFlag} d={`M${back} ${top}h${wide}v${put ? 18 : 8}h${-wide}z`} />
            {put && (
              <text className={styles.budgetWaitText} x={6 + back} y={top + 13} {...data}>
                {text}
              </text>
            )}
          </g>
        );
      })}
      {/* Below all answers: a pin goes behind those it passes on the way to its own. */}
      {labels.map(({ round, lane }) => (
        <path
          key={round.round}
          className={styles.budgetPin}
          d={`M${scale(round.to)} ${barTop + barHeight}V${answerAt(lane) - 9}`}
        />
      ))}
      {labels.map(({ round, text, x, lane }) => {
        const y = answerAt(lane);
        return (
          <g key={round.round} className={styles.budgetAnswer} data-outcome={round.outcome}>
            <circle cx={x + 9} cy={y} r={7.5} />
            <path
              className={styles.budgetSign}
              d={signs[round.outcome]}
              transform={`translate(${x + 9},${y}) scale(.9)`}
            />
            <text x={x + 21} y={y + 4} {...(round.answer !== null && data)}>
              {text}
            </text>
          </g>
        );
      })}
      <g className={styles.budgetAxis} transform={`translate(0,${axis})`}>
        <path d={`M${margin.left} 0H${width - margin.right}`} fill="none" />
        {ticks.map((tick) => (
          <g key={tick} transform={`translate(${scale(tick)},0)`}>
            <line y2={4} />
            <text
              y={16}
              textAnchor={scale(tick) > width - 24 ? 'end' : 'middle'}
              dx={scale(tick) > width - 24 ? margin.right - 2 : 0}
            >
              {thinking.tick(tick)}
            </text>
          </g>
        ))}
        <text className={styles.budgetUnit} x={width - margin.right} y={-5} textAnchor="end">
          {thinking.unit}
        </text>
      </g>
    </svg>
  );
}

const answerOf = ({ answer }: BudgetRound): string => answer ?? thinking.noAnswer;

/** More flags or answers above each other are a heap. */
const mostRows = 2;
const mostLanes = 4;

/** Words that were put there in quick succession: one flag above the other. */
function placeFlags(all: readonly BudgetWait[], scale: (at: number) => number, width: number) {
  const waits = all.map((wait) => {
    const wide = wait.forced ? charWidth * wait.text.length + 12 : 8;
    return { ...wait, wide, back: backAt(scale(wait.at), wide, width) };
  });
  const forced = waits.filter((wait) => wait.forced);
  // From the right, as flags fly there: the pole of one that stands higher goes past the others, not through them.
  const places = placeLabels(
    forced
      .map((wait) => ({ at: width - (scale(wait.at) + wait.back + wait.wide / 2), width: wait.wide }))
      .toReversed(),
    width,
    1,
  ).toReversed();
  const rowOf = new Map(paired(forced, places).map(([wait, { lane }]) => [wait.index, lane]));
  return { waits, rowOf, rows: Math.max(0, ...rowOf.values()) + 1 };
}

/** The words that were put there, counted in place of written out. */
function numbered(waits: readonly BudgetWait[]): readonly BudgetWait[] {
  let count = 0;
  return waits.map((wait) => (wait.forced ? { ...wait, text: thinking.tick((count += 1)) } : wait));
}

interface RoundText {
  readonly round: BudgetRound;
  readonly text: string;
}

/** Answers below the bar; where they are many, only what is new is written out: the table has all. */
function fewLanes(answered: readonly RoundText[], scale: (at: number) => number, width: number) {
  const place = (texts: readonly RoundText[]) => {
    const labels = paired(
      texts,
      placeLabels(
        texts.map(({ round, text }) => ({ at: scale(round.to), width: charWidth * text.length + 26 })),
        width,
      ),
    ).map(([one, at]) => ({ ...one, ...at }));
    return { labels, lanes: Math.max(1, ...labels.map(({ lane }) => lane + 1)) };
  };
  const all = place(answered);
  if (all.lanes <= mostLanes) return all;
  return place(answered.map((one, at) => (at === 0 || one.round.changed ? one : { ...one, text: '' })));
}

/** A flag at the right edge flies to the left. */
function backAt(at: number, flag: number, width: number): number {
  return at + flag > width - 2 ? -flag : 0;
}

function Stretch({
  round,
  scale,
  top,
  onClick,
}: {
  readonly round: BudgetRound;
  readonly scale: (value: number) => number;
  readonly top: number;
  readonly onClick: () => void;
}) {
  return (
    <rect
      className={styles.budgetStretch}
      data-odd={round.round % 2 === 1 ? '' : undefined}
      x={scale(round.from)}
      y={top}
      width={Math.max(0, scale(round.to) - scale(round.from))}
      height={barHeight}
      onClick={onClick}
    />
  );
}
