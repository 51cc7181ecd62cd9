import { select, zoom as d3zoom, zoomIdentity, type D3ZoomEvent, type ZoomTransform } from 'd3';
import type { NodeId } from '#run/search-events.ts';
import {
  anchored,
  anchorOf,
  type Camera,
  type CameraMode,
  fitted,
  following,
  type Size,
  zoomRange,
} from './camera.ts';
import { createCanvasRenderer } from './create-canvas-renderer.ts';
import { createSvgRenderer } from './create-svg-renderer.ts';
import { neighbourOf } from './tree-layout.ts';
import { mostElements, type TreeRenderer } from './tree-renderer.ts';
import { nodeAt, type Scene, type SceneNode } from './tree-scene.ts';

export interface SearchTreeHandlers {
  readonly onSelect: (node: NodeId | null) => void;
  readonly onFold: (node: NodeId) => void;
  /** A person has moved the picture. */
  readonly onMode: (mode: CameraMode) => void;
  /** The node under the pointer, and where on the screen, from the picture's corner. */
  readonly onPoint: (node: NodeId | null, x: number, y: number) => void;
}

export interface SearchTreeController {
  update(scene: Scene): void;
  setMode(mode: CameraMode): void;
  zoomBy(factor: number): void;
  destroy(): void;
}

/** Short enough not to be waited for. */
const glide = 160;
const pointerSlack = 7;

