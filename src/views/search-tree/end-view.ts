import type { NodeId } from '#run/search-events.ts';
import {
  type Camera,
  fitted,
  following,
  type Margins,
  marginsOf,
  type Size,
  type Spacing,
  typeFor,
} from './camera.ts';
import { charactersOf } from './text-forms.ts';
import { afterBar, beforeBar, signAway } from './text-places.ts';
import { beforeAnswer } from './text-wishes.ts';
import type { Scene } from './tree-scene.ts';

/** Pixels between levels that leave a step a few characters, its result at least. */
export const leastForStep = 66;
/** Between the levels of a tree of which the path alone is shown. */
const [leastOfPath, mostOfPath] = [56, 110];
/** Between rows of a tree that is done: all are shown. */
const closestRows = 13;

/** What follows the search, or what was selected last: see `CameraMode`. */
export function followView(before: Camera, scene: Scene, size: Size, target: NodeId | null): Camera {
  const path = target === scene.at ? scene.path : [];
  return following(before, scene.layout, size, marginsOf(scene, size), target, path);
}

/** A small stage, or a tree that is done: see `CameraMode`. */
export function smallView(before: Camera, scene: Scene, size: Size, target: NodeId | null): Camera {
  const margins = marginsOf(scene, size);
  const all = fitted(scene.layout, size, margins);
  if (!scene.over || all.kx >= leastForStep) return all;
  if (scene.layout.direction === 'down') return followView(before, scene, size, target);
  const { path, layout } = scene;
  const [room, along] = pathRoom(scene, size, margins);
  const closer: Spacing = { along, across: closestRows };
  return following(before, layout, size, room, target, target === scene.at ? path : [], closer);
}

/** From the root, whose name is in sight, to the answer, and as far beyond as there is room for whole nodes. */
function pathRoom(scene: Scene, size: Size, margins: Margins): readonly [Margins, number] {
  const end = scene.at === null ? undefined : scene.byId.get(scene.at);
  const answer = charactersOf(end?.answer.brief ?? '');
  const right = 30 + typeFor(size).character * Math.min(24, answer);
  const levels = Math.max(1, end?.along ?? 1);
  const along = Math.max(leastOfPath, Math.min(mostOfPath, (size.width - margins.left - right) / levels));
  return [{ ...margins, right }, wholeColumns(scene, size, margins.left, along)];
}

/** Pixels between levels, near those wished, at which no node, answer or bar is cut by the stage's edge. */
function wholeColumns(scene: Scene, size: Size, left: number, wished: number): number {
  const edges = edgesOf(scene, typeFor(size).character);
  const cuts = (along: number) =>
    edges.some(({ level, before, after }) => {
      const x = left + along * level;
      return x - before < size.width && x + after > size.width;
    });
  for (let by = 0; by <= wished - leastOfPath; by++)
    for (const along of [wished - by, wished + by]) if (!cuts(along)) return along;
  return wished;
}

/** How far what stands at each level reaches to its left and right. */
function edgesOf({ nodes, bars }: Scene, character: number) {
  return [
    ...nodes.map(({ along: level, glyph: { r }, answer, isFalse }) => ({
      level,
      before: isFalse ? r + 2 * signAway : r,
      after: answer.brief === '' ? r : r + beforeAnswer + character * charactersOf(answer.brief),
    })),
    ...bars.map((bar) => ({ level: bar.along, before: beforeBar, after: afterBar(bar.count) })),
  ];
}
