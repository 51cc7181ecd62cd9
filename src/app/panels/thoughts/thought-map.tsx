import { type KeyboardEvent, type RefObject, useEffect, useMemo, useState } from 'react';
import { passageKinds } from '#run/passages/passage-kinds.ts';
import type { Passage } from '#run/passages/passages.ts';
import { passages as words } from '#words/en/passages.ts';
import styles from './thought-map.module.css';

/** In units of the picture: lanes of kinds, then the curve of doubt; its height is drawn to whatever there is. */
const lane = 6;
const doubtLeft = lane * passageKinds.length + 2;
const doubtWidth = 18;
const height = 1_000;
/** Bits of surprise a token at which the curve is at its edge. */
const mostBits = 1.5;

/** The whole of a thought in one look: where which kind of passage is, where the model was in doubt, what is in sight. */
export function ThoughtMap({
  passages,
  found,
  scroller,
  onGo,
}: {
  readonly passages: readonly Passage[];
  /** By passage, what was searched for. */
  readonly found: ReadonlyMap<number, readonly number[]>;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly onGo: (index: number) => void;
}) {
  const [first, last] = useInSight(scroller, passages.length);
  const all = useMemo(() => {
    const end = passages.at(-1);
    return Math.max(1, end ? end.before + end.tokens : 1);
  }, [passages]);
  const y = (tokens: number) => (tokens / all) * height;
  const doubt = useMemo(() => doubtCurve(passages, all), [passages, all]);
  const top = passages[first];
  const bottom = passages[last];

  function onKeyDown(event: KeyboardEvent) {
    const to = {
      ArrowDown: first + 1,
      ArrowUp: first - 1,
      PageDown: first + 10,
      PageUp: first - 10,
      Home: 0,
      End: passages.length - 1,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onGo(Math.max(0, Math.min(passages.length - 1, to)));
  }

  return (
    <div
      className={styles.root}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an input could not hold the picture
      role="slider"
      tabIndex={0}
      aria-label={words.map}
      aria-orientation="vertical"
      aria-valuemin={1}
      aria-valuemax={Math.max(1, passages.length)}
      aria-valuenow={first + 1}
      aria-valuetext={
        top &&
        words.mapAt({
          passage: first + 1,
          of: passages.length,
          kind: words.kinds[top.kind],
          bits: top.bits,
        })
      }
      title={words.mapHelp}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        const box = event.currentTarget.getBoundingClientRect();
        const token = ((event.clientY - box.top) / box.height) * all;
        const at = passages.findIndex(({ before, tokens }) => before + tokens > token);
        onGo(at < 0 ? passages.length - 1 : at);
      }}
    >
      <svg
        className={styles.picture}
        viewBox={`0 0 ${doubtLeft + doubtWidth} ${height}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {passages.map(({ index, kind, before, tokens }) => (
          <rect
            key={index}
            className={styles.passage}
            data-kind={kind}
            x={passageKinds.indexOf(kind) * lane}
            y={y(before)}
            width={lane - 1}
            height={Math.max(1.5, y(tokens) - 0.6)}
          />
        ))}
        <path className={styles.doubt} d={doubt} />
        {[...found.keys()].map((index) => (
          <rect
            key={index}
            className={styles.found}
            x={doubtLeft + doubtWidth - 8}
            y={y(passages[index]?.before ?? 0)}
            width={8}
            height={4}
          />
        ))}
        {top && bottom && (
          <rect
            className={styles.window}
            x={0}
            y={y(top.before)}
            width={doubtLeft + doubtWidth}
            height={Math.max(6, y(bottom.before + bottom.tokens - top.before))}
          />
        )}
      </svg>
    </div>
  );
}

/** The mean surprise of each passage as a filled curve, from the top down. */
function doubtCurve(passages: readonly Passage[], all: number): string {
  const points = passages.map(({ before, tokens, bits }) => {
    const x = doubtLeft + Math.min(1, (bits ?? 0) / mostBits) * doubtWidth;
    return `L${x.toFixed(1)} ${((before / all) * height).toFixed(1)}V${(((before + tokens) / all) * height).toFixed(1)}`;
  });
  return `M${doubtLeft} 0${points.join('')}L${doubtLeft} ${height}Z`;
}

/** The first and the last passage that are in sight. */
function useInSight(
  scroller: RefObject<HTMLElement | null>,
  count: number,
): readonly [first: number, last: number] {
  const [sight, setSight] = useState<readonly [number, number]>([0, 0]);
  useEffect(() => {
    const box = scroller.current;
    // What is in sight may change with what there is.
    if (!box || count === 0) return;
    let frame = 0;
    const look = () => {
      frame = 0;
      const { top, bottom } = box.getBoundingClientRect();
      const places = [...box.querySelectorAll<HTMLElement>('[data-place]')]
        .filter((element) => {
          const own = element.getBoundingClientRect();
          return own.bottom > top + 8 && own.top < bottom - 8;
        })
        .map((element) => Number(element.dataset['place']));
      const [first, last] = [places[0] ?? 0, places.at(-1) ?? 0];
      setSight((before) => (before[0] === first && before[1] === last ? before : [first, last]));
    };
    const soon = () => {
      frame ||= requestAnimationFrame(look);
    };
    // At once, and when passages fold or the box is made larger, which scrolls nothing.
    const observer = new ResizeObserver(soon);
    for (const element of [box, ...box.children]) observer.observe(element);
    box.addEventListener('scroll', soon);
    return () => {
      observer.disconnect();
      box.removeEventListener('scroll', soon);
      cancelAnimationFrame(frame);
    };
  }, [scroller, count]);
  return sight;
}
