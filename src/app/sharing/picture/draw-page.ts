import { paintedAnew } from '#views/painted-canvas.ts';
import { scrollerOf } from '../../ui/scroller-of.ts';
import { drawBox } from './draw-box.ts';
import { drawText } from './draw-text.ts';
import { inlineSvg, svgNode } from './inline-svg.ts';
import { type PictureSheet, reach } from './picture-sheet.ts';

/** A part of the page as a drawing, and the room it takes. */
export interface Drawing {
  readonly content: SVGElement;
  readonly width: number;
  readonly height: number;
}

/** What is pressed, or not seen, is no part of a picture. */
const aside = [
  '.button',
  '.segmented',
  '.hidden-visually',
  '.slider',
  'select',
  'input',
  'textarea',
  '[hidden]',
  '[data-picture="no"]',
].join();

/** Pixels beyond which nothing is drawn: a run of a thousand traces is no picture any more. */
const pictureLimits = { width: 4000, height: 8000 } as const;

/**
 * Draws a part of the page, pictures and text, as it is on the screen: what is scrolled out of sight inside it too, unless
 * the page itself leaves that out. Everything is a shape or a text of its own; nothing of the page's styles is needed to show it.
 */
export function drawPage(root: HTMLElement): Drawing {
  const { left, top, width, height } = root.getBoundingClientRect();
  const windows = new Set([...root.querySelectorAll('[data-windowed]')].map(scrollerOf));
  const canvas: PictureSheet = { left, top, right: left + width, bottom: top, height, windows, next: 0 };
  const content = svgNode('g');
  const scrolled = scrolledIn(root, windows).map((element) => [element, element.scrollTop] as const);
  for (const [element] of scrolled) element.scrollTop = 0;
  drawChildren(root, content, canvas);
  for (const [element, from] of scrolled) element.scrollTop = from;
  return {
    content,
    width: Math.min(pictureLimits.width, Math.ceil(canvas.right - left)),
    height: Math.min(pictureLimits.height, Math.ceil(canvas.bottom - top)),
  };
}

function drawChildren(parent: HTMLElement, into: SVGElement, canvas: PictureSheet): void {
  for (const child of parent.childNodes) {
    if (child instanceof Text) drawText(child, into, canvas);
    else if (child instanceof Element) drawElement(child, into, canvas);
  }
}

function drawElement(element: Element, into: SVGElement, canvas: PictureSheet): void {
  if (element.matches(aside) || (element instanceof HTMLDetailsElement && !element.open)) return;
  const look = getComputedStyle(element);
  if (look.display === 'none' || look.visibility === 'hidden') return;
  const box = element.getBoundingClientRect();
  if (box.top - canvas.top > pictureLimits.height) return;
  const faded = Number(look.opacity) < 1;
  const group = faded ? svgNode('g', { opacity: look.opacity }) : into;
  if (element instanceof SVGSVGElement || element instanceof HTMLCanvasElement)
    drawImage(element, group, canvas);
  else if (element instanceof HTMLElement) {
    drawBox(look, box, group, canvas);
    if (isWindow(element, look, canvas)) drawWindow(element, box, group, canvas);
    else drawChildren(element, group, canvas);
  }
  if (faded && group.childNodes.length > 0) into.append(group);
}

/** What scrolls and makes up most of the picture: it is drawn whole, from its beginning. */
function scrolledIn(root: HTMLElement, windows: PictureSheet['windows']): readonly HTMLElement[] {
  const { height } = root.getBoundingClientRect();
  return [...root.querySelectorAll<HTMLElement>('*'), root].filter(
    (element) => element.scrollTop > 0 && !windows.has(element) && element.clientHeight >= mostOf * height,
  );
}
/** The share of the picture's height from which on what scrolls is the picture. */
const mostOf = 0.6;

/** A small window on something longer, such as a trace in its card, or one that is blank beyond its edges: it stays one. */
function isWindow(
  element: HTMLElement,
  { overflowY }: CSSStyleDeclaration,
  { height, windows }: PictureSheet,
): boolean {
  return (
    overflowY !== 'visible' &&
    (windows.has(element)
      ? element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1
      : element.scrollHeight > element.clientHeight + 1 && element.clientHeight < mostOf * height)
  );
}

/** Draws what is seen through a window; the picture reaches no further for what is not. */
function drawWindow(element: HTMLElement, box: DOMRect, into: SVGElement, canvas: PictureSheet): void {
  reach(canvas, box.right, box.bottom);
  const { right, bottom } = canvas;
  drawChildren(element, clipped(box, into, canvas), canvas);
  Object.assign(canvas, { right, bottom });
}

function clipped({ left, top, width, height }: DOMRect, into: SVGElement, canvas: PictureSheet): SVGElement {
  const id = `window-${++canvas.next}`;
  const clip = svgNode('clipPath', { id });
  clip.append(svgNode('rect', { x: left - canvas.left, y: top - canvas.top, width, height }));
  const group = svgNode('g', { 'clip-path': `url(#${id})` });
  into.append(clip, group);
  return group;
}

/** Pixels of what is painted to one of the page: as many as a saved picture has. */
const sharpness = 2;

function drawImage(element: SVGSVGElement | HTMLCanvasElement, into: SVGElement, canvas: PictureSheet): void {
  const { left, top, width, height } = element.getBoundingClientRect();
  if (width === 0 || height === 0) return;
  const place = { x: left - canvas.left, y: top - canvas.top, width, height };
  if (element instanceof HTMLCanvasElement) {
    into.append(svgNode('image', { ...place, href: paintedAnew(element, sharpness).toDataURL('image/png') }));
  } else {
    const made = inlineSvg(element);
    for (const [name, value] of Object.entries(place))
      made.setAttribute(name, String(Math.round(value * 100) / 100));
    into.append(made);
  }
  reach(canvas, left + width, top + height);
}
