import type { Experiment } from '../../experiment/experiment.ts';
import { defaultBudget } from '../../experiment/defaults.ts';
import type { Problem } from '../../experiment/problem.ts';
import type { LanguageModel } from '../../policy/language-model.ts';
import type { RunState } from '../../run/state.ts';
import type { Surroundings } from '../../strategies/run-experiment.ts';
import { mean, share } from '../statistics.ts';
import { sweep } from '../sweep.ts';
import type { Arm, ArmResult, Effect } from './effect.ts';

/** Opens a model of the catalogue and says how many parameters it has. */
export type OpenModel = (id: string) => Promise<{ readonly model: LanguageModel; readonly parameters: number }>;

/** Samples that tell how hard a problem is. */
const probes = 16;

/**
 * Runs every arm of an effect over the problems, each problem with its own seed, the same for all arms. One run at a time:
 * what a model spends is counted for all its runs together.
 *
 * @param problems never trained on.
 * @param onArm called with each arm's result as it is known.
 */
export async function measureEffect(effect: Effect, problems: readonly Problem[], open: OpenModel, surroundings: Surroundings, onArm: (result: ArmResult) => void = () => undefined): Promise<readonly ArmResult[]> {
  const chosen = effect.hardestThird ? await hardestThird(effect.arms[0]!, problems, open, surroundings) : problems;
  const results: ArmResult[] = [];
  for (const arm of effect.arms) {
    const { model, parameters } = await open(arm.model);
    const runs = await sweep(experimentsOf(arm, chosen), model, surroundings, 1);
    const result = { arm, parameters, accuracy: share(runs.filter(isRight).length, runs.length), tokens: mean(runs.map((run) => run.usage.decodedTokens)) };
    results.push(result);
    onArm(result);
  }
  return results;
}

/** The third of the problems that single samples of a model get right least often (the difficulty bins of Snell et al. 2024, arXiv 2408.03314, section 3.2). */
async function hardestThird({ model: id, sampling }: Arm, problems: readonly Problem[], open: OpenModel, surroundings: Surroundings): Promise<readonly Problem[]> {
  const { model } = await open(id);
  const probe: Arm = { name: '', model: id, strategy: { kind: 'self-consistency', samples: probes, effort: 'low' }, sampling: { ...sampling, temperature: 0.7 } };
  const runs = await sweep(experimentsOf(probe, problems), model, surroundings, 8);
  const right = runs.map((run) => run.sequences.filter((trace) => trace.grade?.outcome === 'right').length);
  const order = [...problems.keys()].sort((a, b) => right[a]! - right[b]! || a - b);
  return order.slice(0, Math.floor(problems.length / 3)).map((index) => problems[index]!);
}

function experimentsOf({ model, strategy, sampling }: Arm, problems: readonly Problem[]): readonly Experiment[] {
  return problems.map((problem, seed) => ({ problem, model, strategy, sampling, seed, budget: defaultBudget }));
}

const isRight = (run: RunState): boolean => run.grade?.outcome === 'right';
