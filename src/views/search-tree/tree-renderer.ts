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

/** Nodes up to which elements are as fast as a canvas and can be styled and seen by tools. See the bench in the README. */
export const mostElements = 1000;
/** Below this zoom no text can be read, so none is drawn. */
export const textZoom = 0.5;
