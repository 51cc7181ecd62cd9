import {
  type KeyboardEvent,
  type MouseEvent,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type { NodeId } from '#run/search-events.ts';
import type { RunState } from '#run/state.ts';
import { classes } from '#views/classes.ts';
import { offerPaint, paintCanvas } from '#views/painted-canvas.ts';
import { tree as words } from '#words/en/tree.ts';
import { type IcicleMove, icicleMove, icicleNodeAt, icicleOf, sightIn } from './icicle.ts';
import { paintIcicle } from './paint-icicle.ts';
import type { ShownTree } from './shown-tree.ts';
import type { TreeFocus } from './tree-focus.ts';
import type { Direction } from './tree-layout.ts';
import { onPaletteChange, paletteOf, type TreePalette } from './tree-palette.ts';
import type { TreeLooks } from './use-tree-picture.ts';
import styles from './tree-overview.module.css';

interface TreeOverviewProps {
  readonly state: RunState;
  readonly direction: Direction;
  readonly focus: TreeFocus;
  readonly shown: ShownTree;
  readonly looks: TreeLooks;
  readonly selected: NodeId | null;
  readonly onSelect: (node: NodeId) => void;
}

/** The whole tree on a narrow strip along the picture, in the same order: what is in sight is marked, and a click goes there. */
export function TreeOverview({
  state,
  direction,
  focus,
  shown,
  looks,
  selected,
  onSelect,
}: TreeOverviewProps) {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  const [palette, setPalette] = useState<TreePalette | null>(null);
  const { tree } = state;
  const look = useSyncExternalStore(looks.subscribe, looks.current);
  const icicle = useMemo(() => icicleOf(tree), [tree]);
  const sight = useMemo(() => (look ? sightIn(icicle, shown, look) : null), [icicle, shown, look]);
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    const observer = new ResizeObserver(() =>
      setSize({ width: element.clientWidth, height: element.clientHeight }),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(() => {
    const read = () => frame.current && setPalette(paletteOf(frame.current));
    read();
    return onPaletteChange(read);
  }, []);
  useLayoutEffect(() => {
    const element = canvas.current;
    if (!element || !palette || size.width === 0) return;
    const paint = (context: CanvasRenderingContext2D, colours: TreePalette) =>
      paintIcicle(context, { tree, icicle, direction, path: focus.path, selected }, size, colours);
    offerPaint(element, (context) => paint(context, paletteOf(element)));
    paintCanvas(element, size, window.devicePixelRatio || 1, (context) => paint(context, palette));
  }, [tree, icicle, direction, focus, selected, size, palette]);

  const onClick = (event: MouseEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const x = (event.clientX - box.left) / box.width;
    const y = (event.clientY - box.top) / box.height;
    const [along, across] = direction === 'right' ? [x, y] : [y, x];
    const node = icicleNodeAt(tree, icicle, Math.floor(along * icicle.levels), across);
    if (node !== null) onSelect(node);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const move = moves[direction][event.key];
    if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const from = selected ?? focus.path.at(-1) ?? 0;
    const node = selected === null ? from : icicleMove(tree, icicle, from, move);
    if (node !== null) onSelect(node);
  };
  const inPercent = (value: number) => `${(100 * value).toFixed(2)}%`;
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- keys below; the outline is its equal for a screen reader
    <div
      ref={frame}
      className={classes(styles.root)}
      data-direction={direction}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset is for form fields
      role="group"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- arrow keys move in it
      tabIndex={0}
      aria-label={words.overview(tree.length)}
      title={words.overviewHelp}
      onClick={onClick}
      onKeyDown={onKeyDown}
    >
      <canvas ref={canvas} className={styles.canvas} aria-hidden="true" />
      {sight && (
        <span
          className={styles.sight}
          style={{ '--from': inPercent(sight.start), '--to': inPercent(1 - sight.end) }}
        />
      )}
    </div>
  );
}

const moves: Readonly<Record<Direction, Readonly<Record<string, IcicleMove>>>> = {
  right: { ArrowLeft: 'back', ArrowRight: 'on', ArrowUp: 'before', ArrowDown: 'after' },
  down: { ArrowUp: 'back', ArrowDown: 'on', ArrowLeft: 'before', ArrowRight: 'after' },
};
