import type { Comparison } from '#experiment/comparison.ts';
import { defaultBudget, defaultProblem, defaultSampling } from '#experiment/defaults.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { EmbeddedModel, Learnt } from '#policy/model-handle.ts';
import { embeddedModel, embeddedModels } from '#policy/models.ts';

/** A model that learnt from its own traces, and the one it was made from. */
export interface TrialPair {
  /** Null where it does not ship with the page. */
  readonly before: EmbeddedModel | null;
  readonly after: EmbeddedModel;
  readonly by: Learnt['by'];
}

/**
 * The two checkpoints that a model is one of; null for a model that neither learnt from traces of its own nor is where one began that
 * did. Several models began with the same one: it is shown with the first of them.
 */
export function pairOf(id: string): TrialPair | null {
  const own = embeddedModel(id);
  const after = own?.learnt ? own : embeddedModels.find(({ learnt }) => learnt?.from === id);
  if (!after?.learnt) return null;
  const { by, from } = after.learnt;
  return { after, by, before: (from === null ? undefined : embeddedModel(from)) ?? null };
}

/** Settings for one checkpoint: the same for both, so that only the training differs. The draft's problem is kept where the models know it. */
export function trialOf({ problem, seed }: Experiment, model: EmbeddedModel): Experiment {
  const [family] = model.families;
  return {
    problem:
      model.families.includes(problem.family) || family === undefined ? problem : defaultProblem(family),
    model: model.id,
    strategy: { kind: 'chain-of-thought', effort: 'high' },
    sampling: defaultSampling('chain-of-thought'),
    seed,
    budget: defaultBudget,
  };
}

/** Tokens that each of the two may draw, side by side: enough for the longest thought at high effort. */
const trialTokens = 2000;

/** Both checkpoints side by side, where `trialOf` the second is set up. */
export function trialComparison(before: EmbeddedModel): Comparison {
  return {
    arms: [{ kind: 'chain-of-thought', model: before.id }, { kind: 'chain-of-thought' }],
    tokens: trialTokens,
  };
}
