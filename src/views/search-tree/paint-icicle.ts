import type { NodeId } from '#run/search-events.ts';
import { nodeValue, type TreeNodeState } from '#run/tree-state.ts';
import type { Size } from './camera.ts';
import type { Icicle } from './icicle.ts';
import type { Direction } from './tree-layout.ts';
import type { TreePalette } from './tree-palette.ts';
import { valueColour } from './value-ramp.ts';

interface IciclePicture {
  readonly tree: readonly TreeNodeState[];
  readonly icicle: Icicle;
  readonly direction: Direction;
  /** The current path, or that to the answer. */
  readonly path: readonly NodeId[];
  readonly selected: NodeId | null;
}

/** Along a level, in pixels: where a value of 0 ends, so that it is seen at all. */
const least = 0.18;

/** Draws a stripe for each node: its colour is the value, and so is its length, for those who cannot tell the colours. */
export function paintIcicle(
  context: CanvasRenderingContext2D,
  { tree, icicle, direction, path, selected }: IciclePicture,
  size: Size,
  palette: TreePalette,
): void {
  const { starts, ends, levels } = icicle;
  const [long, wide] = direction === 'right' ? [size.height, size.width] : [size.width, size.height];
  const level = wide / levels;
  const box = (along: number, across: number, deep: number, span: number) =>
    direction === 'right' ? ([along, across, deep, span] as const) : ([across, along, span, deep] as const);
  for (const { node, depth, status } of tree) {
    const span = (ends[node]! - starts[node]!) * long;
    const value = status === 'pruned' ? null : nodeValue(tree[node]!);
    // A gap between stripes where there is room for one.
    const thick = Math.max(0.5, span > 3 ? span - 1 : span);
    const deep = Math.max(1, level - 1.5);
    context.fillStyle = value === null ? palette.line : palette.forced ? palette.ink : valueColour(value);
    context.globalAlpha = value === null ? 0.28 : 1;
    context.fillRect(
      ...box(
        depth * level,
        starts[node]! * long,
        value === null ? deep : deep * (least + (1 - least) * value),
        thick,
      ),
    );
  }
  context.globalAlpha = 1;
  context.strokeStyle = palette.accent;
  context.lineWidth = 2;
  for (const node of path) outline(node, 0);
  if (selected !== null) {
    context.strokeStyle = palette.ink;
    outline(selected, 1);
  }
  const last = path.at(-1);
  if (last !== undefined) pointAt(last);

  function outline(node: NodeId, inset: number): void {
    const { depth } = tree[node]!;
    const span = Math.max(3, (ends[node]! - starts[node]!) * long);
    context.strokeRect(
      ...box(depth * level + inset, starts[node]! * long, Math.max(2, level - 1.5 - 2 * inset), span),
    );
  }

  /** An arrow head at the end of the path: among thousands its stripe is too thin to be found. */
  function pointAt(node: NodeId): void {
    const across = ((starts[node]! + ends[node]!) / 2) * long;
    const along = Math.min(wide - 9, (tree[node]!.depth + 1) * level);
    context.beginPath();
    for (const [a, b] of [
      [0, 0],
      [8, -5],
      [8, 5],
    ] as const)
      if (direction === 'right') context.lineTo(along + a, across + b);
      else context.lineTo(across + b, along + a);
    context.closePath();
    context.fillStyle = palette.accent;
    context.strokeStyle = palette.ground;
    context.lineWidth = 1.5;
    context.stroke();
    // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- a canvas, no array
    context.fill();
  }
}
