import type { NodeId } from '#run/search-events.ts';
import { type Camera, onScreen, drawnRadius, type Size, type TreeType, typeFor } from './camera.ts';
import { tree as words } from '#words/en/tree.ts';
import { charactersOf } from './text-forms.ts';
import { afterLabel, answerWishes, beforeAnswer, labelWishes, textInset } from './text-wishes.ts';
import type { Scene, SceneBar, SceneNode } from './tree-scene.ts';

/** A box on the screen, in pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A text of the picture where it is written: its box is free of all others. */
export interface PlacedText {
  readonly node: NodeId;
  readonly kind: 'label' | 'answer';
  readonly text: string;
  /** Where its line begins, on the baseline. */
  readonly x: number;
  readonly y: number;
  readonly box: Box;
}

/** Pixels from a node to the middle of the sign that its step is false. */
export const signAway = 11;
/** By the size of the type. */
const [ascent, descent] = [0.82, 0.22];

/** Rightwards: how far a bar reaches to the left and right of its place. */
export const beforeBar = 6;
export const afterBar = (count: number): number => 30 + 7 * words.hidden(count).length;

/** Where a bar is: to the right of its links' end, or below. */
export function barBox(scene: Pick<Scene, 'layout'>, camera: Camera, bar: SceneBar): Box {
  const { x, y } = onScreen(camera, scene.layout, bar);
  return scene.layout.direction === 'right'
    ? { left: x - beforeBar, right: x + afterBar(bar.count), top: y - 8, bottom: y + 8 }
    : { left: x - 18, right: x + 18, top: y - 6, bottom: y + 22 };
}

/**
 * Which texts are written and where: the weightiest first, each shortened to the room it has, and left out where it would touch
 * another text, a bar or another node, or leave the screen. No text is measured: all characters are equally wide, but Chinese ones.
 */
export function placeTexts(scene: Scene, camera: Camera, size: Size): readonly PlacedText[] {
  const taken = new Taken();
  const seen: Spot[] = [];
  for (const node of scene.nodes) {
    const { x, y } = onScreen(camera, scene.layout, node);
    if (x < -40 || y < -40 || x > size.width + 40 || y > size.height + 40) continue;
    const r = drawnRadius(node.glyph.r, camera, scene.layout);
    seen.push({ node, x, y, r });
    taken.add({ left: x - r, right: x + r, top: y - r, bottom: y + r });
  }
  for (const bar of scene.bars) taken.add(barBox(scene, camera, bar));
  const nodes = seen.map(({ node }) => node);
  const says = {
    label: labelWishes(scene, camera, size),
    answer: answerWishes(scene, camera, size, nodes),
  };
  const type = typeFor(size);
  const place = scene.layout.direction === 'right' ? besides : below;
  const texts: SpottedText[] = [];
  for (const spot of seen.toSorted((a, b) => b.node.weight - a.node.weight)) {
    const { node } = spot.node;
    for (const kind of kinds) {
      for (const text of says[kind].get(node) ?? []) {
        const wish = place(spot, kind, text, type, size);
        if (!isInside(wish.box, size) || !taken.isFree(apart(wish.box))) continue;
        taken.add(wish.box);
        texts.push({ spot, said: { node, kind, ...wish } });
        break;
      }
    }
  }
  return alike(texts, (spot, kind, text) => place(spot, kind, text, type, size), size);
}

const kinds = ['label', 'answer'] as const;

