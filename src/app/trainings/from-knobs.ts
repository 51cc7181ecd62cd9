import type { EmbeddedModel } from '#policy/model-handle.ts';
import { embeddedModel, modelsFor } from '#policy/models.ts';
import type { TrainingSetup, TrainingTask } from '#train/setup.ts';
import { evenStops } from './knob-stops.ts';
import { productsChoice, productsChoices, sharesOfProducts } from './products-choice.ts';
import type { TrainKnob } from './train-knob.ts';

/** Models that a training can start from: those that write, of the problems that can be trained on, one's own too. */
const startModels = (): readonly EmbeddedModel[] =>
  (['arithmetic', 'countdown'] as const)
    .flatMap((family) => modelsFor(family))
    .filter(({ capabilities, parameters }) => !capabilities.fewShot && parameters < 2_000_000);

/** Changes the model; its problems go with it. */
function withModel(setup: TrainingSetup, model: string): TrainingSetup {
  const family = embeddedModel(model)?.families[0] ?? setup.task.family;
  if (family === setup.task.family) return { ...setup, model };
  const task: TrainingTask =
    family === 'countdown' ? { family } : { family: 'arithmetic', products: [0, 1, 0], measured: 2 };
  return { ...setup, model, task, maxTokens: family === 'countdown' ? 256 : 128 };
}

/** What a training starts from and draws: model, problems, traces. */
export const fromKnobs = {
  model: {
    kind: 'pick',
    group: 'from',
    options: ({ model }) => {
      const ids = startModels().map(({ id }) => id);
      return ids.includes(model) ? ids : [model, ...ids];
    },
    get: ({ model }) => model,
    set: withModel,
  },
  products: {
    kind: 'pick',
    group: 'from',
    applies: ({ task }) => task.family === 'arithmetic',
    options: (setup) => (productsChoice(setup) === 'own' ? [...productsChoices, 'own'] : productsChoices),
    get: productsChoice,
    set(setup, value) {
      const choice = productsChoices.find((one) => one === value);
      if (!choice || setup.task.family !== 'arithmetic') return setup;
      const measured = choice === 'one' ? 1 : choice === 'three' ? 3 : 2;
      return { ...setup, task: { family: 'arithmetic', products: sharesOfProducts[choice], measured } };
    },
  },
  steps: {
    kind: 'amount',
    group: 'from',
    stops: [5, 10, 15, 20, 30, 40, 50, 60, 80, 100, 120, 150, 200, 300, 400, 500],
    get: (setup) => setup.steps,
    set: (setup, value) => ({ ...setup, steps: value }),
  },
  problems: {
    kind: 'amount',
    group: 'from',
    stops: [1, 2, 4, 6, 8, 12, 16, 24, 32],
    get: (setup) => setup.problems,
    set: (setup, value) => ({ ...setup, problems: value }),
  },
  group: {
    kind: 'amount',
    group: 'from',
    stops: [2, 4, 8, 12, 16, 24, 32, 48, 64],
    get: (setup) => setup.group,
    set: (setup, value) => ({ ...setup, group: value }),
  },
  effort: {
    kind: 'pick',
    group: 'from',
    options: () => ['low', 'high', 'both'],
    get: ({ effort }) => effort,
    set: (setup, value) => {
      const effort = (['low', 'high', 'both'] as const).find((one) => one === value);
      return effort ? { ...setup, effort } : setup;
    },
  },
  temperature: {
    kind: 'amount',
    group: 'from',
    stops: evenStops(0.1, 2, 0.1),
    get: (setup) => setup.temperature,
    set: (setup, value) => ({ ...setup, temperature: value }),
  },
  maxTokens: {
    kind: 'amount',
    group: 'from',
    stops: [16, 32, 48, 64, 96, 128, 160, 192, 224],
    get: (setup) => setup.maxTokens,
    set: (setup, value) => ({ ...setup, maxTokens: value }),
  },
} as const satisfies Readonly<Record<string, TrainKnob>>;
