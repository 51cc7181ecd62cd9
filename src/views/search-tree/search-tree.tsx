import { itemAt, surely } from '#experiment/surely.ts';
import { useWorded } from '../use-spoken.ts';
import { type Ref, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import type { FalseReason } from '#run/facts/false-step.ts';
import type { NodeId } from '#run/search-events.ts';
import type { RunState } from '#run/state.ts';
import { tree as words } from '#words/en/tree.ts';
import type { CameraMode } from './camera.ts';
import { createSearchTree, type SearchTreeController } from './create-search-tree.ts';
import type { TreeLook } from './tree-look.ts';
import { nodeName, stepText, nodeValueWords } from './node-words.ts';
import type { TreeFocus } from './tree-focus.ts';
import type { TreeLayout } from './tree-layout.ts';
import { sceneOf } from './tree-scene.ts';
import { classes } from '#views/classes.ts';
import { Rich } from '#views/rich.tsx';
import styles from './search-tree.module.css';

export interface SearchTreeProps {
  readonly state: RunState;
  readonly layout: TreeLayout;
  readonly focus: TreeFocus;
  readonly selected: NodeId | null;
  /** Whether what the current step doesn't touch is dimmed. */
  readonly dims: boolean;
  readonly mode: CameraMode;
  /** Pixels at the top under what stands above the picture. */
  readonly covered?: number;
  /** Nodes whose own step is false by the family's rules, and why. */
  readonly falseNodes?: ReadonlyMap<NodeId, FalseReason>;
  readonly onSelect: (node: NodeId | null) => void;
  readonly onFold: (node: NodeId) => void;
  /** The bar of this node's children was opened. */
  readonly onOpen: (parent: NodeId) => void;
  readonly onMode: (mode: CameraMode) => void;
  /** What is in sight has changed; called once a frame at most. */
  readonly onLook: (look: TreeLook) => void;
  readonly ref?: Ref<SearchTreeHandle>;
}

export interface SearchTreeHandle {
  zoomBy(factor: number): void;
}

interface Pointed {
  readonly node: NodeId;
  readonly x: number;
  readonly y: number;
}

const none: ReadonlyMap<NodeId, FalseReason> = new Map();

/** The picture of a search tree, as large as the room it gets. See `createSearchTree`. */
export function SearchTree({
  state,
  layout,
  focus,
  selected,
  dims,
  mode,
  covered = 0,
  falseNodes = none,
  onSelect,
  onFold,
  onOpen,
  onMode,
  onLook,
  ref,
}: SearchTreeProps) {
  const frame = useRef<HTMLDivElement>(null);
  const controller = useRef<SearchTreeController | null>(null);
  const handlers = useRef({ onSelect, onFold, onOpen, onMode, onLook });
  const [pointed, setPointed] = useState<Pointed | null>(null);
  useLayoutEffect(() => {
    handlers.current = { onSelect, onFold, onOpen, onMode, onLook };
  });
  useLayoutEffect(() => {
    const tree = createSearchTree(surely(frame.current, 'element'), {
      onSelect: (node) => handlers.current.onSelect(node),
      onFold: (node) => handlers.current.onFold(node),
      onOpen: (parent) => handlers.current.onOpen(parent),
      onLook: (look) => handlers.current.onLook(look),
      onMode: (next) => handlers.current.onMode(next),
      onPoint: (node, x, y) =>
        setPointed((before) => (node === null ? null : before?.node === node ? before : { node, x, y })),
    });
    controller.current = tree;
    return () => tree.destroy();
  }, []);
  useImperativeHandle(ref, () => ({ zoomBy: (factor) => controller.current?.zoomBy(factor) }), []);

  const { tree } = state;
  const scene = useWorded(
    () => sceneOf(state, layout, { focus, dims, selected, covered, falseNodes }),
    [state, layout, focus, dims, selected, covered, falseNodes],
  );
  useLayoutEffect(() => controller.current?.update(scene), [scene]);
  useLayoutEffect(() => controller.current?.setMode(mode), [mode]);
  return (
    <div
      ref={frame}
      className={styles.frame}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- arrow keys move in the picture; the outline is its equal for a screen reader
      tabIndex={0}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset is for form fields
      role="group"
      aria-label={words.picture}
    >
      {pointed && tree[pointed.node] && (
        <NodeTip state={state} isFalse={falseNodes.get(pointed.node)} {...pointed} />
      )}
    </div>
  );
}

/** What a node under the pointer says; the same stands in the inspector once it is selected. */
function NodeTip({
  state,
  isFalse,
  node,
  x,
  y,
}: Pointed & { readonly state: RunState; readonly isFalse: FalseReason | undefined }) {
  const known = itemAt(state.tree, node);
  return (
    <div className={styles.tip} style={{ left: x, top: y + 10 }} aria-hidden="true">
      <p className={classes('mono', styles.tipStep)} translate="no">
        {nodeName(state, node)}
      </p>
      {known.answer && stepText(state, node) !== '' && (
        <p className="mono">
          <Rich text={words.tip.answer(known.answer.display)} parts={{ answer: <span translate="no" /> }} />
        </p>
      )}
      <p className="quiet mono">
        {[
          nodeValueWords(known) ?? words.tip.notValued,
          ...(known.visits > 0 ? [words.tip.visits(known.visits)] : []),
          ...(known.prior === null ? [] : [words.tip.prior(known.prior)]),
          ...(known.status === 'pruned' ? [words.tip.pruned] : []),
          ...(isFalse ? [words.falseByRule[isFalse]] : []),
        ].join(' · ')}
      </p>
    </div>
  );
}
