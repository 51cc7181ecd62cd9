import { bendOf, type Camera, onScreen, drawnRadius, type Size, type TreeType, typeFor } from './camera.ts';
import { falsePaths, shapePath, signPaths, strikePath } from './node-shapes.ts';
import { writeText } from './text-sprites.ts';
import { placeTexts, type PlacedText, signAway } from './text-places.ts';
import type { Direction } from './tree-layout.ts';
import type { TreePalette } from './tree-palette.ts';
import type { Scene, SceneNode } from './tree-scene.ts';

const faded = 0.28;
const fadedText = 0.45;
/** Pixels around the screen in which a node is still drawn. */
const around = 24;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Draws what is in sight of a scene. The context's unit is a pixel of the page. */
export function paintTree(
  context: CanvasRenderingContext2D,
  scene: Scene,
  camera: Camera,
  size: Size,
  palette: TreePalette,
): void {
  const at = (place: { readonly along: number; readonly across: number }) =>
    onScreen(camera, scene.layout, place);
  paintLinks(context, scene, camera, size, palette);
  const near = scene.nodes.filter((node) => isNear(at(node), size));
  const isFalse = near.filter((node) => node.isFalse !== null);
  for (const node of isFalse) paintFalse(context, scene, camera, node, palette, 'gap');
  for (const node of near)
    paintNode(context, node, at(node), drawnRadius(node.glyph.r, camera, scene.layout), palette);
  for (const text of placeTexts(scene, camera, size)) paintText(context, scene, text, typeFor(size), palette);
  for (const node of isFalse) paintFalse(context, scene, camera, node, palette, 'sign');
}

const isNear = ({ x, y }: Point, { width, height }: Size): boolean =>
  x >= -around && x <= width + around && y >= -around && y <= height + around;

function paintLinks(
  context: CanvasRenderingContext2D,
  { nodes, bars, byId, layout }: Scene,
  camera: Camera,
  size: Size,
  palette: TreePalette,
): void {
  const links = [...nodes, ...bars.map((bar) => ({ ...bar, lit: false }))].flatMap((one) => {
    const parent = one.parent === null ? undefined : byId.get(one.parent);
    if (!parent) return [];
    const [from, to] = [onScreen(camera, layout, parent), onScreen(camera, layout, one)];
    return crosses(from, to, size) ? [{ from, to, lit: one.lit, dim: one.dim }] : [];
  });
  // One path for each look: strokes are what costs.
  for (const [lit, dim] of [
    [false, true],
    [false, false],
    [true, false],
  ] as const) {
    context.beginPath();
    for (const link of links)
      if (link.lit === lit && (lit || link.dim === dim))
        traceLink(context, layout.direction, link.from, link.to);
    context.globalAlpha = dim ? faded : 1;
    context.lineWidth = lit ? 3 : 1.2;
    context.strokeStyle = lit ? palette.accent : palette.line;
    context.stroke();
  }
  context.globalAlpha = 1;
}

const crosses = (a: Point, b: Point, { width, height }: Size): boolean =>
  Math.max(a.x, b.x) >= 0 &&
  Math.min(a.x, b.x) <= width &&
  Math.max(a.y, b.y) >= 0 &&
  Math.min(a.y, b.y) <= height;

/** From a node to its child: a bend near the parent, then straight, so that the child's step can be read on it. */
function traceLink(context: CanvasRenderingContext2D, direction: Direction, from: Point, to: Point): void {
  context.moveTo(from.x, from.y);
  if (direction === 'right') {
    const gap = to.x - from.x;
    const bend = Math.min(gap, bendOf(gap));
    context.bezierCurveTo(from.x + bend * 0.6, from.y, from.x + bend * 0.4, to.y, from.x + bend, to.y);
    context.lineTo(to.x, to.y);
    return;
  }
  const gap = to.y - from.y;
  context.bezierCurveTo(from.x, from.y + gap * 0.6, to.x, from.y + gap * 0.4, to.x, to.y);
}

