import * as v from 'valibot';
import type { Budget, Experiment, Sampling } from './experiment.ts';
import type { ModelAbilities } from './abilities.ts';
import { type Family, type Problem, familySheet } from './families.ts';
import type { TrainedForm } from './families/sheet.ts';
import {
  strategySchema,
  strategySheet,
  type Strategy,
  type StrategyKind,
  type StrategyOf,
} from './strategies.ts';

/** The model that ships with the project for each family; for problems in words the smallest of WebLLM's that reasons. */
export function defaultModel(family: Family): string {
  return familySheet(family).model;
}

export function defaultProblem(family: Family): Problem {
  return familySheet(family).usual;
}

/** A strategy of the kind, as the form starts with it on the embedded models. */
export function defaultStrategy<Kind extends StrategyKind>(kind: Kind): StrategyOf<Kind>;
export function defaultStrategy(kind: StrategyKind): Strategy {
  return v.parse(strategySchema, { kind, ...strategySheet(kind).defaults });
}

/** One greedy trace where there is one; chance where traces or steps must differ. */
export function defaultSampling(kind: StrategyKind): Sampling {
  return { temperature: strategySheet(kind).temperature, topK: 0, topP: 1, minP: 0, maxTokens: 200 };
}

/**
 * What a strategy samples with on a model. One that follows instructions writes prose: DeepSeek-R1's and Qwen3's model cards
 * recommend a temperature of 0.6 and top-p 0.95, and warn of greedy decoding, which makes them repeat themselves.
 */
export function samplingFor(
  { capabilities, families }: SomeAbilities,
  kind: StrategyKind = 'chain-of-thought',
): Sampling {
  if (capabilities.instructions) return proseSampling;
  const { maxTokens = 200 } = trainedOn(families) ?? {};
  return { ...defaultSampling(kind), maxTokens };
}

const proseSampling: Sampling = { temperature: 0.6, topK: 0, topP: 0.95, minP: 0, maxTokens: 2048 };

/**
 * A strategy's settings on a model. One that follows instructions writes thoughts of a thousand tokens in many steps, has no
 * value head, and can be asked instead; drawing from it costs a thousand times as much as from a model that ships with
 * the page.
 */
export function strategyFor<Kind extends StrategyKind>(model: SomeAbilities, kind: Kind): StrategyOf<Kind>;
export function strategyFor({ capabilities, families }: SomeAbilities, kind: StrategyKind): Strategy {
  const { defaults, inWords } = strategySheet(kind);
  const changes = capabilities.instructions ? inWords : onFamilies(defaults, families);
  return v.parse(strategySchema, { kind, ...defaults, ...changes });
}

type SomeAbilities = Pick<ModelAbilities, 'capabilities'> & Partial<Pick<ModelAbilities, 'families'>>;

/** What the model's problems ask for of a strategy's settings: more and smaller steps, say. */
function onFamilies(settings: object, families: SomeAbilities['families']): object {
  const own = Object.entries(trainedOn(families)?.settings ?? {});
  return Object.fromEntries(own.filter(([key]) => Object.hasOwn(settings, key)));
}

/** How the problems are that a model was trained on, where they are of one family. */
function trainedOn(families: SomeAbilities['families']): TrainedForm<Problem> | null {
  const [family, ...others] = families ?? [];
  return family === undefined || others.length > 0 ? null : familySheet(family).trained;
}

const follower = { valueHead: false, fewShot: true, instructions: true } as const;
const trained = { valueHead: true, fewShot: false, instructions: false } as const;

export const defaultSeed = 1;

/** No limit. */
export const defaultBudget: Budget = { tokens: 0 };

/** What the page opens with: the family's own problem and model, and the strategy's own settings. */
export function defaultExperiment(family: Family, kind: StrategyKind = 'chain-of-thought'): Experiment {
  const model = { families: [family], capabilities: familySheet(family).trained ? trained : follower };
  return {
    problem: defaultProblem(family),
    model: defaultModel(family),
    strategy: strategyFor(model, kind),
    sampling: samplingFor(model, kind),
    seed: defaultSeed,
    budget: defaultBudget,
  };
}
