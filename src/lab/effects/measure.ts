import type { Problem } from '#experiment/problem.ts';
import { measuredArms } from '../measured-arms.ts';
import { mean } from '../statistics.ts';
import type { MeasureRun } from '../sweeps/run-cells.ts';
import type { ArmResult, Effect } from './effect.ts';

/**
 * Runs every arm of an effect over the problems, each problem with its own seed, the same for all arms.
 *
 * @param problems never trained on.
 * @param lanes what measures, one run at a time each: what a model spends is counted for all its runs together.
 */
export async function measureEffect(
  { arms }: Effect,
  problems: readonly Problem[],
  lanes: readonly MeasureRun[],
  parametersOf: (model: string) => number,
): Promise<readonly ArmResult[]> {
  const outcomes = await measuredArms(arms, problems, lanes);
  return arms.map(({ name, model }, place) => {
    const runs = outcomes[place] ?? [];
    return {
      name,
      right: runs.map(({ right }) => right === true),
      tokens: mean(runs.map(({ tokens }) => tokens)),
      parameters: parametersOf(model),
    };
  });
}
