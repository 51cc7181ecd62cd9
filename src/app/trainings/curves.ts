import { foldTraining, type TrainingState } from '#train/curves.ts';
import type { ShownGroup, TrainingEntry } from '#train/events.ts';

/** What a training's log says, by step; also of one that has not begun yet. */
export interface TrainingCurves extends Pick<TrainingState, 'steps' | 'heldOut' | 'watched'> {
  /** The last step that is done; 0 before the first. */
  readonly last: number;
  readonly groups: ReadonlyMap<number, ShownGroup>;
  /** Seconds of work at the last entry. */
  readonly seconds: number;
  readonly standing: TrainingState['standing']['kind'];
}

export function trainingCurves(log: readonly TrainingEntry[]): TrainingCurves {
  const state = foldTraining(log);
  const groups = new Map<number, ShownGroup>();
  for (const { event } of log)
    if (event.type === 'step-done' && event.group) groups.set(event.step, event.group);
  return {
    last: state?.step ?? 0,
    steps: state?.steps ?? [],
    heldOut: state?.heldOut ?? [],
    watched: state?.watched ?? [],
    groups,
    seconds: state?.at ?? 0,
    standing: state?.standing.kind ?? 'going-on',
  };
}

/** The last point at a step or before it. */
export function upTo<Point extends { readonly step: number }>(
  points: readonly Point[],
  step: number,
): Point | null {
  return points.findLast((point) => point.step <= step) ?? null;
}
