import { type KeyboardEvent, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { itemAt, surely } from '#experiment/surely.ts';
import type { NodeId } from '#run/search-events.ts';
import type { RunState } from '#run/state.ts';
import { nodeValue } from '#run/tree-state.ts';
import { tree as words } from '#words/en/tree.ts';
import { nodeGlyph } from './node-glyph.ts';
import { shapePath, signPaths, strikePath } from './node-shapes.ts';
import { nodeName, nodeSentence, stepText } from './node-words.ts';
import { type OutlineRow, outlineMove, outlineRows } from './outline-rows.ts';
import { classes } from '#views/classes.ts';
import styles from './tree-outline.module.css';
import searchTreeStyles from './search-tree.module.css';

export interface TreeOutlineProps {
  readonly state: RunState;
  readonly folded: ReadonlySet<NodeId>;
  readonly selected: NodeId | null;
  /** Nodes the current step is about. */
  readonly lit: ReadonlySet<NodeId>;
  readonly onSelect: (node: NodeId) => void;
  readonly onFold: (node: NodeId) => void;
}

/** Pixels; fixed, so that only the lines in sight need to be drawn. */
const rowHeight = 26;
const spare = 8;

/** The tree as a list of lines, for keyboard and screen reader; thousands of lines cost no more than those in sight. */
export function TreeOutline({ state, folded, selected, lit, onSelect, onFold }: TreeOutlineProps) {
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const [window, setWindow] = useState({ top: 0, height: 600 });
  const { height } = window;
  const { tree } = state;
  const rows = useMemo(() => outlineRows(tree, folded), [tree, folded]);
  useLayoutEffect(() => {
    const element = surely(frame.current, 'element');
    const observer = new ResizeObserver(() =>
      setWindow((before) => ({ ...before, height: element.clientHeight })),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const at = selected === null ? -1 : rows.findIndex(({ node }) => node === selected);
  useLayoutEffect(() => {
    const element = surely(frame.current, 'element');
    if (at < 0) return;
    const [top, bottom] = [at * rowHeight, (at + 1) * rowHeight];
    // Seen anew where what opens for the line takes of the room.
    if (top < element.scrollTop) element.scrollTop = top;
    else if (bottom > element.scrollTop + height) element.scrollTop = bottom - height;
  }, [at, height]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const move = outlineMove(rows, tree, selected, event.key);
    if (!move) return;
    event.preventDefault();
    if ('to' in move) onSelect(move.to);
    else onFold(move.fold);
  }

  const first = Math.max(0, Math.floor(window.top / rowHeight) - spare);
  const last = Math.min(rows.length, Math.ceil((window.top + window.height) / rowHeight) + spare);
  const inSight = rows.slice(first, last);
  const row = at >= 0 ? rows[at] : undefined;
  return (
    <div
      ref={frame}
      className={classes(styles.root, 'scrolls')}
      role="tree"
      tabIndex={0}
      aria-label={words.outline}
      aria-activedescendant={row && `${id}-${row.node}`}
      onKeyDown={onKeyDown}
      onScroll={(event) =>
        setWindow({ top: event.currentTarget.scrollTop, height: event.currentTarget.clientHeight })
      }
    >
      <div
        className={styles.all}
        role="presentation"
        data-windowed=""
        style={{ height: rows.length * rowHeight }}
      >
        {/* The line that keyboard and reader are on is always there. */}
        {(row && (at < first || at >= last) ? [row, ...inSight] : inSight).map((one) => (
          <Line
            key={one.node}
            id={`${id}-${one.node}`}
            row={one}
            top={(one === row ? at : first + inSight.indexOf(one)) * rowHeight}
            state={state}
            selected={one.node === selected}
            lit={lit.has(one.node)}
            onSelect={onSelect}
            onFold={onFold}
          />
        ))}
      </div>
    </div>
  );
}

interface LineProps extends Pick<TreeOutlineProps, 'state' | 'onSelect' | 'onFold'> {
  readonly id: string;
  readonly row: OutlineRow;
  readonly top: number;
  readonly selected: boolean;
  readonly lit: boolean;
}

function Line({ id, row, top, state, selected, lit, onSelect, onFold }: LineProps) {
  const { node, level, children, folded } = row;
  const known = itemAt(state.tree, node);
  const value = nodeValue(known);
  const glyph = nodeGlyph(known, 5.5);
  const answer = known.answer && stepText(state, node) !== '' ? known.answer.display : '';
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the tree has the focus and the keys (aria-activedescendant)
    <div
      id={id}
      role="treeitem"
      className={styles.row}
      aria-level={level}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-selected={selected}
      aria-expanded={children > 0 ? !folded : undefined}
      aria-label={nodeSentence(state, node)}
      data-lit={lit ? '' : undefined}
      data-status={known.status}
      style={{ top, paddingLeft: 6 + 12 * (level - 1) }}
      onClick={() => onSelect(node)}
      onDoubleClick={() => children > 0 && onFold(node)}
    >
      <span
        className={styles.twist}
        aria-hidden="true"
        onClick={(event) => {
          if (children === 0) return;
          event.stopPropagation();
          onFold(node);
        }}
      >
        {children > 0 ? (folded ? '▸' : '▾') : ''}
      </span>
      <svg className={styles.mark} width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true">
        <path
          className={searchTreeStyles.shape}
          d={shapePath(glyph.shape, glyph.r)}
          style={{ fill: glyph.fill ?? 'var(--ground)' }}
        />
        {glyph.struck && <path className={searchTreeStyles.strike} d={strikePath(5)} />}
        {glyph.sign && (
          <path
            className={searchTreeStyles.sign}
            d={signPaths[glyph.sign]}
            transform="scale(.8)"
            style={{ stroke: glyph.ink ?? 'var(--ink)' }}
          />
        )}
      </svg>
      <span className={classes(styles.step, 'mono')} translate="no">
        {nodeName(state, node)}
        {answer && <span className={styles.answer}> → {answer}</span>}
      </span>
      <span className={classes(styles.value, 'mono')}>{value === null ? '' : words.decimal(value)}</span>
    </div>
  );
}
