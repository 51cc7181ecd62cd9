import { memo } from 'react';
import { binMarks, type Mark, type MarkKind } from '#run/marks.ts';
import styles from './timeline-marks.module.css';

/** A shape for each kind, besides its colour; drawn from a point that its mark is at. */
const shapes: Record<MarkKind, string> = {
  selection: 'm-2-2h4v4h-4z',
  prune: 'm-3-3 6 6m0-6-6 6',
  'sequence-ended': 'm0-5v10',
  wait: 'm0-4a4 4 0 1 0 .01 0z',
  vote: 'm-3.8-3.4h7.6l-3.8 7.2z',
  'answer-chosen': 'm0-6 6 6-6 6-6-6z',
};

/** What matters more is drawn last, on top. */
const order: readonly MarkKind[] = ['selection', 'prune', 'sequence-ended', 'wait', 'vote', 'answer-chosen'];

/** The kinds of marks, for a legend. */
export const markKinds = order;

/** The shape of one kind, for a legend. */
export function MarkSign({ kind }: { readonly kind: MarkKind }) {
  return (
    <svg width="16" height="14" viewBox="-8 -7 16 14" aria-hidden="true">
      <path className={styles.mark} data-kind={kind} d={`M0 0${shapes[kind]}`} />
    </svg>
  );
}

/**
 * The marks over the timeline, two pixels apart at least: closer ones of a kind could not be told apart. All of a kind are one
 * path, as each of them moves whenever the run has come further.
 */
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
  const paths = new Map<MarkKind, string>(order.map((kind) => [kind, '']));
  for (const { kind, cursor } of binMarks(marks, length, width / 2))
    paths.set(kind, `${paths.get(kind) ?? ''}M${((cursor / length) * width).toFixed(1)} 7${shapes[kind]}`);
  return (
    <svg className={styles.root} width={width} height={14} aria-hidden="true">
      {order.map((kind) => (
        <path key={kind} className={styles.mark} data-kind={kind} d={paths.get(kind)} />
      ))}
    </svg>
  );
});
