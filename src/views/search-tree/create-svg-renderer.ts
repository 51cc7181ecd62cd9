import { create } from 'd3';
import type { NodeId } from '#run/search-events.ts';
import { tree } from '#words/en/tree.ts';
import { sameGlyph } from './node-glyph.ts';
import { linkPath, shapePath, signPaths, strikePath, textPlaces } from './node-shapes.ts';
import type { Direction } from './tree-layout.ts';
import type { SceneNode } from './tree-scene.ts';
import { growth, type TreeRenderer, textZoom } from './tree-renderer.ts';
import { classes } from '../classes.ts';
import styles from './search-tree.module.css';

/** Parts of a node that only some have. */
const partClasses = {
  ring: styles.ring,
  strike: styles.strike,
  sign: styles.sign,
  label: styles.label,
  answer: styles.answer,
  hidden: styles.hidden,
} as const;

/** The elements of one node. Text and sign are made when first needed: most nodes of a large tree have none. */
interface Drawn {
  readonly group: SVGGElement;
  readonly link: SVGPathElement;
  readonly shape: SVGPathElement;
  readonly extras: Map<string, SVGElement>;
  /** What was written last, by part and attribute: writing the same again would cost a layout. */
  readonly written: Map<string, string>;
  node: SceneNode | null;
  path: string;
}

/** Draws each node once and then only what has changed of it. */
export function createSvgRenderer(): TreeRenderer {
  const svg = create('svg').attr('class', classes(styles.svg)).attr('aria-hidden', 'true');
  const world = svg.append('g');
  const links = world.append('g').node()!;
  const nodes = world.append('g').node()!;
  const drawn = new Map<NodeId, Drawn>();
  let direction: Direction | null = null;
  let zoom = 1;

  function enter(): Drawn {
    const group = svgElement('g', styles.node);
    const link = svgElement('path', styles.link);
    const shape = svgElement('path', styles.shape);
    group.append(shape);
    nodes.append(group);
    links.append(link);
    return { group, link, shape, extras: new Map(), written: new Map(), node: null, path: '' };
  }

  return {
    element: svg.node()!,
    draw({ nodes: scene, layout }) {
      const gone = new Set(drawn.keys());
      const byId = new Map(scene.map((node) => [node.node, node]));
      const turned = direction !== layout.direction;
      direction = layout.direction;
      for (const node of scene) {
        gone.delete(node.node);
        let known = drawn.get(node.node);
        if (!known) drawn.set(node.node, (known = enter()));
        const before = known.node;
        if (!before || before.x !== node.x || before.y !== node.y)
          known.group.setAttribute('transform', `translate(${node.x.toFixed(1)} ${node.y.toFixed(1)})`);
        if (!before || turned || looksDifferent(before, node)) look(known, node, layout.direction);
        const parent = node.parent === null ? undefined : byId.get(node.parent);
        const path = parent ? linkPath(layout.direction, parent, node) : '';
        if (path !== known.path) known.link.setAttribute('d', (known.path = path));
        known.node = node;
      }
      for (const id of gone) {
        const known = drawn.get(id)!;
        known.group.remove();
        known.link.remove();
        drawn.delete(id);
      }
    },
    look({ k, x, y }) {
      world.attr('transform', `translate(${x},${y}) scale(${k})`);
      // These concern every node, so they are written only where they change.
      if (k === zoom) return;
      if (growth(k) !== growth(zoom)) world.node()!.style.setProperty('--grow', String(growth(k)));
      if (k < textZoom !== zoom < textZoom) world.attr('data-far', k < textZoom ? '' : null);
      zoom = k;
    },
    destroy() {
      svg.remove();
    },
  };
}

const looks = [
  'lit',
  'dim',
  'selected',
  'label',
  'answer',
  'hidden',
  'roomy',
] as const satisfies readonly (keyof SceneNode)[];
const looksDifferent = (a: SceneNode, b: SceneNode): boolean =>
  !sameGlyph(a.glyph, b.glyph) || looks.some((property) => a[property] !== b[property]);

function look(drawn: Drawn, node: SceneNode, direction: Direction): void {
  const { group, link, shape } = drawn;
  const { glyph } = node;
  for (const [name, on] of [
    ['lit', node.lit],
    ['dim', node.dim],
    ['selected', node.selected],
    ['kept', glyph.kept],
    ['pruned', glyph.struck],
  ] as const) {
    group.toggleAttribute(`data-${name}`, on);
    if (name === 'lit' || name === 'dim') link.toggleAttribute(`data-${name}`, on);
  }
  write(drawn, shape, 'shape', 'd', shapePath(glyph.shape, glyph.r));
  write(drawn, shape, 'shape', 'style', glyph.fill === null ? '' : `fill:${glyph.fill}`);
  put(drawn, 'path', 'ring', node.selected && { d: shapePath(glyph.shape, glyph.r + 4) });
  put(drawn, 'path', 'strike', glyph.struck && { d: strikePath(glyph.r) });
  put(
    drawn,
    'path',
    'sign',
    glyph.sign !== null && {
      d: signPaths[glyph.sign],
      transform: `scale(${(glyph.r / 8).toFixed(2)})`,
      style: `stroke:${glyph.ink ?? 'var(--ink)'}`,
    },
  );
  const places = textPlaces(direction, node);
  const at = (place: { x: number; y: number; anchor: string }, text: string) =>
    text !== '' && { x: String(place.x), y: String(place.y), 'text-anchor': place.anchor, text };
  put(drawn, 'text', 'label', at(places.label, node.label));
  const answer = at(places.answer, node.answer);
  put(drawn, 'text', 'answer', answer && { ...answer, 'data-outcome': glyph.sign ?? '' });
  put(drawn, 'text', 'hidden', at(places.hidden, node.hidden > 0 ? tree.hidden(node.hidden) : ''));
}

/** A part of a node that only some have: made, changed or taken away. */
function put(
  drawn: Drawn,
  tag: 'path' | 'text',
  name: keyof typeof partClasses,
  attributes: false | Readonly<Record<string, string>>,
): void {
  let element = drawn.extras.get(name);
  if (!attributes) {
    element?.remove();
    if (drawn.extras.delete(name))
      for (const key of drawn.written.keys()) if (key.startsWith(`${name} `)) drawn.written.delete(key);
    return;
  }
  if (!element) {
    element = svgElement(tag, partClasses[name]);
    drawn.extras.set(name, element);
    if (name === 'ring') drawn.group.prepend(element);
    else drawn.group.append(element);
    if (tag === 'text' && name !== 'hidden') element.setAttribute('translate', 'no');
  }
  for (const [key, value] of Object.entries(attributes)) write(drawn, element, name, key, value);
}

function write(
  { written }: Drawn,
  element: SVGElement,
  name: string,
  attribute: string,
  value: string,
): void {
  const key = `${name} ${attribute}`;
  if (written.get(key) === value) return;
  written.set(key, value);
  if (attribute === 'text') element.textContent = value;
  else element.setAttribute(attribute, value);
}

function svgElement<Tag extends 'g' | 'path' | 'text'>(
  tag: Tag,
  className: string | undefined,
): SVGElementTagNameMap[Tag] {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  element.setAttribute('class', className ?? '');
  return element;
}
