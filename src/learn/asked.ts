import { defaultExperiment } from '#experiment/defaults.ts';
import type { Experiment, Sampling, Strategy } from '#experiment/experiment.ts';
import type { Problem } from '#experiment/problem.ts';

/** A problem answered in one way, all else as the page has it by itself. */
export function answeredBy(
  model: string,
  problem: Problem,
  strategy: Strategy,
  sampling: Partial<Sampling> = {},
): Experiment {
  const usual = defaultExperiment(problem.family, strategy.kind);
  return { ...usual, problem, model, strategy, sampling: { ...usual.sampling, ...sampling } };
}

/** One greedy chain of thought. `high` leaves it to the model how much it thinks. */
export const chainOn = (model: string, problem: Problem, effort: 'low' | 'high' = 'high'): Experiment =>
  answeredBy(model, problem, { kind: 'chain-of-thought', effort });

/** Sixteen samples from all that the model might write, as GRPO draws them. */
export const groupOn = (model: string, problem: Problem): Experiment =>
  answeredBy(model, problem, { kind: 'self-consistency', samples: 16, effort: 'high' }, { temperature: 1 });
