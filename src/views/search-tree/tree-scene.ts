import type { NodeId } from '#run/search-events.ts';
import type { RunState } from '#run/state.ts';
import { tree } from '#words/en/tree.ts';
import { type NodeGlyph, nodeGlyph, nodeRadius } from './node-glyph.ts';
import { nodeName, stepText } from './node-words.ts';
import type { TreeFocus } from './tree-focus.ts';
import type { Box, PlacedNode, TreeLayout } from './tree-layout.ts';

export interface SceneNode extends PlacedNode {
  readonly glyph: NodeGlyph;
  /** On the current path. */
  readonly lit: boolean;
  /** Not touched by the current step. */
  readonly dim: boolean;
  readonly selected: boolean;
  /** Its step, cut to what fits; empty where there is no room. */
  readonly label: string;
  /** Its answer, in full. */
  readonly answer: string;
}

export interface Scene {
  readonly layout: TreeLayout;
  readonly nodes: readonly SceneNode[];
  /** The node that the search has come to. */
  readonly at: NodeId | null;
  /** The current path with its texts; null where none is lit. */
  readonly sight: Box | null;
}

export interface SceneOptions {
  readonly focus: TreeFocus;
  /** Whether what the step doesn't touch is dimmed. */
  readonly dims: boolean;
  readonly selected: NodeId | null;
}

/** Characters that fit between a node and its child, and below a node. */
const labelLength = { right: 15, down: 16 } as const;

/** Everything a renderer needs to know to draw the tree. */
export function sceneOf(state: RunState, layout: TreeLayout, { focus, dims, selected }: SceneOptions): Scene {
  const lit = new Set(focus.path);
  const mostVisits = (state.tree[0]?.children ?? []).reduce(
    (most, child) => Math.max(most, state.tree[child]!.visits),
    Math.max(1, state.tree[0]?.visits ?? 0),
  );
  const dimmed = dims && focus.touched.size > 0;
  const nodes = layout.nodes.map((placed): SceneNode => {
    const node = state.tree[placed.node]!;
    const touched = focus.touched.has(node.node);
    // Written out: spreading a thousand times is what would cost most here.
    return {
      node: placed.node,
      parent: placed.parent,
      x: placed.x,
      y: placed.y,
      roomy: placed.roomy,
      hidden: placed.hidden,
      glyph: nodeGlyph(node, nodeRadius(node, placed.roomy || touched, mostVisits)),
      lit: lit.has(node.node),
      dim: dimmed && !touched,
      selected: node.node === selected,
      label: placed.roomy
        ? cut(
            node.parent === null ? nodeName(state, node.node) : stepText(state, node.node),
            labelLength[layout.direction],
          )
        : '',
      answer: node.end === 'terminal' ? (node.answer?.display ?? tree.noAnswer) : '',
    };
  });
  return { layout, nodes, at: focus.at, sight: sightOf(nodes.filter((node) => node.lit)) };
}

/** Room that a node's texts take around it, about. */
const around = { left: 70, right: 24, answer: 168, above: 26, below: 34 } as const;

function sightOf(nodes: readonly SceneNode[]): Box | null {
  if (nodes.length === 0) return null;
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y, answer } of nodes) {
    left = Math.min(left, x - around.left);
    right = Math.max(right, x + (answer === '' ? around.right : around.answer));
    top = Math.min(top, y - around.above);
    bottom = Math.max(bottom, y + around.below);
  }
  return { left, right, top, bottom };
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

/** The node at a point of the layout, if one is near enough. */
export function nodeAt({ nodes }: Scene, x: number, y: number, slack: number): SceneNode | null {
  let best: SceneNode | null = null;
  let nearest = Infinity;
  for (const node of nodes) {
    const far = Math.hypot(node.x - x, node.y - y) - node.glyph.r;
    if (far <= slack && far < nearest) [best, nearest] = [node, far];
  }
  return best;
}
