import { select, zoom as d3zoom, type D3ZoomEvent, zoomIdentity } from 'd3';
import type { NodeId } from '#run/search-events.ts';
import { classes } from '#views/classes.ts';
import { cancelFrame, requestFrame } from '#views/one-frame.ts';
import { offerPaint, paintCanvas } from '#views/painted-canvas.ts';
import {
  anchored,
  anchorOf,
  type Camera,
  type CameraMode,
  fitted,
  marginsOf,
  nodeAt,
  onScreen,
  type Size,
} from './camera.ts';
import { followView, smallView } from './end-view.ts';
import { paintTree } from './paint-tree.ts';
import { createTreeBars } from './tree-bars.ts';
import { neighbourOf, type TreeSpot } from './tree-layout.ts';
import { treeLook, type TreeLook } from './tree-look.ts';
import { onPaletteChange, paletteOf, type TreePalette } from './tree-palette.ts';
import type { Scene, SceneNode } from './tree-scene.ts';
import styles from './search-tree.module.css';

export interface SearchTreeHandlers {
  readonly onSelect: (node: NodeId | null) => void;
  readonly onFold: (node: NodeId) => void;
  /** The bar of this node's children was opened. */
  readonly onOpen: (parent: NodeId) => void;
  /** A person has moved the picture. */
  readonly onMode: (mode: CameraMode) => void;
  /** The node under the pointer, and where on the screen, from the picture's corner. */
  readonly onPoint: (node: NodeId | null, x: number, y: number) => void;
  /** What is in sight has changed. */
  readonly onLook: (look: TreeLook) => void;
}

export interface SearchTreeController {
  update(scene: Scene): void;
  setMode(mode: CameraMode): void;
  zoomBy(factor: number): void;
  destroy(): void;
}

/** Short enough not to be waited for. */
const glide = 160;
const zoomRange: [number, number] = [0.2, 24];

