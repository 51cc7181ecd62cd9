import type { Comparison } from '#experiment/comparison.ts';
import { defaultBudget, defaultProblem, defaultSampling } from '#experiment/defaults.ts';
import type { Experiment, Strategy } from '#experiment/experiment.ts';
import type { Sweep } from '#lab/sweeps/spec.ts';
import type { TrainingSetup } from '#train/setup.ts';
import type { LoadedTraining } from '#app/trainings/trainings-state.ts';
import { trainerWords } from '#words/en/trainer.ts';

/** Tokens that each of two may draw, side by side: enough for the longest thought. */
const trialTokens = 2000;
const sweepProblems = 100;

/** As the training itself looks at its model: one thought, at the effort that it learns. */
const strategyOf = ({ effort }: TrainingSetup): Strategy => ({
  kind: 'chain-of-thought',
  effort: effort === 'both' ? 'low' : effort,
});

/** A model on the problem that the training watched. */
export function trialOfModel({ setup, log }: LoadedTraining, model: string): Experiment {
  const watched = log.find(({ event }) => event.type === 'watched')?.event;
  return {
    problem: watched?.type === 'watched' ? watched.problem : defaultProblem(setup.task.family),
    model,
    strategy: strategyOf(setup),
    sampling: defaultSampling('chain-of-thought'),
    seed: setup.seed,
    budget: defaultBudget,
  };
}

/** The model that the training began from and this one, side by side on that problem. */
export function trialBesideStart(
  loaded: LoadedTraining,
  model: string,
): { readonly experiment: Experiment; readonly comparison: Comparison } {
  return {
    experiment: trialOfModel(loaded, model),
    comparison: {
      arms: [{ kind: 'chain-of-thought', model: loaded.setup.model }, { kind: 'chain-of-thought' }],
      tokens: trialTokens,
    },
  };
}

/** The same two over many held-out problems. */
export function sweepAgainstStart({ setup }: LoadedTraining, model: string, step: number): Sweep {
  const arm = { strategy: strategyOf(setup), sampling: defaultSampling('chain-of-thought') };
  return {
    title: trainerWords.sweepTitle(step),
    problems: { kind: 'held-out', family: setup.task.family, count: sweepProblems },
    arms: [
      { name: trainerWords.watchedAt(0), model: setup.model, ...arm },
      { name: trainerWords.watchedAt(step), model, ...arm },
    ],
    repeats: 1,
    tokens: 0,
  };
}
