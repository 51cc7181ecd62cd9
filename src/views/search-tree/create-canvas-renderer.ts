import { tree } from '#words/en/tree.ts';
import type { Camera, Size } from './camera.ts';
import { linkPath, shapePath, signPaths, strikePath, textPlaces } from './node-shapes.ts';
import type { Scene, SceneNode } from './tree-scene.ts';
import { growth, type TreeRenderer, textZoom } from './tree-renderer.ts';
import { classes } from '../classes.ts';
import styles from './search-tree.module.css';

interface Palette {
  readonly ground: string;
  readonly ink: string;
  readonly ink2: string;
  readonly line: string;
  readonly accent: string;
  readonly right: string;
  readonly wrong: string;
  readonly sans: string;
  readonly mono: string;
}

const faded = 0.28;

/** Draws on a canvas what is in sight, again for every change: for trees too large for elements. */
export function createCanvasRenderer(): TreeRenderer {
  const canvas = document.createElement('canvas');
  canvas.className = classes(styles.canvas);
  canvas.setAttribute('aria-hidden', 'true');
  const context = canvas.getContext('2d')!;
  let scene: Scene | null = null;
  let camera: Camera = { k: 1, x: 0, y: 0 };
  let size: Size = { width: 0, height: 0 };

  function paint(): void {
    if (!scene || size.width === 0) return;
    const ratio = window.devicePixelRatio || 1;
    const [width, height] = [Math.round(size.width * ratio), Math.round(size.height * ratio)];
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    const palette = paletteOf(canvas);
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, width, height);
    context.setTransform(camera.k * ratio, 0, 0, camera.k * ratio, camera.x * ratio, camera.y * ratio);
    const seen = inSight(scene, camera, size);
    paintLinks(context, scene, seen, palette);
    for (const node of seen) paintNode(context, node, palette, growth(camera.k));
    if (camera.k >= textZoom) for (const node of seen) paintText(context, scene, node, palette);
  }

  return {
    element: canvas,
    draw(next) {
      scene = next;
      paint();
    },
    look(nextCamera, nextSize) {
      [camera, size] = [nextCamera, nextSize];
      paint();
    },
    destroy() {
      canvas.remove();
    },
  };
}

function inSight({ nodes }: Scene, { k, x, y }: Camera, { width, height }: Size): readonly SceneNode[] {
  const around = 260;
  const [left, right, top, bottom] = [
    -x / k - around,
    (width - x) / k + around,
    -y / k - around,
    (height - y) / k + around,
  ];
  return nodes.filter((node) => node.x >= left && node.x <= right && node.y >= top && node.y <= bottom);
}

function paintLinks(
  context: CanvasRenderingContext2D,
  { nodes, layout }: Scene,
  seen: readonly SceneNode[],
  palette: Palette,
): void {
  const byId = new Map(nodes.map((node) => [node.node, node]));
  // One path for each look: strokes are what costs.
  for (const [lit, dim] of [
    [false, true],
    [false, false],
    [true, false],
  ] as const) {
    const path = new Path2D();
    for (const node of seen) {
      const parent = node.parent === null ? undefined : byId.get(node.parent);
      if (parent && node.lit === lit && (lit || node.dim === dim))
        path.addPath(new Path2D(linkPath(layout.direction, parent, node)));
    }
    context.globalAlpha = dim ? faded : 1;
    context.lineWidth = lit ? 3 : 1.2;
    context.strokeStyle = lit ? palette.accent : palette.line;
    context.stroke(path);
  }
  context.globalAlpha = 1;
}

function paintNode(context: CanvasRenderingContext2D, node: SceneNode, palette: Palette, grow: number): void {
  const { glyph } = node;
  const r = glyph.r * grow;
  context.save();
  context.translate(node.x, node.y);
  if (node.selected) {
    context.lineWidth = 2.5;
    context.strokeStyle = palette.accent;
    context.stroke(new Path2D(shapePath(glyph.shape, r + 4)));
  }
  context.globalAlpha = node.dim ? faded : 1;
  const shape = new Path2D(shapePath(glyph.shape, r));
  context.fillStyle = glyph.fill ?? palette.ground;
  // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- a canvas, no array
  context.fill(shape);
  context.lineWidth = node.lit || glyph.kept ? 2.4 : 1.2;
  context.strokeStyle = node.lit ? palette.accent : glyph.kept ? palette.ink : palette.line;
  context.stroke(shape);
  if (glyph.struck) {
    context.strokeStyle = palette.ink2;
    context.lineWidth = 1.4;
    context.stroke(new Path2D(strikePath(r)));
  }
  if (glyph.sign) {
    context.scale(r / 8, r / 8);
    context.lineWidth = 2;
    context.strokeStyle = glyph.ink ?? palette.ink;
    context.stroke(new Path2D(signPaths[glyph.sign]));
  }
  context.restore();
}

function paintText(
  context: CanvasRenderingContext2D,
  { layout }: Scene,
  node: SceneNode,
  palette: Palette,
): void {
  if (node.label === '' && node.answer === '' && node.hidden === 0) return;
  const places = textPlaces(layout.direction, node);
  context.globalAlpha = node.dim ? faded : 1;
  const write = (
    text: string,
    { x, y, anchor }: { readonly x: number; readonly y: number; readonly anchor: 'start' | 'end' | 'middle' },
    font: string,
    colour: string,
  ) => {
    if (text === '') return;
    context.font = font;
    context.textAlign = anchor === 'middle' ? 'center' : anchor;
    context.lineWidth = 4;
    context.lineJoin = 'round';
    context.strokeStyle = palette.ground;
    context.strokeText(text, node.x + x, node.y + y);
    context.fillStyle = colour;
    context.fillText(text, node.x + x, node.y + y);
  };
  write(
    node.label,
    places.label,
    `${node.lit ? 600 : 400} 12px ${palette.mono}`,
    node.lit ? palette.ink : palette.ink2,
  );
  write(
    node.answer,
    places.answer,
    `600 12px ${palette.mono}`,
    node.glyph.sign === 'right' ? palette.right : node.glyph.sign === 'wrong' ? palette.wrong : palette.ink,
  );
  write(
    node.hidden > 0 ? tree.hidden(node.hidden) : '',
    places.hidden,
    `12px ${palette.sans}`,
    palette.accent,
  );
  context.globalAlpha = 1;
}

/** The page's own colours and fonts, as they are now: the theme may have changed. */
function paletteOf(element: Element): Palette {
  const style = getComputedStyle(element);
  const of = (name: string) => style.getPropertyValue(`--${name}`);
  return {
    ground: of('ground'),
    ink: of('ink'),
    ink2: of('ink-2'),
    line: of('line-strong'),
    accent: of('accent'),
    right: of('right'),
    wrong: of('wrong'),
    sans: of('sans'),
    mono: of('mono'),
  };
}
