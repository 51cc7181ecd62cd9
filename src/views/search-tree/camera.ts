import type { Box, TreeLayout } from './tree-layout.ts';
import type { NodeId } from '#run/search-events.ts';

/** What of the tree is in sight: screen = k · place + (x, y). */
export interface Camera {
  readonly k: number;
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * `follow`: as much as can be read, with the current step in sight. `fit`: all of it. `free`: where a person left it.
 */
export type CameraMode = 'follow' | 'fit' | 'free';

/** Larger than this a small tree would look lost; smaller, its text cannot be read. */
const largest = 1.15;
const readable = 0.92;
export const zoomRange: [number, number] = [0.04, 4];

/** All of the tree, in the middle. */
export function fitted(box: Box, { width, height }: Size, smallest = zoomRange[0]): Camera {
  const [wide, high] = [Math.max(1, box.right - box.left), Math.max(1, box.bottom - box.top)];
  const k = Math.max(smallest, Math.min(largest, width / wide, height / high));
  return {
    k,
    x: width / 2 - (k * (box.left + box.right)) / 2,
    y: height / 2 - (k * (box.top + box.bottom)) / 2,
  };
}

/**
 * All of it if it can be read so; else readable, moved just far enough that the current path is in sight, or where that is
 * too long, the node that it has come to.
 */
export function following(
  before: Camera,
  layout: TreeLayout,
  size: Size,
  at: NodeId | null,
  sight: Box | null = null,
): Camera {
  const all = fitted(layout.box, size, readable);
  const { box } = layout;
  const fits = (span: number, room: number) => span * all.k <= room + 0.5;
  const place = (at !== null && layout.byId.get(at)) || layout.byId.get(0);
  const move = (
    from: number,
    low: number,
    high: number,
    room: number,
    point: number,
    centred: number,
    start?: number,
    end?: number,
  ) => {
    if (fits(high - low, room)) return centred;
    const inset = Math.min(room * 0.25, 150);
    const seen = point * all.k + from;
    let wanted = seen < inset ? from + inset - seen : seen > room - inset ? from + room - inset - seen : from;
    if (start !== undefined && end !== undefined && (end - start) * all.k <= room) {
      wanted =
        start * all.k + from < 0 ? -start * all.k : end * all.k + from > room ? room - end * all.k : from;
    }
    // No emptiness beyond the tree's own edges.
    return Math.min(-low * all.k, Math.max(room - high * all.k, wanted));
  };
  const scaled = rescaled(before, all.k, size);
  return {
    k: all.k,
    x: move(scaled.x, box.left, box.right, size.width, place?.x ?? 0, all.x, sight?.left, sight?.right),
    y: move(scaled.y, box.top, box.bottom, size.height, place?.y ?? 0, all.y, sight?.top, sight?.bottom),
  };
}

/** The same middle at another zoom. */
export function rescaled({ k, x, y }: Camera, to: number, { width, height }: Size): Camera {
  const [midX, midY] = [width / 2, height / 2];
  return { k: to, x: midX - ((midX - x) / k) * to, y: midY - ((midY - y) / k) * to };
}

/** A node that stays where it is on the screen while the tree grows: the wished one if in sight, else that nearest the middle. */
export function anchorOf(
  layout: TreeLayout,
  { k, x, y }: Camera,
  { width, height }: Size,
  wished: NodeId | null,
): NodeId | null {
  const on = (node: { readonly x: number; readonly y: number }) => ({ x: node.x * k + x, y: node.y * k + y });
  const chosen = wished === null ? undefined : layout.byId.get(wished);
  if (chosen) {
    const at = on(chosen);
    if (at.x >= 0 && at.x <= width && at.y >= 0 && at.y <= height) return chosen.node;
  }
  let best: { readonly node: NodeId; readonly far: number } | null = null;
  for (const node of layout.nodes) {
    const at = on(node);
    const far = Math.hypot(at.x - width / 2, at.y - height / 2);
    if (!best || far < best.far) best = { node: node.node, far };
  }
  return best?.node ?? null;
}

/** The camera after a new layout, with the anchor where it was on the screen. */
export function anchored(
  camera: Camera,
  before: TreeLayout,
  after: TreeLayout,
  anchor: NodeId | null,
): Camera {
  const from = anchor === null ? undefined : before.byId.get(anchor);
  const to = anchor === null ? undefined : after.byId.get(anchor);
  if (!from || !to || before.direction !== after.direction) return camera;
  return { k: camera.k, x: camera.x + camera.k * (from.x - to.x), y: camera.y + camera.k * (from.y - to.y) };
}
