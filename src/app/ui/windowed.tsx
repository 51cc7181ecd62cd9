import { type Ref, type ReactNode, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { scrollerOf } from './scroller-of.ts';
import styles from './windowed.module.css';

export interface WindowedHandle {
  /** Brings an item into sight, drawing it if need be; the element that was drawn for it, if there is one. */
  readonly show: (index: number, block?: ScrollLogicalPosition) => HTMLElement | null;
}

export interface WindowedProps<Item> {
  readonly ref?: Ref<WindowedHandle>;
  readonly items: readonly Item[];
  /** How many items are drawn or left out together. */
  readonly by: number;
  /** About how high an item is, in pixels, until it has been drawn once. A row of a grid counts once. */
  readonly height: number;
  /** Items beside each other in a row. */
  readonly columns?: number;
  /** The class of each piece, which lays out its items. */
  readonly pieceClass?: string | undefined;
  /** One element for an item, which carries `data-place={index}`. */
  readonly renderItem: (item: Item, index: number) => ReactNode;
}

/**
 * A long list of which only what is near the screen is drawn, piece by piece; every other piece is an empty box of the height it
 * had, or is guessed to have. The boxes stand in the flow, so that the browser's own scroll anchoring keeps still what is being
 * read when a guess was wrong. A piece that holds the focus stays.
 */
export function Windowed<Item>(props: WindowedProps<Item>) {
  const { ref, items, by, height, columns = 1, pieceClass, renderItem } = props;
  const frame = useRef<HTMLDivElement>(null);
  const watch = useRef<IntersectionObserver>(null);
  const [near, setNear] = useState<ReadonlySet<number>>(first);
  const [heights, setHeights] = useState<ReadonlyMap<number, number>>(new Map());
  const pieces = Math.ceil(items.length / by);

  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    const observer = new IntersectionObserver(
      (entries) => {
        const left = entries.filter(({ isIntersecting, target }) => !isIntersecting && !holdsFocus(target));
        const come = entries.filter(({ isIntersecting }) => isIntersecting);
        setHeights((before) => withHeights(before, left));
        setNear((before) => moved(before, come, left));
      },
      // Only the box that scrolls can look beyond its own edges.
      { root: scrollerOf(element), rootMargin: '100% 0px' },
    );
    watch.current = observer;
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(() => {
    // A piece that is watched already stays as it is.
    for (let piece = 0; piece < pieces; piece++) {
      const element = frame.current?.children[piece];
      if (element) watch.current?.observe(element);
    }
  }, [pieces]);

  useImperativeHandle(ref, () => ({
    show(index, block = 'nearest') {
      flushSync(() => setNear((before) => new Set(before).add(Math.floor(index / by))));
      const item = frame.current?.querySelector<HTMLElement>(`[data-place="${index}"]`) ?? null;
      item?.scrollIntoView({ block });
      return item;
    },
  }));

  return (
    <div ref={frame} className={styles.root} data-windowed="" role="presentation">
      {Array.from({ length: pieces }, (_, piece) => {
        const from = piece * by;
        // The last is drawn too, so that what is being written is seen at once.
        if (near.has(piece) || piece === pieces - 1)
          return (
            <div key={piece} data-piece={piece} className={pieceClass} role="presentation">
              {items.slice(from, from + by).map((item, at) => renderItem(item, from + at))}
            </div>
          );
        const rows = Math.ceil(Math.min(by, items.length - from) / columns);
        return (
          <div
            key={piece}
            data-piece={piece}
            role="presentation"
            style={{ height: heights.get(piece) ?? rows * height }}
          />
        );
      })}
    </div>
  );
}

/** What stands at the top is drawn before anything was measured. */
const first: ReadonlySet<number> = new Set([0]);

const pieceOf = (target: Element): number =>
  Number(target instanceof HTMLElement ? target.dataset['piece'] : NaN);

const holdsFocus = (element: Element): boolean => element.contains(document.activeElement);

function withHeights(
  before: ReadonlyMap<number, number>,
  left: readonly IntersectionObserverEntry[],
): ReadonlyMap<number, number> {
  if (left.length === 0) return before;
  const after = new Map(before);
  for (const { target, boundingClientRect } of left) after.set(pieceOf(target), boundingClientRect.height);
  return after;
}

function moved(
  before: ReadonlySet<number>,
  come: readonly IntersectionObserverEntry[],
  left: readonly IntersectionObserverEntry[],
): ReadonlySet<number> {
  const after = new Set(before);
  for (const { target } of left) after.delete(pieceOf(target));
  for (const { target } of come) after.add(pieceOf(target));
  const same = after.size === before.size && [...after].every((piece) => before.has(piece));
  return same ? before : after;
}
