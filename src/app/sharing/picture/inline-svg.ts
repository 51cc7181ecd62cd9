import { keysOf } from '#experiment/keys-of.ts';

/** Properties that a drawing's look depends on, with what they are where nothing says otherwise. Those of text and colour are inherited. */
const own = {
  opacity: '1',
  display: 'inline',
  'stroke-dashoffset': '0px',
  'vector-effect': 'none',
} as const;
const inherited = {
  fill: 'rgb(0, 0, 0)',
  'fill-opacity': '1',
  stroke: 'none',
  'stroke-width': '1px',
  'stroke-opacity': '1',
  'stroke-dasharray': 'none',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'paint-order': 'normal',
  visibility: 'visible',
  'font-family': '',
  'font-size': '',
  'font-weight': '400',
  'font-style': 'normal',
  'letter-spacing': 'normal',
  'text-anchor': 'start',
  'dominant-baseline': 'auto',
} as const;

type Inherited = Record<keyof typeof inherited, string>;

/** What a drawing keeps of its attributes: its shape, not what scripts, styles and readers need. */
const kept =
  /^(d|points|x|y|x1|x2|y1|y2|dx|dy|r|rx|ry|cx|cy|width|height|viewBox|transform|preserveAspectRatio)$/;
const left = /^(script|style|foreignObject|a|animate.*|set)$/i;

/** A copy of a drawing that looks the same anywhere: styles as attributes, what is not seen left out. */
export function inlineSvg(source: SVGElement): SVGElement {
  return copy(source, { ...inherited }) ?? svgNode('g');
}

function copy(source: Element, above: Inherited): SVGElement | null {
  if (left.test(source.localName)) return null;
  const look = getComputedStyle(source);
  if (look.display === 'none') return null;
  const made = svgNode(source.localName);
  for (const { name, value } of source.attributes) if (kept.test(name)) made.setAttribute(name, value);
  for (const [name, usual] of Object.entries(own)) {
    const value = look.getPropertyValue(name);
    if (value !== usual && name !== 'display') made.setAttribute(name, value);
  }
  // A transform of the style rules the attribute's, which is there as such already.
  const { transform } = look;
  const styled = source instanceof SVGElement && source.style.transform !== '';
  if (transform !== 'none' && (styled || !source.hasAttribute('transform')))
    made.setAttribute('transform', transform);
  const here = { ...above };
  for (const name of keysOf(inherited)) {
    const value = look.getPropertyValue(name);
    if (value !== above[name]) made.setAttribute(name, value);
    here[name] = value;
  }
  for (const child of source.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) made.append(child.textContent ?? '');
    else if (child instanceof Element) {
      const part = child.localName === 'title' ? title(child) : copy(child, here);
      if (part) made.append(part);
    }
  }
  return made;
}

function title(source: Element): SVGElement {
  const made = svgNode('title');
  made.textContent = source.textContent;
  return made;
}

/** An element of a drawing with its attributes. */
export function svgNode(
  name: string,
  attributes: Readonly<Record<string, string | number>> = {},
): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes))
    made.setAttribute(key, typeof value === 'number' ? String(Math.round(value * 100) / 100) : value);
  return made;
}
