import type { EmbeddedModel } from '#policy/model-handle.ts';
import { embeddedModel, modelsFor } from '#policy/models.ts';
import type { GrpoMethod, RewardRule, TrainingSetup, TrainingTask } from '#train/setup.ts';
import { productsChoice, productsChoices, sharesOfProducts } from './products-choice.ts';
import type { AmountKnob, TrainKnob } from './train-knob.ts';

/** The settings of a training, in the order of the form. A knob reads a setup and gives another one. */
export type TrainKnobId = keyof typeof trainKnobs;

const steps = (from: number, to: number, by: number): readonly number[] =>
  Array.from({ length: Math.round((to - from) / by) + 1 }, (_, at) => Number((from + at * by).toFixed(6)));

const grpoOf = ({ method }: TrainingSetup): GrpoMethod | null => (method.kind === 'grpo' ? method : null);
const isGrpo = (setup: TrainingSetup): boolean => setup.method.kind === 'grpo';
const withGrpo = (setup: TrainingSetup, change: Partial<GrpoMethod>): TrainingSetup =>
  setup.method.kind === 'grpo' ? { ...setup, method: { ...setup.method, ...change } } : setup;
const rewardOf = (setup: TrainingSetup): RewardRule | null => grpoOf(setup)?.reward ?? null;

/** Rules of reward, each as it is when it is chosen. */
export const rewardRules = {
  'accuracy-and-format': { kind: 'accuracy-and-format', format: 0.1 },
  accuracy: { kind: 'accuracy' },
  length: { kind: 'length', price: 0.005 },
  majority: { kind: 'majority', format: 0.1 },
  'any-number': { kind: 'any-number', price: 0.002 },
  waits: { kind: 'waits', pay: 0.1 },
} as const satisfies { readonly [Kind in RewardRule['kind']]: Extract<RewardRule, { kind: Kind }> };
export type RewardKind = RewardRule['kind'];

const isReward = (value: string): value is RewardKind => value in rewardRules;

/** GRPO as the page begins with it, where a person comes from another method. */
const usualGrpo: GrpoMethod = {
  kind: 'grpo',
  reward: rewardRules['accuracy-and-format'],
  byDeviation: true,
  floor: 0.1,
  clipLow: 0.2,
  clipHigh: 0.2,
  beta: 0.02,
  averaging: { by: 'token' },
  dynamicSampling: false,
};

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

