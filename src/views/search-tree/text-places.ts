import type { FalseReason } from '#run/facts/false-step.ts';
import type { NodeId } from '#run/search-events.ts';
import { type Camera, onScreen, drawnRadius, type Size, type TreeType, typeFor } from './camera.ts';
import { tree as words } from '#words/en/tree.ts';
import { compact } from './node-words.ts';
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

/** By the size of the type. */
const [ascent, descent] = [0.82, 0.22];
/** Less of a step says nothing. */
const fewest = 4;
/** More of a step or an answer is not written in the picture. */
const most = { label: 44, answer: 32 } as const;
/** From the edge of the stage. */
const inset = 3;
/** Pixels between levels that leave a step a few characters. */
const closeLevels = 84;

/** Where a bar is: to the right of its links' end, or below. */
export function barBox(scene: Pick<Scene, 'layout'>, camera: Camera, bar: SceneBar): Box {
  const { x, y } = onScreen(camera, scene.layout, bar);
  return scene.layout.direction === 'right'
    ? { left: x - 6, right: x + 30 + 7 * words.hidden(bar.count).length, top: y - 8, bottom: y + 8 }
    : { left: x - 18, right: x + 18, top: y - 6, bottom: y + 22 };
}

/**
 * Which texts are written and where: the weightiest first, each cut to the room it has, and left out where it would touch
 * another text, a bar or another node, or leave the screen. No text is measured: all characters are equally wide, but Chinese ones.
 */
export function placeTexts(scene: Scene, camera: Camera, size: Size): readonly PlacedText[] {
  const taken = new Taken();
  const seen: SceneNode[] = [];
  for (const node of scene.nodes) {
    const { x, y } = onScreen(camera, scene.layout, node);
    if (x < -40 || y < -40 || x > size.width + 40 || y > size.height + 40) continue;
    seen.push(node);
    const r = drawnRadius(node.glyph.r, camera, scene.layout);
    taken.add({ left: x - r, right: x + r, top: y - r, bottom: y + r });
  }
  for (const bar of scene.bars) taken.add(barBox(scene, camera, bar));
  const texts: PlacedText[] = [];
  for (const node of seen.toSorted((a, b) => b.weight - a.weight)) {
    for (const kind of ['label', 'answer'] as const) {
      if (node[kind] === '') continue;
      const wishes =
        scene.layout.direction === 'right'
          ? besides(scene, camera, size, node, kind)
          : below(camera, scene, size, node, kind);
      const wish = wishes.find(({ box }) => isInside(box, size) && taken.isFree(apart(box)));
      if (!wish) continue;
      taken.add(wish.box);
      texts.push({ node: node.node, kind, ...wish });
    }
  }
  return texts;
}

const falseSigns = { 'not-so': '≠', 'not-there': '∉', 'other-left': '[≠]' } satisfies Record<
  FalseReason,
  string
>;
/** Where there is an answer, the sign of a step that is false by rule stands before it. */
const answerText = ({ answer, isFalse }: SceneNode): string =>
  isFalse ? `${falseSigns[isFalse]} ${answer}` : answer;

interface Wish {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly box: Box;
}

/** Rightwards: the step on its link, the answer after the node. */
function besides(
  scene: Scene,
  camera: Camera,
  size: Size,
  node: SceneNode,
  kind: PlacedText['kind'],
): readonly Wish[] {
  const { x, y } = onScreen(camera, scene.layout, node);
  const r = drawnRadius(node.glyph.r, camera, scene.layout);
  const type = typeFor(size);
  if (kind === 'answer') {
    const left = x + r + 7;
    const room = (size.width - inset - left) / type.character;
    const text = cut(answerText(node), Math.min(most.answer, Math.floor(room)));
    return text === '' ? [] : [wishAt(text, left, y + type.size * 0.34, type)];
  }
  const parent = node.parent === null ? undefined : scene.byId.get(node.parent);
  // Past the bend of the link; where levels are close, the path's steps need that room too.
  const bend = node.lit && camera.kx < closeLevels ? 2 : 14;
  const from = parent
    ? onScreen(camera, scene.layout, parent).x + drawnRadius(parent.glyph.r, camera, scene.layout) + bend
    : inset;
  const right = x - r - apartBy - 1;
  const text = cut(
    node.label,
    Math.min(most.label, Math.floor((right - from) / type.character)),
    node.shared,
  );
  // Without its blanks it may pass beside a bar of the row above.
  return [...new Set([text, compact(text)])]
    .filter((one) => one !== '')
    .map((one) => wishAt(one, right - charactersOf(one) * type.character, y - 5, type));
}

/** Downwards: the step below its node, the answer below that; shorter where there is less room. */
function below(
  camera: Camera,
  scene: Scene,
  size: Size,
  node: SceneNode,
  kind: PlacedText['kind'],
): readonly Wish[] {
  const { x, y } = onScreen(camera, scene.layout, node);
  const r = drawnRadius(node.glyph.r, camera, scene.layout);
  const type = typeFor(size);
  const height = (ascent + descent) * type.size + 1;
  const line = y + r + 3 + ascent * type.size + (kind === 'answer' && node.label !== '' ? height : 0);
  const whole = kind === 'answer' ? answerText(node) : node.label;
  // Where columns are close a text leaves room for its neighbours', unless it matters more than they do.
  const generous = node.lit || whole.length * type.character <= 1.5 * camera.kx;
  const lengths = [13, 9, 6].filter((length) => length < whole.length);
  const texts = [
    ...(generous && whole.length <= most[kind] ? [whole] : []),
    ...[compact(whole)].filter((text) => text.length <= 18),
    ...lengths.map((length) => cut(whole, length, kind === 'label' ? node.shared : 0)),
  ];
  return texts.map((text) => {
    const wide = charactersOf(text) * type.character;
    // At the edge it moves in, as long as it stays below its node.
    const left = Math.max(inset, Math.min(size.width - inset - wide, x - wide / 2));
    return wishAt(text, Math.abs(left + wide / 2 - x) < wide / 2 ? left : x - wide / 2, line, type);
  });
}

/** How many characters of the type a text is as wide as; a Chinese one is as wide as its type is high. */
const charactersOf = (text: string): number =>
  text.length + 0.7 * (text.match(/[\u2e80-\uffef]/g)?.length ?? 0);

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

/**
 * Shorter first by what says nothing, blanks around operators, so that a result is still seen; then at the end, or where that would
 * leave what is said beside it too, at the beginning.
 */
function cut(whole: string, length: number, shared = 0): string {
  if (whole.length <= length) return whole;
  if (length < fewest) return '';
  const text = compact(whole);
  if (text.length <= length) return text;
  if (shared < length - 1) return `${text.slice(0, length - 1)}…`;
  const rest = text.slice(Math.min(shared, text.length - length + 1));
  return rest.length < length ? `…${rest}` : `…${rest.slice(0, length - 2)}…`;
}

/** Two texts of one line do not read as one. A text stands a little further from its own node, whatever rounding does. */
const apartBy = 5;
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
