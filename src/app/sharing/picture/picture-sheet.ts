/** Where drawing goes on: the place of the page that is the picture's corner, and how far the picture reaches. */
export interface PictureSheet {
  readonly left: number;
  readonly top: number;
  /** As high as it is on the screen. */
  readonly height: number;
  /** Boxes that scroll and have drawn only what is in sight or near it: they are drawn as they stand. */
  readonly windows: ReadonlySet<Element | null>;
  right: number;
  bottom: number;
  /** Makes names for what is referred to inside the picture. */
  next: number;
}

/** The picture reaches this far at least. */
export function reach(canvas: PictureSheet, right: number, bottom: number): void {
  canvas.right = Math.max(canvas.right, right);
  canvas.bottom = Math.max(canvas.bottom, bottom);
}
