import { memo } from 'react';
import { binMarks, type Mark, type MarkKind } from '#run/marks.ts';
import styles from './timeline-marks.module.css';

/** A shape for each kind, besides its colour; drawn around 0, 0. */
const shapes: Record<MarkKind, string> = {
  selection: 'M-2 -2h4v4h-4z',
  prune: 'M-3 -3 3 3M3 -3 -3 3',
  'sequence-ended': 'M0 -5V5',
  wait: 'M0 -4a4 4 0 1 0 .01 0z',
  vote: 'M-3.8 -3.4h7.6L0 3.8z',
  'answer-chosen': 'M0 -6 6 0 0 6 -6 0z',
};

/** What matters more is drawn last, on top. */
const order: readonly MarkKind[] = ['selection', 'prune', 'sequence-ended', 'wait', 'vote', 'answer-chosen'];

/** The kinds of marks, for a legend. */
export const markKinds = order;

/** The shape of one kind, for a legend. */
export function MarkSign({ kind }: { readonly kind: MarkKind }) {
  return (
    <svg width="16" height="14" viewBox="-8 -7 16 14" aria-hidden="true">
      <path className={styles.mark} data-kind={kind} d={shapes[kind]} />
    </svg>
  );
}

/** The marks over the timeline, two pixels apart at least: closer ones of a kind could not be told apart. */
export const TimelineMarks = memo(function TimelineMarks({
  marks,
  length,
  width,
}: {
  readonly marks: readonly Mark[];
  readonly length: number;
  readonly width: number;
}) {
  if (length === 0 || width <= 0) return null;
  const bins = binMarks(marks, length, width / 2).toSorted(
    (a, b) => order.indexOf(a.kind) - order.indexOf(b.kind),
  );
  return (
    <svg className={styles.root} width={width} height={14} aria-hidden="true">
      {bins.map(({ kind, cursor }) => (
        <path
          key={`${kind}${cursor}`}
          className={styles.mark}
          data-kind={kind}
          d={shapes[kind]}
          transform={`translate(${((cursor / length) * width).toFixed(1)} 7)`}
        />
      ))}
    </svg>
  );
});
