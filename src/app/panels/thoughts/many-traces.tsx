import { type ReactNode, useRef } from 'react';
import type { Sequence } from '#run/state.ts';
import { Windowed, type WindowedHandle } from '#app/ui/windowed.tsx';
import { GoToTrace } from './go-to-trace.tsx';
import { useColumns } from './use-columns.ts';
import styles from './many-traces.module.css';

/** About how high a card is, in pixels: with its thinking, or its answer alone. */
const heights = { open: 232, compact: 90 } as const;
const gap = 0.75;

/** Cards of traces, where there are so many that only those near the screen are drawn; one of them is found by its number. */
export function ManyTraces({
  items,
  compact,
  card,
}: {
  readonly items: readonly Sequence[];
  /** Without their thinking, which makes cards small. */
  readonly compact: boolean;
  readonly card: (sequence: Sequence, place: number) => ReactNode;
}) {
  const list = useRef<WindowedHandle>(null);
  const frame = useRef<HTMLDivElement>(null);
  const columns = useColumns(frame, { rem: compact ? 12.5 : 17, gap });
  return (
    <div ref={frame} className={styles.root}>
      <div className={styles.head}>
        <GoToTrace
          count={items.length}
          onGo={(place) =>
            list.current
              ?.show(place)
              ?.querySelector<HTMLElement>('[data-trace]')
              ?.focus({ preventScroll: true })
          }
        />
      </div>
      <Windowed
        key={`${columns} ${compact}`}
        ref={list}
        items={items}
        by={columns * 6}
        columns={columns}
        height={compact ? heights.compact : heights.open}
        pieceClass={compact ? styles.compact : styles.open}
        renderItem={card}
      />
    </div>
  );
}
