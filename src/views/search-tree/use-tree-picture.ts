import { useCallback, useMemo, useState } from 'react';
import type { NodeId } from '#run/search-events.ts';
import type { RunState } from '#run/state.ts';
import { type CameraMode, rowsFor, topMargin } from './camera.ts';
import type { TreeLook } from './tree-look.ts';
import { leavesOf, type ShownTree, shownTree } from './shown-tree.ts';
import { focusOf, type TreeFocus } from './tree-focus.ts';
import { type Direction, layoutTree, type TreeLayout } from './tree-layout.ts';

interface TreePictureOptions {
  readonly direction: Direction;
  readonly folded: ReadonlySet<NodeId>;
  readonly opened: ReadonlySet<NodeId>;
  readonly selected: NodeId | null;
  readonly dims: boolean;
  readonly mode: CameraMode;
  /** Pixels at the top under what stands above the picture. */
  readonly covered?: number;
}

export interface TreePicture {
  readonly focus: TreeFocus;
  readonly shown: ShownTree;
  readonly layout: TreeLayout;
  readonly looks: TreeLooks;
  readonly onLook: (look: TreeLook) => void;
}

/** Screens full of rows that are drawn where the picture follows the search: rightwards all of it is in sight. */
const followedScreens = { right: 1, down: 1.25 } as const;
const margins = { left: 60, right: 60, bottom: 24 } as const;

/** What of a tree is drawn and where: as much as the stage has room for at this zoom, the current step and the paths first. */
export function useTreePicture(
  state: RunState,
  { direction, folded, opened, selected, dims, mode, covered = 0 }: TreePictureOptions,
): TreePicture {
  const [looks] = useState(createLooks);
  const [look, setLook] = useState<Pick<TreeLook, 'size' | 'zoom'> | null>(null);
  const [near, setNear] = useState(mode === 'follow' || mode === 'free');
  if (mode !== 'free' && near !== (mode === 'follow')) setNear(mode === 'follow');
  const onLook = useCallback(
    (next: TreeLook) => {
      setLook((before) => (sameRoom(before, next) ? before : next));
      looks.look(next);
    },
    [looks],
  );
  const { tree } = state;
  const focus = useMemo(() => focusOf(state), [state]);
  const screen = look ? rowsFor(direction, look.size, { ...margins, top: topMargin(covered) }) : 24;
  // Nearer, there is room for more of the tree; by halves of a doubling, so that it does not change all the time.
  const zoom = mode === 'free' && look ? 2 ** Math.max(0, Math.floor(2 * Math.log2(look.zoom)) / 2) : 1;
  const rows = Math.round(screen * (near ? followedScreens[direction] : 1) * zoom);
  const shown = useMemo(() => {
    const always = new Set(focus.path);
    for (let at = selected; at !== null; at = tree[at]?.parent ?? null) always.add(at);
    return shownTree(tree, {
      rows,
      gathers: leavesOf(tree) > screen,
      folded,
      opened,
      always,
      first: dims ? focus.touched : always,
    });
  }, [tree, rows, screen, folded, opened, selected, focus, dims]);
  const layout = useMemo(() => layoutTree(shown, direction), [shown, direction]);
  return { focus, shown, layout, looks, onLook };
}

/** What of the tree is in sight, for whoever shows that: it changes with every drawing, and the rest of the page does not. */
export interface TreeLooks {
  readonly current: () => TreeLook | null;
  readonly subscribe: (listener: () => void) => () => void;
}

function createLooks(): TreeLooks & { readonly look: (next: TreeLook) => void } {
  let current: TreeLook | null = null;
  const listeners = new Set<() => void>();
  return {
    current: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    look(next) {
      if (
        sameRoom(current, next) &&
        current.whole === next.whole &&
        sameList(current.nodes, next.nodes) &&
        sameList(current.bars, next.bars)
      )
        return;
      current = next;
      for (const listener of listeners) listener();
    },
  };
}

function sameRoom<Room extends Pick<TreeLook, 'size' | 'zoom'>>(
  a: Room | null,
  b: Pick<TreeLook, 'size' | 'zoom'>,
): a is Room {
  return a !== null && a.zoom === b.zoom && a.size.width === b.size.width && a.size.height === b.size.height;
}

const sameList = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((one, at) => one === b[at]);
