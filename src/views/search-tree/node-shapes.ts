import type { NodeShape, NodeSign } from './node-glyph.ts';
import type { Direction, PlacedNode } from './tree-layout.ts';
import type { SceneNode } from './tree-scene.ts';

/** The outline of a node around 0, 0. */
export function shapePath(shape: NodeShape, r: number): string {
  switch (shape) {
    case 'circle':
      return `M${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
    case 'square': {
      const side = r * 0.94;
      return `M${-side} ${-side}h${2 * side}v${2 * side}h${-2 * side}z`;
    }
    case 'diamond':
      return `M0 ${-r * 1.2}L${r * 1.2} 0 0 ${r * 1.2} ${-r * 1.2} 0z`;
  }
}

/** Tick, cross or dot around 0, 0, for a node of half width 8. */
export const signPaths: Readonly<Record<Exclude<NodeSign, null>, string>> = {
  right: 'M-4 .3-1.2 3.2 4.2-3.4',
  wrong: 'M-3.2-3.2 3.2 3.2M3.2-3.2-3.2 3.2',
  answer: 'M-2.6 0H2.6',
};

/** The line through a node that was given up. */
export function strikePath(r: number): string {
  const out = r + 3;
  return `M${-out} ${out * 0.55}L${out} ${-out * 0.55}`;
}

/** Height of the lines of text below a node of a tree that grows downwards. */
const lineHeight = 13;
export function textBelow({ label, answer }: SceneNode): number {
  return (label === '' ? 0 : lineHeight) + (answer === '' ? 0 : lineHeight);
}

/** From a node to its child: a bend near the parent, then straight, so that the child's step can be read on it. */
export function linkPath(direction: Direction, parent: SceneNode, child: PlacedNode): string {
  if (direction === 'right') {
    const [x, gap] = [parent.x + parent.glyph.r, child.x - parent.x - parent.glyph.r];
    return `M${f(x)} ${f(parent.y)}C${f(x + gap * 0.22)} ${f(parent.y)} ${f(x + gap * 0.1)} ${f(child.y)} ${f(x + gap * 0.34)} ${f(child.y)}H${f(child.x)}`;
  }
  const [y, gap] = [
    parent.y + parent.glyph.r + textBelow(parent) + 2,
    child.y - parent.y - parent.glyph.r - textBelow(parent) - 2,
  ];
  return `M${f(parent.x)} ${f(y)}C${f(parent.x)} ${f(y + gap * 0.6)} ${f(child.x)} ${f(y + gap * 0.4)} ${f(child.x)} ${f(child.y)}`;
}

/** Short numbers: paths are many. */
const f = (value: number): string => String(Math.round(value * 10) / 10);

/** Where a node's texts stand, around its middle. */
export function textPlaces(direction: Direction, { glyph, label, hidden, answer }: SceneNode) {
  const { r } = glyph;
  if (direction === 'right') {
    return {
      label: { x: -r - 5, y: -5, anchor: 'end' },
      answer: { x: r + 7, y: 4, anchor: 'start' },
      hidden: { x: r + 6 + (answer === '' ? 0 : 7 * answer.length + 8), y: 4, anchor: 'start' },
    } as const;
  }
  return {
    label: { x: 0, y: r + 13, anchor: 'middle' },
    answer: { x: 0, y: r + 13 + (label === '' ? 0 : lineHeight), anchor: 'middle' },
    hidden: { x: 0, y: r + 13 + (label === '' || hidden === 0 ? 0 : lineHeight), anchor: 'middle' },
  } as const;
}
