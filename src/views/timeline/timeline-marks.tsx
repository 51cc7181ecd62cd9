import { memo } from 'react';

/** What is marked on the timeline. Each kind has its own shape and row besides its colour. */
export type MarkShape = 'end' | 'wait' | 'vote' | 'choice' | 'stop';

export interface TimelineMark {
  /** The cursor at which it shows. */
  readonly cursor: number;
  readonly shape: MarkShape;
}

/** Tick, ring, triangle, diamond, cross; drawn around 0, 0. */
const shapes: Record<MarkShape, string> = {
  end: 'M0 -4V4',
  wait: 'M0 -4a4 4 0 1 0 .01 0z',
  vote: 'M-3.6 -3.2h7.2L0 3.6z',
  choice: 'M0 -5.5 5.5 0 0 5.5 -5.5 0z',
  stop: 'M-4 -4 4 4M4 -4 -4 4',
};

const rowOf: Record<MarkShape, number> = { wait: 7, end: 7, vote: 7, choice: 7, stop: 7 };

/** The marks over the timeline. At most one of a kind each two pixels: more could not be told apart. */
export const TimelineMarks = memo(function TimelineMarks({ marks, length, width }: {
  readonly marks: readonly TimelineMark[];
  readonly length: number;
  readonly width: number;
}) {
  if (length === 0 || width <= 0) return null;
  return (
    <svg className="timeline-marks" width={width} height={14} aria-hidden="true">
      {thinned(marks, length, width).map(({ shape, x }) => (
        <path key={`${shape}${x}`} className={`mark mark-${shape}`} d={shapes[shape]} transform={`translate(${x} ${rowOf[shape]})`} />
      ))}
    </svg>
  );
});

/** Marks at whole pixels, without those that would fall onto one of their own kind. */
export function thinned(marks: readonly TimelineMark[], length: number, width: number): readonly { readonly shape: MarkShape; readonly x: number }[] {
  const taken = new Set<string>();
  const kept: { shape: MarkShape; x: number }[] = [];
  for (const { cursor, shape } of marks) {
    const x = 2 * Math.round(((cursor / length) * width) / 2);
    const place = `${shape}${x}`;
    if (taken.has(place)) continue;
    taken.add(place);
    kept.push({ shape, x });
  }
  return kept;
}
