import type { NodeId } from '#run/search-events.ts';
import { type Camera, onScreen, type Size } from './camera.ts';
import type { Scene } from './tree-scene.ts';

/** What of a scene is in sight. */
export interface TreeLook {
  readonly size: Size;
  /** How far a person has zoomed in: 1 as it was placed. */
  readonly zoom: number;
  /** Nodes in sight that are drawn, and parents whose bar is. */
  readonly nodes: readonly NodeId[];
  readonly bars: readonly NodeId[];
  /** All of what is drawn is in sight. */
  readonly whole: boolean;
}

export function treeLook(scene: Scene, camera: Camera, size: Size, zoom: number): TreeLook {
  const isIn = (place: { readonly along: number; readonly across: number }) => {
    const { x, y } = onScreen(camera, scene.layout, place);
    return x >= 0 && y >= 0 && x <= size.width && y <= size.height;
  };
  const nodes = scene.nodes.filter(isIn).map(({ node }) => node);
  const bars = scene.bars.filter(isIn).map(({ parent }) => parent);
  const whole = nodes.length === scene.nodes.length && bars.length === scene.bars.length;
  return { size, zoom, nodes, bars, whole };
}
