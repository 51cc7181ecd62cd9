import type { Problem } from '#experiment/problem.ts';
import type { LanguageModel } from '#policy/language-model.ts';
import type { RunEnvironment } from '#strategies/run-experiment.ts';
import { mean } from '../statistics.ts';
import { experimentsOf } from '../experiments.ts';
import { isRight, sweep } from '../sweep.ts';
import type { ArmResult, Effect } from './effect.ts';

/** Opens a model of the catalogue and says how many parameters it has. */
export type OpenModel = (
  id: string,
) => Promise<{ readonly model: LanguageModel; readonly parameters: number }>;

/**
 * Runs every arm of an effect over the problems, each problem with its own seed, the same for all arms. One run at a time:
 * what a model spends is counted for all its runs together.
 *
 * @param problems never trained on.
 */
export async function measureEffect(
  effect: Effect,
  problems: readonly Problem[],
  open: OpenModel,
  surroundings: RunEnvironment,
): Promise<readonly ArmResult[]> {
  const results: ArmResult[] = [];
  for (const arm of effect.arms) {
    const { model, parameters } = await open(arm.model);
    const runs = await sweep(experimentsOf(arm, problems), model, surroundings, 1);
    results.push({
      name: arm.name,
      right: runs.map(isRight),
      tokens: mean(runs.map((run) => run.usage.decodedTokens)),
      parameters,
    });
  }
  return results;
}