/** Where a node is drawn, in pixels. */
interface Spot {
  readonly node: SceneNode;
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

interface SpottedText {
  readonly spot: Spot;
  readonly said: PlacedText;
}

/**
 * Siblings in one form, that of the one with the least room: where one says only what it comes to, all do; where one does without
 * its blanks, all do. What is shorter stays in its own box, so nothing new is touched. The edge of the stage is no lack of room:
 * else a whole family would change while it is dragged past.
 */
function alike(
  texts: readonly SpottedText[],
  placed: (spot: Spot, kind: PlacedText['kind'], text: string) => Wish,
  size: Size,
): readonly PlacedText[] {
  /** By parent: the shortest form that has to be. */
  const shortest = { label: new Map<NodeId | null, Form>(), answer: new Map<NodeId | null, Form>() };
  for (const { spot, said } of texts) {
    const { full, brief, result } = spot.node[said.kind];
    if (said.text === full) continue;
    const form = said.text === brief ? 'brief' : said.text === result ? 'result' : null;
    const known = shortest[said.kind].get(spot.node.parent);
    if (form === null || known === form || known === 'result') continue;
    const longer = placed(spot, said.kind, form === 'brief' ? full : brief);
    if (isInside(longer.box, size)) shortest[said.kind].set(spot.node.parent, form);
  }
  return texts.map(({ spot, said }) => {
    const form = shortest[said.kind].get(spot.node.parent);
    const { full, brief, result } = spot.node[said.kind];
    if (form === undefined || (said.text !== full && said.text !== brief)) return said;
    const text = form === 'result' && result !== '' ? result : brief;
    return text === said.text ? said : { ...said, ...placed(spot, said.kind, text) };
  });
}

type Form = 'brief' | 'result';

type Wish = Pick<PlacedText, 'text' | 'x' | 'y' | 'box'>;

/** Rightwards: the step on its link, the answer after the node. */
function besides({ node, x, y, r }: Spot, kind: PlacedText['kind'], text: string, type: TreeType): Wish {
  return kind === 'answer'
    ? wishAt(text, x + r + beforeAnswer, y + type.size * 0.34, type)
    : wishAt(
        text,
        x - r - afterLabel - charactersOf(text) * type.character,
        // Clear of the sign on its link, too.
        y - (node.isFalse ? 7 : 5),
        type,
      );
}

/** Downwards: the step below its node, the answer below that. */
function below(
  { node, x, y, r }: Spot,
  kind: PlacedText['kind'],
  text: string,
  type: TreeType,
  size: Size,
): Wish {
  const height = (ascent + descent) * type.size + 1;
  const line = y + r + 3 + ascent * type.size + (kind === 'answer' && node.label.full !== '' ? height : 0);
  const wide = charactersOf(text) * type.character;
  // At the edge it moves in, as long as it stays below its node.
  const left = Math.max(textInset, Math.min(size.width - textInset - wide, x - wide / 2));
  return wishAt(text, Math.abs(left + wide / 2 - x) < wide / 2 ? left : x - wide / 2, line, type);
}

function wishAt(text: string, x: number, y: number, type: TreeType): Wish {
  return {
    text,
    x,
    y,
    box: {
      left: x,
      right: x + charactersOf(text) * type.character,
      top: y - ascent * type.size,
      bottom: y + descent * type.size,
    },
  };
}

/** Two texts of one line do not read as one. A text stands a little further from its own node, whatever rounding does. */
const apartBy = afterLabel - 1;
const apart = (box: Box): Box => ({ ...box, left: box.left - apartBy, right: box.right + apartBy });

const isInside = ({ left, right, top, bottom }: Box, { width, height }: Size): boolean =>
  left >= 0 && right <= width && top >= 0 && bottom <= height;

/** Boxes by bands of the screen, so that each is compared with those near it only. */
class Taken {
  readonly #bands = new Map<number, Box[]>();

  add(box: Box): void {
    for (const band of bandsOf(box)) {
      const boxes = this.#bands.get(band);
      if (boxes) boxes.push(box);
      else this.#bands.set(band, [box]);
    }
  }

  isFree(box: Box): boolean {
    return bandsOf(box).every((band) => !this.#bands.get(band)?.some((other) => overlaps(box, other)));
  }
}

const bandHeight = 24;
function bandsOf({ top, bottom }: Box): readonly number[] {
  const [first, last] = [Math.floor(top / bandHeight), Math.floor(bottom / bandHeight)];
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

export function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