/** The picture of a search tree in an element that has a size: zoom, pan, keys, and where the eye left it. */
export function createSearchTree(frame: HTMLElement, handlers: SearchTreeHandlers): SearchTreeController {
  const canvas = document.createElement('canvas');
  canvas.className = classes(styles.canvas);
  canvas.setAttribute('aria-hidden', 'true');
  const bars = createTreeBars((parent) => {
    frame.focus();
    handlers.onOpen(parent);
  });
  frame.prepend(canvas, bars.element);
  let scene: Scene | null = null;
  let mode: CameraMode = 'follow';
  let size: Size = { width: frame.clientWidth, height: frame.clientHeight };
  let palette = paletteOf(canvas);
  /** Scales at zoom 1: those of the last picture that was placed and not moved by a person. */
  let base: Pick<Camera, 'kx' | 'ky'> = { kx: 1, ky: 1 };
  let camera: Camera = { ...base, x: 0, y: 0 };
  /** Where a glide is going to; what is computed while it is under way starts from there. */
  let goal: Camera = camera;
  /** What is kept in sight: what was selected last, or what the search has come to since. */
  let target: NodeId | null = null;
  let zoom = 1;
  let frameAsked = 0;
  /** Milliseconds of the page's clock when there was something new last. */
  let updated = 0;

  const paint = (context: CanvasRenderingContext2D, colours: TreePalette) => {
    if (scene) paintTree(context, scene, camera, size, colours);
  };
  offerPaint(canvas, (context) => paint(context, paletteOf(canvas)));
  const draw = () => {
    cancelFrame(frameAsked);
    frameAsked = 0;
    if (!scene || size.width === 0 || size.height === 0) return;
    paintCanvas(canvas, size, window.devicePixelRatio || 1, (context) => paint(context, palette));
    bars.draw(scene, camera, size);
    handlers.onLook(treeLook(scene, camera, size, zoom));
  };
  /** At most once a frame, however much has changed. */
  const ask = () => {
    frameAsked ||= requestFrame(draw);
  };

  const holder = select<HTMLElement, unknown>(frame);
  const behaviour = d3zoom<HTMLElement, unknown>()
    .scaleExtent(zoomRange)
    .filter((event: Event) => !(event.target instanceof Element && event.target.closest('button')))
    // Known here: asking the element would make the browser lay out the page once more for every step.
    .extent(() => [
      [0, 0],
      [size.width, size.height],
    ])
    .on('zoom', ({ transform: { k, x, y }, sourceEvent }: D3ZoomEvent<HTMLElement, unknown>) => {
      zoom = k;
      camera = { kx: base.kx * k, ky: base.ky * k, x, y };
      ask();
      if (!sourceEvent) return;
      goal = camera;
      handlers.onPoint(null, 0, 0);
      if (mode !== 'free') handlers.onMode((mode = 'free'));
    });
  holder.call(behaviour).on('dblclick.zoom', null);

  const lessMotion = matchMedia('(prefers-reduced-motion: reduce)');
  function go(to: Camera, softly: boolean): void {
    if (same(to, goal) && same(goal, camera)) return;
    goal = to;
    holder.interrupt();
    if (mode !== 'free') base = { kx: to.kx, ky: to.ky };
    const k = to.kx / base.kx;
    const transform = zoomIdentity.translate(to.x, to.y).scale(k);
    // Other scales are taken at once: what a person compares is where things stand, not how they got there.
    if (softly && !lessMotion.matches && k === zoom && to.kx === camera.kx && to.ky === camera.ky)
      holder
        .transition()
        .duration(glide)
        .call((transition) => behaviour.transform(transition, transform));
    else behaviour.transform(holder, transform);
  }

  function aim(softly: boolean): void {
    if (!scene || size.width === 0) return;
    switch (mode) {
      case 'fit':
        return go(fitted(scene.layout, size, marginsOf(scene, size)), softly);
      case 'small':
        return go(smallView(goal, scene, size, target), softly);
      case 'follow':
        return go(followView(goal, scene, size, target), softly);
      case 'free':
        return;
    }
  }

  const pointed = (event: PointerEvent | MouseEvent): SceneNode | null => {
    if (!scene || (event.target instanceof Element && event.target.closest('button'))) return null;
    const box = frame.getBoundingClientRect();
    return nodeAt(scene, camera, event.clientX - box.left, event.clientY - box.top);
  };
  const onClick = (event: MouseEvent) => {
    if (event.defaultPrevented) return;
    const node = pointed(event);
    if (node) handlers.onSelect(node.node);
  };
  const onDouble = (event: MouseEvent) => {
    const node = pointed(event);
    if (node) handlers.onFold(node.node);
  };
  const onMove = (event: PointerEvent) => {
    const node = event.buttons === 0 ? pointed(event) : null;
    frame.style.cursor = node ? 'pointer' : '';
    const at = node && scene ? onScreen(camera, scene.layout, node) : { x: 0, y: 0 };
    handlers.onPoint(node?.node ?? null, at.x, at.y + (node?.glyph.r ?? 0));
  };
  const onLeave = () => handlers.onPoint(null, 0, 0);
  /** The keyboard is on a bar when that bar's button has the focus. */
  const barAt = (element: EventTarget | null): NodeId | null =>
    element instanceof HTMLElement && element.dataset.parent !== undefined
      ? Number(element.dataset.parent)
      : null;
  const onKey = (event: KeyboardEvent) => {
    if (!scene || event.ctrlKey || event.metaKey || event.altKey) return;
    const bar = barAt(event.target);
    if (event.target !== frame && bar === null) return;
    const from: TreeSpot = bar !== null ? { barOf: bar } : { node: scene.selected ?? scene.at ?? 0 };
    if (event.key.startsWith('Arrow')) {
      event.preventDefault();
      const chosen = bar !== null || scene.selected !== null;
      const next = chosen ? neighbourOf(scene.layout, from, event.key) : from;
      if (next) visit(next);
    } else if (event.key === 'Enter' && bar === null && scene.selected !== null) {
      event.preventDefault();
      handlers.onFold(scene.selected);
    }
  };
  function visit(spot: TreeSpot): void {
    if ('node' in spot) {
      frame.focus();
      handlers.onSelect(spot.node);
      return;
    }
    if (bars.focus(spot.barOf)) return;
    const bar = scene?.layout.bars.get(spot.barOf);
    if (!bar || !scene) return;
    reveal(onScreen(goal, scene.layout, bar));
    bars.draw(scene, goal, size);
    bars.focus(spot.barOf);
  }
  frame.addEventListener('click', onClick);
  frame.addEventListener('dblclick', onDouble);
  frame.addEventListener('pointermove', onMove);
  frame.addEventListener('pointerleave', onLeave);
  frame.addEventListener('keydown', onKey);

  const observer = new ResizeObserver(() => {
    size = { width: frame.clientWidth, height: frame.clientHeight };
    aim(false);
    // A sheet with its numbers may have taken the room in which it was.
    const chosen = scene?.selected ?? null;
    const node = mode === 'free' && chosen !== null ? scene?.layout.byId.get(chosen) : undefined;
    if (scene && node) reveal(onScreen(goal, scene.layout, node));
    // Before the browser shows the new size: what was painted for another one would be stretched.
    draw();
  });
  observer.observe(frame);
  const unwatch = onPaletteChange(() => {
    palette = paletteOf(canvas);
    ask();
  });

  return {
    update(next) {
      const before = scene;
      scene = next;
      const quick = performance.now() - updated < glide;
      updated = performance.now();
      const chosen = next.selected;
      const isNew = chosen !== null && chosen !== before?.selected;
      if (isNew) target = chosen;
      else if (!before || before.at !== next.at || target === null) target = next.at;
      const turned = before !== null && before.layout.direction !== next.layout.direction;
      if (before && before.layout !== next.layout && !turned) {
        const anchor = anchorOf(before.layout, goal, size, chosen ?? next.at);
        const kept = anchored(goal, before.layout, next.layout, anchor);
        // Follow and fit go on from where the eye is; free stays there.
        if (mode === 'free') go(kept, false);
        else goal = kept;
      }
      if (turned && mode === 'free') {
        base = fitted(next.layout, size, marginsOf(next, size));
        go(fitted(next.layout, size, marginsOf(next, size)), false);
      } else aim(before !== null && before.nodes.length === next.nodes.length && !quick);
      const node = isNew && mode === 'free' ? next.layout.byId.get(chosen) : undefined;
      if (node) reveal(onScreen(goal, next.layout, node));
      // With the rest of the page, so that the browser lays it out and paints it once.
      draw();
    },
    setMode(next) {
      mode = next;
      aim(true);
    },
    zoomBy(factor) {
      if (mode !== 'free') handlers.onMode((mode = 'free'));
      behaviour.scaleBy(holder, factor);
      goal = camera;
    },
    destroy() {
      observer.disconnect();
      unwatch();
      cancelFrame(frameAsked);
      holder.interrupt().on('.zoom', null);
      frame.removeEventListener('click', onClick);
      frame.removeEventListener('dblclick', onDouble);
      frame.removeEventListener('pointermove', onMove);
      frame.removeEventListener('pointerleave', onLeave);
      frame.removeEventListener('keydown', onKey);
      canvas.remove();
      bars.element.remove();
    },
  };

  /** What was chosen by key or in the outline comes into sight. */
  function reveal({ x, y }: { readonly x: number; readonly y: number }): void {
    const inset = 40;
    const shift = (at: number, room: number) =>
      at < inset ? inset - at : at > room - inset ? room - inset - at : 0;
    const [byX, byY] = [shift(x, size.width), shift(y, size.height)];
    if (byX !== 0 || byY !== 0) go({ ...goal, x: goal.x + byX, y: goal.y + byY }, true);
  }
}

const same = (a: Camera, b: Camera): boolean =>
  a.kx === b.kx && a.ky === b.ky && Math.abs(a.x - b.x) < 0.5 && Math.abs(a.y - b.y) < 0.5;
