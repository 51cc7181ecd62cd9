import { defaultModel } from '#experiment/defaults.ts';
import type { Problem } from '#experiment/problem.ts';
import { armFault, type FindModel } from './check.ts';
import type { Sweep, SweepArm } from './spec.ts';

/** Arms on another model. */
export interface OtherModel {
  readonly model: string;
  readonly arms: readonly SweepArm[];
}

/**
 * Arms whose model was not trained on the problems, given the usual model of their family. Null where there is no such arm that
 * could answer then, or where the problems are of several families.
 */
export function withUsualModel(
  { arms }: Pick<Sweep, 'arms'>,
  problems: readonly Problem[],
  find: FindModel,
): OtherModel | null {
  const [family, ...others] = new Set(problems.map((problem) => problem.family));
  if (family === undefined || others.length > 0) return null;
  const model = defaultModel(family);
  const mended = arms.map((arm) => {
    if (armFault(arm, problems, find)?.kind !== 'other-family') return arm;
    const other = { ...arm, model };
    return armFault(other, problems, find) ? arm : other;
  });
  return mended.some((arm, place) => arm !== arms[place]) ? { model, arms: mended } : null;
}
