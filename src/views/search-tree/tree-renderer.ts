import type { Camera, Size } from './camera.ts';
import type { Scene } from './tree-scene.ts';

/** What draws a scene: with SVG elements or on a canvas. */
export interface TreeRenderer {
  readonly element: Element;
  draw(scene: Scene): void;
  /** Only the camera or the size has changed. */
  look(camera: Camera, size: Size): void;
  destroy(): void;
}

/**
 * Nodes up to which elements are drawn; beyond, a canvas that looks the same. Measured, and lower than it may seem right:
 * labels with a halo make elements dear. See README.md.
 */
export const mostElements = 200;
/** Below this zoom no text can be read, so none is drawn. */
export const textZoom = 0.5;

/** From afar nodes are drawn larger than their places, so that colours can still be told. */
export function growth(k: number): number {
  return Math.min(1.8, Math.max(1, textZoom / k));
}
