import { defaultVerifier } from '#experiment/verifier.ts';
import { defaultModel, defaultProblem, samplingFor, strategyFor } from '#experiment/defaults.ts';
import type { ModelAbilities } from '#experiment/abilities.ts';
import type { Experiment, Strategy, StrategyKind } from '#experiment/experiment.ts';
import { type Family, type Problem, familySheet } from '#experiment/families.ts';
import { verifierModel } from '#experiment/verifier.ts';
import { judgeUnavailable } from '../models/second-model.ts';
import { abilitiesOf, gpuChoices, isHere, type LibraryState, suitedVariant } from './library-state.ts';

/** Pure changes of the experiment that is set up: what has to change along with what a person changes. */

/** Without the thought it starts from and the steps that were pruned, which belong to one problem and one model. */
export function anew(draft: Experiment): Experiment {
  const { start: _, pruned: __, ...rest } = draft;
  return rest;
}

/** Another problem. One that the model does not know brings a model along that does. */
export function withProblem(draft: Experiment, problem: Problem, library: LibraryState): Experiment {
  const model =
    problem.family === draft.problem.family ? draft.model : modelFor(problem.family, draft.model, library);
  return anew(withModel({ ...draft, problem }, model, library));
}

/** The model in use, where it knows such problems and is here; else the family's own, of WebLLM's one that is at hand. */
function modelFor(family: Family, inUse: string, library: LibraryState): string {
  const serves = abilitiesOf(inUse, library).families.includes(family);
  const usual = defaultModel(family);
  if (familySheet(family).trained) return serves && isHere(library, inUse) ? inUse : usual;
  return serves ? inUse : (gpuChoices(library, inUse)[0] ?? suitedVariant(library, usual));
}

/** Another model brings its usual settings along for those that nobody changed. One that writes sentences, or no longer does, samples in its own way too. */
export function withModel(draft: Experiment, model: string, library: LibraryState): Experiment {
  if (draft.model === model) return draft;
  const [before, after] = [abilitiesOf(draft.model, library), abilitiesOf(model, library)];
  const other = before.capabilities.instructions !== after.capabilities.instructions;
  const { kind } = draft.strategy;
  const strategy = withFittingJudge(
    moved(draft.strategy, strategyFor(before, kind), strategyFor(after, kind)),
    draft.problem,
    after,
    other,
  );
  const sampling = other
    ? samplingFor(after, kind)
    : moved(draft.sampling, samplingFor(before, kind), samplingFor(after, kind));
  return { ...anew(draft), model, strategy, sampling };
}

/** The settings usual on the new model, but for those that a person chose on the one before. */
function moved<T extends object>(settings: T, before: T, after: T): T {
  const usual = new Map<string, unknown>(Object.entries(before));
  const chosen = Object.entries(settings).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(usual.get(key)),
  );
  return { ...after, ...Object.fromEntries(chosen) };
}

/**
 * The strategy, its verifier or discriminator without a model that does not read what the new one writes; on a model of the
 * `other` sort, with the usual verifier in place of any that does not fit.
 */
function withFittingJudge(
  strategy: Strategy,
  problem: Problem,
  after: ModelAbilities,
  other: boolean,
): Strategy {
  if (judgeUnavailable(strategy, after, problem) === null) return strategy;
  if (strategy.kind === 'rstar') {
    const { discriminator: _, ...own } = strategy;
    return own;
  }
  if (!('verifier' in strategy)) return strategy;
  const { verifier } = strategy;
  if (other) return { ...strategy, verifier: strategyFor(after, strategy.kind).verifier };
  return verifierModel(verifier) === null
    ? strategy
    : { ...strategy, verifier: defaultVerifier(verifier.kind) };
}

/** A model from the list of all. Where it does not know the problem, one of its own kind comes along. */
export function withListedModel(draft: Experiment, model: string, library: LibraryState): Experiment {
  const { families } = abilitiesOf(model, library);
  const [own] = families;
  const problem =
    families.includes(draft.problem.family) || own === undefined ? draft.problem : defaultProblem(own);
  return withModel({ ...draft, problem }, model, library);
}

/** Another strategy brings its own parameters and temperature: a vote needs traces that differ. */
export function withStrategyKind(draft: Experiment, kind: StrategyKind, library: LibraryState): Experiment {
  const { strategy, sampling } = draft;
  if (strategy.kind === kind) return draft;
  const model = abilitiesOf(draft.model, library);
  const fresh: Strategy = strategyFor(model, kind);
  const kept = 'effort' in strategy && 'effort' in fresh ? { ...fresh, effort: strategy.effort } : fresh;
  return {
    ...draft,
    strategy: kept,
    sampling: { ...sampling, temperature: samplingFor(model, kind).temperature },
  };
}
