import { defaultBudget, defaultProblem, defaultSampling } from '../../experiment/defaults.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import { catalog, type CatalogModel, catalogModel } from '../../policy/catalog.ts';

/** A model made by reinforcement learning, and the one it was made from. */
export interface Pair {
  /** Null where it does not ship with the page. */
  readonly before: CatalogModel | null;
  readonly after: CatalogModel;
}

/** The two checkpoints that a model is one of; null for a model that reinforcement learning neither made nor began with. */
export function pairOf(id: string): Pair | null {
  const made = catalog.filter(({ reinforcement }) => reinforcement);
  const after = made.find((model) => model.id === id) ?? made.find(({ reinforcement }) => reinforcement?.from === id);
  if (!after?.reinforcement) return null;
  const { from } = after.reinforcement;
  return { after, before: (from === null ? undefined : catalogModel(from)) ?? null };
}

/** Settings for one checkpoint: the same for both, so that only the training differs. The draft's problem is kept where the models know it. */
export function trialOf({ problem, seed }: Experiment, model: CatalogModel): Experiment {
  const [family] = model.families;
  return {
    problem: model.families.includes(problem.family) || family === undefined ? problem : defaultProblem(family),
    model: model.id,
    strategy: { kind: 'chain-of-thought', effort: 'high' },
    sampling: defaultSampling('chain-of-thought'),
    seed,
    budget: defaultBudget,
  };
}
