/** Paints a picture with the page's colours of the moment. The context's unit is a pixel of the page. */
export type Paint = (context: CanvasRenderingContext2D) => void;

/** What each canvas of the page shows, for whoever wants it larger or in other colours. */
const paints = new WeakMap<HTMLCanvasElement, Paint>();

/** From now on the canvas can be painted anew. */
export function offerPaint(canvas: HTMLCanvasElement, paint: Paint): void {
  paints.set(canvas, paint);
}

/** Paints a canvas that is to be as large as this on the page, with so many pixels to one of the page's. */
export function paintCanvas(
  canvas: HTMLCanvasElement,
  size: { readonly width: number; readonly height: number },
  ratio: number,
  paint: Paint,
): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const [width, height] = [Math.round(size.width * ratio), Math.round(size.height * ratio)];
  // Setting a canvas's size makes it anew.
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, width, height);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  paint(context);
}

/** What a canvas shows, in the page's colours of this moment, which it may not have followed yet; as it is, where nothing is known of it. */
export function paintedAnew(canvas: HTMLCanvasElement, ratio: number): HTMLCanvasElement {
  const paint = paints.get(canvas);
  if (!paint) return canvas;
  const made = document.createElement('canvas');
  paintCanvas(made, { width: canvas.clientWidth, height: canvas.clientHeight }, ratio, paint);
  return made;
}
