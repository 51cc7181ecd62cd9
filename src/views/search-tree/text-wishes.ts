import { itemAt } from '#experiment/surely.ts';
import type { NodeId } from '#run/search-events.ts';
import { bendOf, type Camera, drawnRadius, onScreen, type Size, typeFor } from './camera.ts';
import { charactersOf, cutAnywhere, type TextForms, wishesFor } from './text-forms.ts';
import type { Scene, SceneNode } from './tree-scene.ts';

/** Pixels between a node and its answer, and between its label and it. */
export const [beforeAnswer, afterLabel] = [7, 6];
/** Pixels from a text to the edge of the stage. */
export const textInset = 12;
/** More of a step or an answer is not written in the picture. */
const most = { label: 44, answer: 32 } as const;
/** Downwards, where there is little room: characters of a whole text, and of its first words. */
const [whole, parts] = [18, [13, 9, 6]];

/** What each node's text may be written as, the fullest first. */
type Wishes = ReadonlyMap<NodeId, readonly string[]>;

const known = new WeakMap<Scene, { readonly at: string; readonly wishes: Wishes }>();

/** Of the steps, which depend on how far apart levels and rows are, and not on what is in sight. */
export function labelWishes(scene: Scene, camera: Camera, size: Size): Wishes {
  const at = `${camera.kx} ${camera.ky} ${typeFor(size).size}`;
  const kept = known.get(scene);
  if (kept?.at === at) return kept.wishes;
  const wishes = wishesOf(scene.nodes, 'label', (node) => labelRoom(scene, camera, size, node), scene);
  known.set(scene, { at, wishes });
  return wishes;
}

/** Of the answers among these nodes: rightwards they have the room up to the edge of the stage. */
export function answerWishes(scene: Scene, camera: Camera, size: Size, nodes: readonly SceneNode[]): Wishes {
  const { character } = typeFor(size);
  const ends = nodes.filter(({ answer }) => answer.full !== '');
  return wishesOf(
    ends,
    'answer',
    (node) => {
      if (scene.layout.direction === 'down') return (1.5 * camera.kx) / character;
      const { x } = onScreen(camera, scene.layout, node);
      const r = drawnRadius(node.glyph.r, camera, scene.layout);
      return (size.width - textInset - beforeAnswer - x - r) / character;
    },
    scene,
  );
}

/** Characters of a step: rightwards on its link, past where that and the links beside it bend. */
function labelRoom({ layout, byId }: Scene, camera: Camera, size: Size, node: SceneNode): number {
  const { character } = typeFor(size);
  if (layout.direction === 'down') return (1.5 * camera.kx) / character;
  const parent = node.parent === null ? undefined : byId.get(node.parent);
  if (!parent) return most.label;
  const from = Math.max(drawnRadius(parent.glyph.r, camera, layout) + 4, 0.95 * bendOf(camera.kx));
  return (camera.kx - from - drawnRadius(node.glyph.r, camera, layout) - afterLabel) / character;
}

/** All texts of a level alike, as they are read one below the other: where one has to, all do without their blanks. */
function wishesOf(
  nodes: readonly SceneNode[],
  kind: 'label' | 'answer',
  roomFor: (node: SceneNode) => number,
  { layout: { direction } }: Scene,
): Wishes {
  const rooms = nodes.map((node) => Math.min(most[kind], roomFor(node)));
  const brief = new Set<number>();
  for (const [at, node] of nodes.entries())
    if (needsBrevity(node[kind], itemAt(rooms, at))) brief.add(node.along);
  const wishes = nodes.map((node, at) => {
    const room = itemAt(rooms, at);
    return direction === 'right'
      ? wishesFor(node[kind], room, [room], brief.has(node.along))
      : wishesFor(node[kind], Math.max(whole, room), parts, brief.has(node.along));
  });
  // What is cut to the same words as one beside it tells nothing of either.
  const counts = new Map<string, number>();
  const nameOf = ({ parent }: SceneNode, text: string) => `${parent} ${text}`;
  for (const [at, node] of nodes.entries())
    for (const text of itemAt(wishes, at)) {
      if (!isCut(text)) continue;
      const name = nameOf(node, text);
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  return new Map(
    nodes.map((node, at) => {
      const [all, room] = [itemAt(wishes, at), itemAt(rooms, at)];
      const told = all.filter((text) => !isCut(text) || counts.get(nameOf(node, text)) === 1);
      // Of the path something is said in any case.
      const forced = told.length > 0 || !node.lit ? [] : [...all, cutAnywhere(node[kind].brief, room)];
      return [node.node, [...told, ...forced].filter((text) => text !== '')];
    }),
  );
}

const isCut = (text: string): boolean => text.endsWith('…');

const needsBrevity = ({ full, brief, result }: TextForms, room: number): boolean =>
  charactersOf(full) > room &&
  full !== brief &&
  (charactersOf(brief) <= room || (result !== '' && charactersOf(result) <= room));