export const trainKnobs = {
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
    stops: steps(0.1, 2, 0.1),
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
  reward: {
    kind: 'pick',
    group: 'reward',
    applies: isGrpo,
    options: () => Object.keys(rewardRules),
    get: (setup) => rewardOf(setup)?.kind ?? '',
    set: (setup, value) => (isReward(value) ? withGrpo(setup, { reward: rewardRules[value] }) : setup),
  },
  format: {
    kind: 'amount',
    group: 'reward',
    applies: (setup) => formatOf(rewardOf(setup)) !== null,
    stops: steps(0, 1, 0.05),
    get: (setup) => formatOf(rewardOf(setup)) ?? 0,
    set(setup, format) {
      const rule = rewardOf(setup);
      return rule?.kind === 'accuracy-and-format' || rule?.kind === 'majority'
        ? withGrpo(setup, { reward: { ...rule, format } })
        : setup;
    },
  },
  price: {
    kind: 'amount',
    group: 'reward',
    applies: (setup) => rewardOf(setup)?.kind === 'length',
    stops: steps(-0.05, 0.05, 0.0025),
    get(setup) {
      const rule = rewardOf(setup);
      return rule?.kind === 'length' ? rule.price : 0;
    },
    set: (setup, price) => withGrpo(setup, { reward: { kind: 'length', price } }),
  },
  tokenPrice: {
    kind: 'amount',
    group: 'reward',
    applies: (setup) => rewardOf(setup)?.kind === 'any-number',
    stops: steps(0, 0.05, 0.001),
    get(setup) {
      const rule = rewardOf(setup);
      return rule?.kind === 'any-number' ? rule.price : 0;
    },
    set: (setup, price) => withGrpo(setup, { reward: { kind: 'any-number', price } }),
  },
  pay: {
    kind: 'amount',
    group: 'reward',
    applies: (setup) => rewardOf(setup)?.kind === 'waits',
    stops: steps(0, 1, 0.05),
    get(setup) {
      const rule = rewardOf(setup);
      return rule?.kind === 'waits' ? rule.pay : 0;
    },
    set: (setup, pay) => withGrpo(setup, { reward: { kind: 'waits', pay } }),
  },
  method: {
    kind: 'pick',
    group: 'objective',
    options: () => ['grpo', 'star'],
    get: ({ method }) => method.kind,
    set: (setup, value) => {
      if (value === setup.method.kind) return setup;
      return { ...setup, method: value === 'star' ? { kind: 'star', keep: 2 } : usualGrpo };
    },
  },
  keep: {
    kind: 'amount',
    group: 'objective',
    applies: ({ method }) => method.kind === 'star',
    stops: [1, 2, 3, 4, 6, 8, 12, 16, 32, 64],
    get: ({ method }) => (method.kind === 'star' ? method.keep : 1),
    set: (setup, keep) => ({ ...setup, method: { kind: 'star', keep } }),
  },
  clipLow: {
    kind: 'amount',
    group: 'objective',
    applies: isGrpo,
    stops: steps(0.02, 1, 0.02),
    get: (setup) => grpoOf(setup)?.clipLow ?? 0,
    set: (setup, clipLow) => withGrpo(setup, { clipLow }),
  },
  clipHigh: {
    kind: 'amount',
    group: 'objective',
    applies: isGrpo,
    stops: [...steps(0.02, 1, 0.02), 1.5, 2, 3, 5],
    get: (setup) => grpoOf(setup)?.clipHigh ?? 0,
    set: (setup, clipHigh) => withGrpo(setup, { clipHigh }),
  },
  beta: {
    kind: 'amount',
    group: 'objective',
    applies: isGrpo,
    stops: [0, 0.001, 0.002, 0.005, 0.01, 0.02, 0.04, 0.06, 0.08, 0.1, 0.2, 0.5, 1],
    get: (setup) => grpoOf(setup)?.beta ?? 0,
    set: (setup, beta) => withGrpo(setup, { beta }),
  },
  byDeviation: {
    kind: 'flag',
    group: 'objective',
    applies: isGrpo,
    get: (setup) => grpoOf(setup)?.byDeviation ?? false,
    set: (setup, byDeviation) => withGrpo(setup, { byDeviation }),
  },
  floor: {
    kind: 'amount',
    group: 'objective',
    applies: (setup) => grpoOf(setup)?.byDeviation === true,
    stops: [0.001, 0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.5, 1],
    get: (setup) => grpoOf(setup)?.floor ?? 0,
    set: (setup, floor) => withGrpo(setup, { floor }),
  },
  averaging: {
    kind: 'pick',
    group: 'objective',
    applies: isGrpo,
    options: () => ['token', 'trace', 'constant'],
    get: (setup) => grpoOf(setup)?.averaging.by ?? '',
    set(setup, value) {
      if (value === 'constant')
        return withGrpo(setup, { averaging: { by: 'constant', tokens: setup.maxTokens } });
      const by = (['token', 'trace'] as const).find((one) => one === value);
      return by ? withGrpo(setup, { averaging: { by } }) : setup;
    },
  },
  dynamicSampling: {
    kind: 'flag',
    group: 'objective',
    applies: isGrpo,
    get: (setup) => grpoOf(setup)?.dynamicSampling ?? false,
    set: (setup, dynamicSampling) => withGrpo(setup, { dynamicSampling }),
  },
  rate: {
    kind: 'amount',
    group: 'objective',
    stops: [
      0, 0.00001, 0.00002, 0.00005, 0.0001, 0.00015, 0.0002, 0.0003, 0.0004, 0.0005, 0.0007, 0.001, 0.0015,
      0.002, 0.003, 0.005, 0.01,
    ],
    get: (setup) => setup.rate,
    set: (setup, rate) => ({ ...setup, rate }),
  },
  updates: {
    kind: 'amount',
    group: 'objective',
    stops: steps(1, 8, 1),
    get: (setup) => setup.updates,
    set: (setup, updates) => ({ ...setup, updates }),
  },
} as const satisfies Readonly<Record<string, TrainKnob>>;

/** What the form has, in order. */
export const trainKnobIds = Object.keys(trainKnobs).filter((id): id is TrainKnobId => id in trainKnobs);

export const knobOf = (id: TrainKnobId): TrainKnob => trainKnobs[id];

function formatOf(rule: RewardRule | null): number | null {
  return rule?.kind === 'accuracy-and-format' || rule?.kind === 'majority' ? rule.format : null;
}

/** The knobs in which a setup differs from another one. */
export function changedKnobs(setup: TrainingSetup, from: TrainingSetup): readonly TrainKnobId[] {
  return trainKnobIds.filter((id) => {
    const knob = knobOf(id);
    return (knob.applies?.(setup) ?? true) && knob.get(setup) !== knob.get(from);
  });
}

/** The place of a value on a knob: of one that lies between two stops, the nearest. */
export function stopOf({ stops }: AmountKnob, value: number): number {
  return stops.reduce(
    (best, stop, at) => (Math.abs(stop - value) < Math.abs((stops[best] ?? 0) - value) ? at : best),
    0,
  );
}
