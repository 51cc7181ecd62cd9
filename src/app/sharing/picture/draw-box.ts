import { type PictureSheet, reach } from './picture-sheet.ts';
import { svgNode } from './inline-svg.ts';

const sides = ['top', 'right', 'bottom', 'left'] as const;
const clear = /^(transparent|rgba\(.*, 0\))$/;

/** Ground, gradient and borders of an element. */
export function drawBox(
  look: CSSStyleDeclaration,
  box: DOMRect,
  into: SVGElement,
  canvas: PictureSheet,
): void {
  const { width, height } = box;
  if (width === 0 || height === 0) return;
  const [x, y] = [box.left - canvas.left, box.top - canvas.top];
  const rx = Math.min(Number.parseFloat(look.borderTopLeftRadius) || 0, width / 2, height / 2);
  const shape = { x, y, width, height, ...(rx > 0 && { rx }) };
  const gradient = gradientOf(look.backgroundImage, into, canvas);
  const ground = gradient ?? (clear.test(look.backgroundColor) ? null : look.backgroundColor);
  if (ground !== null) into.append(svgNode('rect', { ...shape, fill: ground }));
  const borders = sides.map((side) => ({
    side,
    width:
      look.getPropertyValue(`border-${side}-style`) === 'none'
        ? 0
        : Number.parseFloat(look.getPropertyValue(`border-${side}-width`)),
    colour: look.getPropertyValue(`border-${side}-color`),
  }));
  const drawn = borders.filter((one) => one.width > 0 && !clear.test(one.colour));
  const [first] = drawn;
  if (ground !== null || first) reach(canvas, box.right, box.bottom);
  if (
    first &&
    drawn.length === 4 &&
    drawn.every((one) => one.width === first.width && one.colour === first.colour)
  ) {
    const half = first.width / 2;
    into.append(
      svgNode('rect', {
        x: x + half,
        y: y + half,
        width: Math.max(0, width - first.width),
        height: Math.max(0, height - first.width),
        rx: Math.max(0, rx - half),
        fill: 'none',
        stroke: first.colour,
        'stroke-width': first.width,
      }),
    );
    return;
  }
  for (const one of drawn) {
    const flat = one.side === 'top' || one.side === 'bottom';
    into.append(
      svgNode('rect', {
        x: one.side === 'right' ? x + width - one.width : x,
        y: one.side === 'bottom' ? y + height - one.width : y,
        width: flat ? width : one.width,
        height: flat ? one.width : height,
        fill: one.colour,
      }),
    );
  }
}

/** A gradient from left to right or from top to bottom, as ramps are drawn; others are left out. */
function gradientOf(image: string, into: SVGElement, canvas: PictureSheet): string | null {
  if (!image.startsWith('linear-gradient(')) return null;
  const colours = [...image.matchAll(/(?:rgba?|color|oklch|oklab)\([^()]*\)|#[0-9a-f]{3,8}/g)].map(
    ([colour]) => colour,
  );
  if (colours.length < 2) return null;
  const id = `ramp-${++canvas.next}`;
  const across = /to right|90deg/.test(image);
  const gradient = svgNode('linearGradient', { id, x2: across ? 1 : 0, y2: across ? 0 : 1 });
  for (const [index, colour] of colours.entries())
    gradient.append(svgNode('stop', { offset: index / (colours.length - 1), 'stop-color': colour }));
  into.append(gradient);
  return `url(#${id})`;
}