/** The picture of a search tree in an element that has a size: zoom, pan, keys, and where the eye left it. */
export function createSearchTree(frame: HTMLElement, handlers: SearchTreeHandlers): SearchTreeController {
  let renderer: TreeRenderer = createSvgRenderer();
  let isCanvas = false;
  frame.prepend(renderer.element);
  let scene: Scene | null = null;
  let mode: CameraMode = 'follow';
  let size: Size = { width: frame.clientWidth, height: frame.clientHeight };
  let camera: Camera = { k: 1, x: 0, y: 0 };
  /** Where a glide is going to; what is computed while it is under way starts from there. */
  let goal: Camera = camera;
  /** What is kept in sight: what was selected last, or what the search has come to since. */
  let target: NodeId | null = null;

  const holder = select<HTMLElement, unknown>(frame);
  const behaviour = d3zoom<HTMLElement, unknown>()
    .scaleExtent(zoomRange)
    // Known here: asking the element would make the browser lay out the page once more for every step.
    .extent(() => [
      [0, 0],
      [size.width, size.height],
    ])
    .on('zoom', ({ transform, sourceEvent }: D3ZoomEvent<HTMLElement, unknown>) => {
      camera = cameraOf(transform);
      renderer.look(camera, size);
      if (!sourceEvent) return;
      goal = camera;
      handlers.onPoint(null, 0, 0);
      if (mode !== 'free') handlers.onMode((mode = 'free'));
    });
  holder.call(behaviour).on('dblclick.zoom', null);

  const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
  function go(to: Camera, softly: boolean): void {
    if (same(to, goal) && same(goal, camera)) return;
    goal = to;
    holder.interrupt();
    const transform = zoomIdentity.translate(to.x, to.y).scale(to.k);
    if (softly && !still())
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
        return go(fitted(scene.layout.box, size), softly);
      case 'follow':
        return go(
          following(goal, scene.layout, size, target, target === scene.at ? scene.sight : null),
          softly,
        );
      case 'free':
        return;
    }
  }

  /** In a large tree a canvas is faster; back only well below, so that it does not go to and fro. */
  function chooseRenderer(count: number): void {
    const wanted = isCanvas ? count > mostElements * 0.8 : count > mostElements;
    if (wanted === isCanvas) return;
    renderer.destroy();
    renderer = wanted ? createCanvasRenderer() : createSvgRenderer();
    isCanvas = wanted;
    frame.prepend(renderer.element);
    renderer.look(camera, size);
  }

  const pointed = (event: PointerEvent | MouseEvent): SceneNode | null => {
    if (!scene) return null;
    const box = frame.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    return nodeAt(scene, (x - camera.x) / camera.k, (y - camera.y) / camera.k, pointerSlack / camera.k);
  };
  const onClick = (event: MouseEvent) => {
    if (event.defaultPrevented || (event.target instanceof Element && event.target.closest('button'))) return;
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
    handlers.onPoint(
      node?.node ?? null,
      node ? node.x * camera.k + camera.x : 0,
      node ? (node.y + node.glyph.r) * camera.k + camera.y : 0,
    );
  };
  const onLeave = () => handlers.onPoint(null, 0, 0);
  const onKey = (event: KeyboardEvent) => {
    if (!scene || event.target !== frame || event.ctrlKey || event.metaKey || event.altKey) return;
    const chosen = selectedIn(scene) !== null;
    const from = selectedIn(scene) ?? scene.at ?? 0;
    if (event.key.startsWith('Arrow')) {
      event.preventDefault();
      const next = chosen ? neighbourOf(scene.layout, from, event.key) : from;
      if (next !== null) handlers.onSelect(next);
    } else if (event.key === 'Enter' && chosen) {
      event.preventDefault();
      handlers.onFold(from);
    }
  };
  frame.addEventListener('click', onClick);
  frame.addEventListener('dblclick', onDouble);
  frame.addEventListener('pointermove', onMove);
  frame.addEventListener('pointerleave', onLeave);
  frame.addEventListener('keydown', onKey);

  const observer = new ResizeObserver(() => {
    size = { width: frame.clientWidth, height: frame.clientHeight };
    renderer.look(camera, size);
    aim(false);
  });
  observer.observe(frame);

  return {
    update(next) {
      const before = scene;
      scene = next;
      const chosen = selectedIn(next);
      const isNew = chosen !== null && chosen !== (before && selectedIn(before));
      if (isNew) target = chosen;
      else if (!before || before.at !== next.at || target === null) target = next.at;
      chooseRenderer(next.nodes.length);
      renderer.draw(next);
      const turned = before !== null && before.layout.direction !== next.layout.direction;
      if (before && before.layout !== next.layout && !turned) {
        const anchor = anchorOf(before.layout, goal, size, chosen ?? next.at);
        const kept = anchored(goal, before.layout, next.layout, anchor);
        // Follow and fit go on from where the eye is; free stays there.
        if (mode === 'free') go(kept, false);
        else goal = kept;
      }
      if (turned && mode === 'free') go(fitted(next.layout.box, size, 0.5), false);
      else aim(before !== null && before.nodes.length === next.nodes.length);
      if (isNew && mode === 'free') reveal(chosen);
    },
    setMode(next) {
      mode = next;
      aim(true);
    },
    zoomBy(factor) {
      behaviour.scaleBy(holder, factor);
      goal = camera;
      if (mode !== 'free') handlers.onMode((mode = 'free'));
    },
    destroy() {
      observer.disconnect();
      holder.interrupt().on('.zoom', null);
      frame.removeEventListener('click', onClick);
      frame.removeEventListener('dblclick', onDouble);
      frame.removeEventListener('pointermove', onMove);
      frame.removeEventListener('pointerleave', onLeave);
      frame.removeEventListener('keydown', onKey);
      renderer.destroy();
    },
  };

  /** A node that was selected by key or in the outline comes into sight. */
  function reveal(chosen: NodeId): void {
    const node = scene?.layout.byId.get(chosen);
    if (!node) return;
    const [x, y] = [node.x * goal.k + goal.x, node.y * goal.k + goal.y];
    const inset = 40;
    const shift = (at: number, room: number) =>
      at < inset ? inset - at : at > room - inset ? room - inset - at : 0;
    const [byX, byY] = [shift(x, size.width), shift(y, size.height)];
    if (byX !== 0 || byY !== 0) go({ k: goal.k, x: goal.x + byX, y: goal.y + byY }, true);
  }
}

const selectedIn = ({ nodes }: Scene): NodeId | null => nodes.find(({ selected }) => selected)?.node ?? null;
const cameraOf = ({ k, x, y }: ZoomTransform): Camera => ({ k, x, y });
const same = (a: Camera, b: Camera): boolean =>
  a.k === b.k && Math.abs(a.x - b.x) < 0.5 && Math.abs(a.y - b.y) < 0.5;
