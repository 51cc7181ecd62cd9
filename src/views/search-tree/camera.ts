import type { NodeId } from '#run/search-events.ts';
import type { TreeLayout, TreePlace } from './tree-layout.ts';
import type { Scene, SceneNode } from './tree-scene.ts';

/**
 * What of the tree is in sight. A place's middle on the screen is (x + kx · column, y + ky · line): the two axes have scales of
 * their own, and text and signs keep their size.
 */
export interface Camera {
  readonly kx: number;
  readonly ky: number;
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * `follow`: as much as can be read, with the current step in sight. `fit`: all of it. `small`: all of it, but where that leaves a tree
 * that is done no room for its steps, the path to its answer. `free`: where a person left it.
 */
export type CameraMode = 'follow' | 'fit' | 'small' | 'free';

/** Room that the outermost nodes keep free for themselves and their texts, in pixels. */
export interface Margins {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The picture's own type: larger on a larger stage. No text is measured, since all its characters are equally wide. */
export interface TreeType {
  /** Pixels of the type, and of one character of it. */
  readonly size: number;
  readonly character: number;
}

const types = { small: { size: 13, character: 7.85 }, large: { size: 15, character: 9.05 } } as const;

export function typeFor({ width }: Size): TreeType {
  return width < 800 ? types.small : types.large;
}

/** Pixels between rows and between levels: what can be read well, and the most that still looks like one tree. */
const readable = { right: { along: 128, across: 24 }, down: { along: 66, across: 64 } } as const;
const widest = { right: { along: 230, across: 46 }, down: { along: 112, across: 150 } } as const;
/** Pixels between levels and between rows. */
export interface Spacing {
  readonly along: number;
  readonly across: number;
}
/** Least room for a row in which all fits, by the size of the type: see `rowsFor`. */
const closest = { right: 1.45, down: 2.8 } as const;

/** The root at its largest, and what stands around its name. */
const leftOfRoot = 31;

/** Room around a scene: rightwards, answers and bars stand right of the deepest nodes and the root's name left of it. */
export function marginsOf({ layout, beyond, beyondCompact, covered }: Scene, size: Size): Margins {
  const top = topMargin(covered);
  if (layout.direction === 'down') return { left: 46, right: 46, top, bottom: 46 };
  const { character } = typeFor(size);
  // Where answers would take much of the stage, steps need the room more than blanks do.
  const characters = character * beyond > 0.27 * size.width ? beyondCompact : beyond;
  const left = leftOfRoot + 5 * character;
  // A bar one level less deep needs room of its own where columns are narrow.
  const column = (size.width - left - barRoom) / Math.max(1, layout.depth);
  const forBars = [...layout.bars.values()].map(({ along }) => barRoom - (layout.depth - along) * column);
  return { left, right: Math.max(30, 28 + character * characters, ...forBars), top, bottom: 22 };
}

/** Above the topmost row, below what covers the picture's top. */
export const topMargin = (covered: number): number => 28 + covered;

/** From a bar's place to its right end, with a little air. */
const barRoom = 78;

/** Rightwards: pixels after a node in which the links to its children bend, by those to the next level. */
export const bendOf = (level: number): number => Math.max(18, Math.min(30, 0.28 * level));

/** Where a place is on the screen. */
export function onScreen(
  { kx, ky, x, y }: Camera,
  { direction }: Pick<TreeLayout, 'direction'>,
  { along, across }: TreePlace,
): { readonly x: number; readonly y: number } {
  const [column, line] = direction === 'right' ? [along, across] : [across, along];
  return { x: x + kx * column, y: y + ky * line };
}

/** Half the width at which a node is drawn: less where rows are close, so that it leaves its neighbours to be seen. */
export function drawnRadius(
  r: number,
  { kx, ky }: Camera,
  { direction }: Pick<TreeLayout, 'direction'>,
): number {
  const row = direction === 'right' ? ky : kx;
  return Math.max(1.5, Math.min(r * Math.min(1, row / 18), row * 0.62));
}

/** Rows that fit without scrolling. */
export function rowsFor(direction: TreeLayout['direction'], size: Size, margins: Margins): number {
  const { width, height } = size;
  const room =
    direction === 'right' ? height - margins.top - margins.bottom : width - margins.left - margins.right;
  return Math.max(4, Math.floor(room / (closest[direction] * typeFor(size).size)) + 1);
}

/** All of the tree, filling the room there is, in the middle. */
export function fitted(layout: TreeLayout, size: Size, margins: Margins): Camera {
  return centred(layout, size, margins, { along: 0, across: 0 });
}

function centred(layout: TreeLayout, size: Size, margins: Margins, least: Spacing): Camera {
  const { direction, depth, rows } = layout;
  const most = widest[direction];
  const roomX = Math.max(1, size.width - margins.left - margins.right);
  const roomY = Math.max(1, size.height - margins.top - margins.bottom);
  const [roomAlong, roomAcross] = direction === 'right' ? [roomX, roomY] : [roomY, roomX];
  const along = Math.max(least.along, Math.min(most.along, roomAlong / Math.max(1, depth)));
  const across = Math.max(least.across, Math.min(most.across, roomAcross / Math.max(1, rows - 1)));
  const [kx, ky] = direction === 'right' ? [along, across] : [across, along];
  const [columns, lines] = direction === 'right' ? [depth, rows - 1] : [rows - 1, depth];
  // The root alone stands where it will stand when it has children.
  const spare = (room: number, span: number, isAlong: boolean) =>
    depth === 0 && isAlong ? 0 : Math.max(0, (room - Math.max(0, span)) / 2);
  return {
    kx,
    ky,
    x: margins.left + spare(roomX, kx * columns, direction === 'right'),
    y: margins.top + spare(roomY, ky * lines, direction === 'down'),
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
  margins: Margins,
  at: NodeId | null,
  path: readonly NodeId[] = [],
  /** Least pixels between levels and rows, where they may be closer than is read best. */
  closer: Partial<Spacing> = {},
): Camera {
  const { direction, depth, rows } = layout;
  const all = centred(layout, size, margins, { ...leastFor(layout, size, margins), ...closer });
  const [columns, lines] = direction === 'right' ? [depth, rows - 1] : [rows - 1, depth];
  const scaled = rescaled(before, all, size);
  const point = onScreen(scaled, layout, (at === null ? undefined : layout.byId.get(at)) ?? root);
  const on = path
    .flatMap((node) => layout.byId.get(node) ?? [])
    .map((place) => onScreen(scaled, layout, place));
  const x = {
    wanted: scaled.x,
    centred: all.x,
    point: point.x,
    points: on.map((one) => one.x),
    span: all.kx * columns,
    room: size.width,
    before: margins.left,
    after: margins.right,
  };
  const y = {
    wanted: scaled.y,
    centred: all.y,
    point: point.y,
    points: on.map((one) => one.y),
    span: all.ky * lines,
    room: size.height,
    before: margins.top,
    after: margins.bottom,
  };
  return { kx: all.kx, ky: all.ky, x: moved(x), y: moved(y) };
}

/** Steps on links can still be read where rows are close; below their nodes they need the room. */
function leastFor({ direction, rows }: TreeLayout, size: Size, margins: Margins): Spacing {
  const least = readable[direction];
  if (direction === 'down' || rows > rowsFor(direction, size, margins)) return least;
  return { ...least, across: Math.min(least.across, closest.right * typeFor(size).size) };
}

const root: TreePlace = { along: 0, across: 0 };

interface Axis {
  /** Where the axis begins on the screen, and where it would if all were in the middle. */
  readonly wanted: number;
  readonly centred: number;
  readonly point: number;
  readonly points: readonly number[];
  /** Pixels of the whole tree, and of the screen with its margins. */
  readonly span: number;
  readonly room: number;
  readonly before: number;
  readonly after: number;
}

function moved({ wanted, centred: middle, point, points, span, room, before, after }: Axis): number {
  if (span <= room - before - after + 0.5) return middle;
  const [low, high] = [Math.min(...points, Infinity), Math.max(...points, -Infinity)];
  const fits = points.length > 0 && high - low <= room - before - after + 0.5;
  const [from, to] = fits ? [low, high] : [point, point];
  const shift = from < before ? before - from : to > room - after ? room - after - to : 0;
  // No emptiness beyond the tree's own edges.
  return Math.min(before, Math.max(room - after - span, wanted + shift));
}

/** The same middle at other scales. */
function rescaled({ kx, ky, x, y }: Camera, to: Pick<Camera, 'kx' | 'ky'>, { width, height }: Size): Camera {
  const [midX, midY] = [width / 2, height / 2];
  return {
    kx: to.kx,
    ky: to.ky,
    x: midX - ((midX - x) / kx) * to.kx,
    y: midY - ((midY - y) / ky) * to.ky,
  };
}

/** A node that stays where it is on the screen while the tree grows: the wished one if in sight, else that nearest the middle. */
export function anchorOf(
  layout: TreeLayout,
  camera: Camera,
  { width, height }: Size,
  wished: NodeId | null,
): NodeId | null {
  const chosen = wished === null ? undefined : layout.byId.get(wished);
  if (chosen) {
    const at = onScreen(camera, layout, chosen);
    if (at.x >= 0 && at.x <= width && at.y >= 0 && at.y <= height) return chosen.node;
  }
  let best: { readonly node: NodeId; readonly far: number } | null = null;
  for (const node of layout.nodes) {
    const at = onScreen(camera, layout, node);
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
  const [old, now] = [onScreen(camera, before, from), onScreen(camera, after, to)];
  return { ...camera, x: camera.x + old.x - now.x, y: camera.y + old.y - now.y };
}

const pointerSlack = 7;

/** The node at a point of the screen, if one is near enough. */
export function nodeAt({ nodes, layout }: Scene, camera: Camera, x: number, y: number): SceneNode | null {
  let best: SceneNode | null = null;
  let nearest = Infinity;
  for (const node of nodes) {
    const at = onScreen(camera, layout, node);
    const far = Math.hypot(at.x - x, at.y - y) - drawnRadius(node.glyph.r, camera, layout);
    if (far <= pointerSlack && far < nearest) [best, nearest] = [node, far];
  }
  return best;
}
