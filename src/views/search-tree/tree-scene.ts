import { itemAt } from '#experiment/surely.ts';
import type { FalseReason } from '#run/facts/false-step.ts';
import type { NodeId } from '#run/search-events.ts';
import type { RunState } from '#run/state.ts';
import { tree } from '#words/en/tree.ts';
import { type NodeGlyph, nodeGlyph, nodeRadius } from './node-glyph.ts';
import { nodeName } from './node-words.ts';
import { stepLabels } from './step-labels.ts';
import { formsOf, type TextForms } from './text-forms.ts';
import type { TreeFocus } from './tree-focus.ts';
import type { PlacedBar, PlacedNode, TreeLayout } from './tree-layout.ts';

export interface SceneNode extends PlacedNode {
  readonly glyph: NodeGlyph;
  /** On the current path. */
  readonly lit: boolean;
  /** Not touched by the current step. */
  readonly dim: boolean;
  readonly selected: boolean;
  /** Why its own step is false by the family's rules; null where it is not. */
  readonly isFalse: FalseReason | null;
  /** What tells its step from its siblings'. */
  readonly label: TextForms;
  readonly answer: TextForms;
  /** Which texts are written where there is no room for all: the greatest first. */
  readonly weight: number;
}

export interface SceneBar extends PlacedBar {
  /** Some of what is in it the current step is about. */
  readonly touched: boolean;
  readonly dim: boolean;
}

export interface Scene {
  readonly layout: TreeLayout;
  /** Parents before their children. */
  readonly nodes: readonly SceneNode[];
  readonly byId: ReadonlyMap<NodeId, SceneNode>;
  readonly bars: readonly SceneBar[];
  /** The node that the search has come to. */
  readonly at: NodeId | null;
  /** Nothing more grows. */
  readonly over: boolean;
  /** The current path, root first. */
  readonly path: readonly NodeId[];
  readonly selected: NodeId | null;
  /** Characters that stand beyond the deepest nodes: answers, or the count of a bar. */
  readonly beyond: number;
  /** The same where answers are written without their blanks. */
  readonly beyondCompact: number;
  /** Pixels at the top under what stands above the picture. */
  readonly covered: number;
}

export interface SceneOptions {
  readonly focus: TreeFocus;
  /** Whether what the step doesn't touch is dimmed. */
  readonly dims: boolean;
  readonly selected: NodeId | null;
  /** Pixels at the top under what stands above the picture. */
  readonly covered: number;
  /** Nodes whose own step is false by the family's rules, and why. */
  readonly falseNodes: ReadonlyMap<NodeId, FalseReason>;
}

/** An answer was chosen, or the run has ended without one: nothing more grows. */
export const isOver = ({ chosen, status }: RunState): boolean =>
  chosen !== null || (status !== 'running' && status !== 'idle');

/** Longer answers are cut. */
const longestAnswer = 24;

/** Everything a renderer needs to know to draw the tree. */
export function sceneOf(
  state: RunState,
  layout: TreeLayout,
  { focus, dims, selected, covered, falseNodes }: SceneOptions,
): Scene {
  const lit = new Set(focus.path);
  const mostVisits = (state.tree[0]?.children ?? []).reduce(
    (most, child) => Math.max(most, itemAt(state.tree, child).visits),
    Math.max(1, state.tree[0]?.visits ?? 0),
  );
  const dimmed = dims && focus.touched.size > 0;
  const nodes = layout.nodes.map((placed): SceneNode => {
    const node = itemAt(state.tree, placed.node);
    const isLit = lit.has(node.node);
    const isTouched = focus.touched.has(node.node);
    return {
      ...placed,
      glyph: nodeGlyph(node, nodeRadius(node, mostVisits)),
      lit: isLit,
      dim: dimmed && !isTouched,
      selected: node.node === selected,
      isFalse: falseNodes.get(node.node) ?? null,
      label: formsOf(
        (node.parent === null ? undefined : stepLabels(state, node.parent).get(node.node)) ??
          nodeName(state, node.node),
      ),
      answer: formsOf(node.end === 'terminal' ? (node.answer?.display ?? tree.noAnswer) : ''),
      weight:
        (isLit ? 8 : 0) +
        (node.node === selected ? 4 : 0) +
        (dimmed && isTouched ? 2 : 0) +
        (node.visits > 0 ? node.visits / mostVisits : 0) +
        (node.status === 'pruned' ? -1 : (node.score ?? 0) / 2),
    };
  });
  const bars = [...layout.bars.values()].map((bar): SceneBar => {
    const touched = dimmed && bar.members.some((member) => focus.touched.has(member));
    return { ...bar, touched, dim: dimmed && !touched };
  });
  return {
    layout,
    nodes,
    byId: new Map(nodes.map((node) => [node.node, node])),
    bars,
    at: focus.at,
    over: isOver(state),
    path: focus.path,
    selected,
    beyond: beyondDeepest(layout, nodes, ({ full }) => full.length),
    beyondCompact: beyondDeepest(layout, nodes, ({ brief }) => brief.length),
    covered,
  };
}

/** A bar is as wide as that many characters. */
const barCharacters = 8;

function beyondDeepest(
  { depth, bars }: TreeLayout,
  nodes: readonly SceneNode[],
  lengthOf: (answer: TextForms) => number,
): number {
  let longest = 0;
  const reach = (along: number, characters: number) => {
    // Where a level is less deep there is room beside it, about that of a step.
    longest = Math.max(longest, characters - (depth - along) * 12);
  };
  for (const { along, answer } of nodes) reach(along, Math.min(longestAnswer, lengthOf(answer)));
  for (const { along } of bars.values()) reach(along, barCharacters);
  return longest;
}
