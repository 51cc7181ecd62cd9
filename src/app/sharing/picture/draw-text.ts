import { type PictureSheet, reach } from './picture-sheet.ts';
import { svgNode } from './inline-svg.ts';

interface Line {
  text: string;
  readonly box: DOMRect;
  right: number;
}

/** A text of the page, one text of the drawing a line. Each is as wide as it is in the page, whatever font shows it. */
export function drawText(node: Text, into: SVGElement, canvas: PictureSheet): void {
  const parent = node.parentElement;
  if (!parent || node.data.trim() === '') return;
  const look = getComputedStyle(parent);
  for (const line of linesOf(node)) {
    const { ascent, descent } = fontOf(look);
    const baseline = line.box.top + (line.box.height - ascent - descent) / 2 + ascent;
    const text = look.textTransform === 'uppercase' ? line.text.toUpperCase() : line.text;
    const width = line.right - line.box.left;
    const [x, y] = [line.box.left - canvas.left, baseline - canvas.top];
    const made = svgNode('text', {
      x,
      y,
      fill: look.color,
      'font-family': look.fontFamily,
      'font-size': look.fontSize,
      'font-weight': look.fontWeight,
      ...(look.fontStyle === 'normal' ? {} : { 'font-style': look.fontStyle }),
      ...(text.length > 1 && { textLength: width, lengthAdjust: 'spacingAndGlyphs' }),
      'xml:space': 'preserve',
    });
    made.textContent = text;
    if (look.textDecorationLine.includes('underline'))
      into.append(
        svgNode('rect', {
          x,
          y: y + 0.22 * Number.parseFloat(look.fontSize),
          width,
          height: Number.parseFloat(look.textDecorationThickness) || 1,
          fill: look.textDecorationColor,
        }),
      );
    into.append(made);
    reach(canvas, line.right, line.box.bottom);
  }
}

const range = document.createRange();

/** The lines that a text is broken into. */
function linesOf(node: Text): readonly Line[] {
  const keeps = getComputedStyle(node.parentElement ?? document.body).whiteSpace.startsWith('pre');
  range.selectNodeContents(node);
  if (!keeps) {
    // Blanks at the ends are not drawn, so they take no part of the width either.
    range.setStart(node, node.data.length - node.data.trimStart().length);
    range.setEnd(node, node.data.trimEnd().length);
  }
  const boxes = [...range.getClientRects()].filter(({ width }) => width > 0);
  const [only] = boxes;
  if (only && boxes.length === 1) {
    const text = keeps ? node.data.replace(/[\r\n]/g, '') : node.data.replace(/\s+/g, ' ');
    return [{ text: keeps ? text : text.trim(), box: only, right: only.right }];
  }
  const lines: Line[] = [];
  let at = 0;
  for (const character of node.data) {
    range.setStart(node, at);
    at += character.length;
    range.setEnd(node, at);
    const box = range.getClientRects()[0];
    if (!box || box.width === 0) continue;
    const last = lines.at(-1);
    if (last && Math.abs(last.box.top - box.top) < box.height / 2) {
      last.text += character;
      last.right = box.right;
    } else lines.push({ text: character, box, right: box.right });
  }
  return lines;
}

const metrics = new Map<string, { readonly ascent: number; readonly descent: number }>();
const context = document.createElement('canvas').getContext('2d');

function fontOf(look: CSSStyleDeclaration): { readonly ascent: number; readonly descent: number } {
  const font = `${look.fontStyle} ${look.fontWeight} ${look.fontSize} ${look.fontFamily}`;
  const known = metrics.get(font);
  if (known) return known;
  const size = Number.parseFloat(look.fontSize);
  if (context) context.font = font;
  const measured = context?.measureText('Hg');
  const made = {
    ascent: measured?.fontBoundingBoxAscent ?? 0.95 * size,
    descent: measured?.fontBoundingBoxDescent ?? 0.3 * size,
  };
  metrics.set(font, made);
  return made;
}
