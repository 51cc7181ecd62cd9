import { defaultBudget } from '#experiment/defaults.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { Problem } from '#experiment/problem.ts';
import type { Settings } from './same-computation.ts';
import { experimentOfCell } from './sweeps/spec.ts';

/** Settings on the problem at a place of its set. Its seed is the place, so that settings can be compared problem by problem. */
export function experimentAt(settings: Settings, problem: Problem, place: number): Experiment {
  return experimentOfCell(settings, problem, { arm: 0, problem: place, repeat: 0 }, defaultBudget.tokens);
}

/** The same settings on each problem of a set. */
export function experimentsOf(settings: Settings, problems: readonly Problem[]): readonly Experiment[] {
  return problems.map((problem, place) => experimentAt(settings, problem, place));
}