function paintNode(
  context: CanvasRenderingContext2D,
  node: SceneNode,
  { x, y }: Point,
  radius: number,
  palette: TreePalette,
): void {
  const { glyph } = node;
  const r = Math.round(radius * 2) / 2;
  context.save();
  context.translate(x, y);
  if (node.selected) {
    context.lineWidth = 2.5;
    context.strokeStyle = palette.accent;
    context.stroke(pathOf(shapePath(glyph.shape, r + 4)));
  }
  const shape = pathOf(shapePath(glyph.shape, r));
  context.fillStyle = palette.ground;
  // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- a canvas, no array
  context.fill(shape);
  context.globalAlpha = node.dim ? faded : 1;
  if (glyph.fill !== null) {
    context.fillStyle = glyph.fill;
    // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- a canvas, no array
    context.fill(shape);
  }
  context.lineWidth = node.lit || glyph.kept ? 2.4 : 1.2;
  context.strokeStyle = node.lit ? palette.accent : glyph.kept ? palette.ink : palette.line;
  context.stroke(shape);
  if (glyph.struck) {
    context.strokeStyle = palette.ink2;
    context.lineWidth = 1.4;
    context.stroke(pathOf(strikePath(r)));
  }
  if (glyph.sign && r >= 4) {
    context.scale(r / 8, r / 8);
    context.lineWidth = 2;
    context.strokeStyle = glyph.ink ?? palette.ink;
    context.stroke(pathOf(signPaths[glyph.sign]));
  }
  context.restore();
}

/**
 * That a step is false stands on the link that is the step, which it breaks: apart from the answer, which may be right all the
 * same, and so that value and outcome are still seen.
 */
function paintFalse(
  context: CanvasRenderingContext2D,
  { layout }: Scene,
  camera: Camera,
  node: SceneNode,
  palette: TreePalette,
  part: 'gap' | 'sign',
): void {
  const { isFalse, dim, selected } = node;
  if (!isFalse) return;
  const { x, y } = onScreen(camera, layout, node);
  const r = drawnRadius(node.glyph.r, camera, layout);
  const scale = Math.max(0.5, Math.min(1, r / 5));
  const away = r + (signAway + (selected ? 4 : 0)) * scale;
  context.save();
  // Above the middle of the link: in tight rows the step of the next one begins close below.
  if (layout.direction === 'right') context.translate(x - away, y - 0.75);
  else context.translate(x, y - away);
  context.scale(scale, scale);
  if (part === 'gap') {
    context.fillStyle = palette.ground;
    context.fillRect(-7, -5, 14, 10);
  } else {
    context.globalAlpha = dim ? faded : 1;
    context.lineCap = 'round';
    context.lineWidth = 1.7;
    context.strokeStyle = palette.wrong;
    context.stroke(pathOf(falsePaths[isFalse]));
  }
  context.restore();
}

/** Few shapes of few sizes: each is parsed once. */
const paths = new Map<string, Path2D>();
function pathOf(text: string): Path2D {
  let path = paths.get(text);
  if (!path) paths.set(text, (path = new Path2D(text)));
  return path;
}

function paintText(
  context: CanvasRenderingContext2D,
  scene: Scene,
  { node: id, kind, text, x, y }: PlacedText,
  type: TreeType,
  palette: TreePalette,
): void {
  const node = scene.byId.get(id)!;
  const { sign } = node.glyph;
  context.globalAlpha = node.dim ? fadedText : 1;
  const ink =
    kind === 'label'
      ? node.lit
        ? palette.ink
        : palette.ink2
      : sign === 'right'
        ? palette.right
        : sign === 'wrong'
          ? palette.wrong
          : palette.ink;
  // A step stands on its link, and on its sign, which it does not cover.
  const onLink = kind === 'label' && scene.layout.direction === 'right';
  const below = onLink ? (node.isFalse ? 1 : 3) : undefined;
  const font = `${kind === 'answer' || node.lit ? 600 : 400} ${type.size}px ${palette.mono}`;
  writeText(context, text, x, y, { font, size: type.size, ink, ground: palette.ground, below });
  context.globalAlpha = 1;
}
