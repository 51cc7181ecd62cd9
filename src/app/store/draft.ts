import { defaultModel, defaultProblem, samplingFor, strategyFor } from '../../experiment/defaults.ts';
import { defaultVerifier, verifierUnavailable } from '../../experiment/describe.ts';
import type { ModelAbilities } from '../../experiment/abilities.ts';
import type { Experiment, Strategy, StrategyKind } from '../../experiment/experiment.ts';
import type { Family, Problem } from '../../experiment/problem.ts';
import { verifierModel } from '../../experiment/verifier.ts';
import { isGpuModel, judgeOf } from '../models/abilities.ts';
import { abilitiesOf, gpuChoices, isHere, type LibraryState, suitedVariant } from './library-state.ts';

/** Pure changes of the experiment that is set up: what has to change along with what a person changes. */

/** Without the thought it starts from and the steps that were pruned, which belong to one problem and one model. */
export function anew(draft: Experiment): Experiment {
  const { start: _, pruned: __, ...rest } = draft;
  return rest;
}

/** Another problem. One that the model does not know brings a model along that does. */
export function withProblem(draft: Experiment, problem: Problem, library: LibraryState): Experiment {
  const model = problem.family === draft.problem.family ? draft.model : modelFor(problem.family, draft.model, library);
  return { ...anew(withModel(draft, model, library)), problem };
}

/** The model in use, where it knows such problems and is here; else the family's own, of WebLLM's one that is at hand. */
function modelFor(family: Family, inUse: string, library: LibraryState): string {
  const serves = abilitiesOf(inUse, library).families.includes(family);
  if (family !== 'question') return serves && isHere(library, inUse) ? inUse : defaultModel[family];
  return serves ? inUse : (gpuChoices(library, inUse)[0] ?? suitedVariant(library, defaultModel.question));
}

/** Another model. One that writes sentences, or no longer does, brings its own settings along; so does any for what nobody has changed. */
export function withModel(draft: Experiment, model: string, library: LibraryState): Experiment {
  const before = abilitiesOf(draft.model, library);
  const after = abilitiesOf(model, library);
  if (draft.model === model) return draft;
  if (isGpuModel(draft.model) === isGpuModel(model)) return { ...anew(draft), model, strategy: isUsual(draft.strategy, before) ? strategyFor(after, draft.strategy.kind) : withFittingJudge(draft, after) };
  return { ...anew(draft), model, strategy: refitted(draft, before, after), sampling: samplingFor(after, draft.strategy.kind) };
}

/** The strategy's usual settings on the new model, but for those that a person chose and it can keep. */
function refitted({ strategy, problem }: Experiment, before: ModelAbilities, after: ModelAbilities): Strategy {
  const misfit = 'verifier' in strategy && verifierUnavailable(strategy.verifier, strategy, after, problem, judgeOf(strategy.verifier)) !== null;
  return misfit || isUsual(strategy, before) ? strategyFor(after, strategy.kind) : strategy;
}

/** Whether nobody changed a setting: then another model's own take their place. */
function isUsual(strategy: Strategy, model: ModelAbilities): boolean {
  return JSON.stringify(strategy) === JSON.stringify(strategyFor(model, strategy.kind));
}

/** The strategy, its verifier without a model that does not read what the new one writes. */
function withFittingJudge({ strategy, problem }: Experiment, after: ModelAbilities): Strategy {
  if (!('verifier' in strategy) || verifierModel(strategy.verifier) === null) return strategy;
  const { verifier } = strategy;
  const fits = verifierUnavailable(verifier, strategy, after, problem, judgeOf(verifier)) === null;
  return fits ? strategy : { ...strategy, verifier: defaultVerifier(verifier.kind) };
}

/** A model from the list of all. Where it does not know the problem, one of its own kind comes along. */
export function withListedModel(draft: Experiment, model: string, library: LibraryState): Experiment {
  const { families } = abilitiesOf(model, library);
  const [own] = families;
  const next = withModel(draft, model, library);
  return families.includes(draft.problem.family) || own === undefined ? next : { ...next, problem: defaultProblem(own) };
}

/** Another strategy brings its own parameters and temperature: a vote needs traces that differ. */
export function withStrategyKind(draft: Experiment, kind: StrategyKind, library: LibraryState): Experiment {
  const { strategy, sampling } = draft;
  if (strategy.kind === kind) return draft;
  const model = abilitiesOf(draft.model, library);
  const fresh: Strategy = strategyFor(model, kind);
  const kept = 'effort' in strategy && 'effort' in fresh ? { ...fresh, effort: strategy.effort } : fresh;
  return { ...draft, strategy: kept, sampling: { ...sampling, temperature: samplingFor(model, kind).temperature } };
}
