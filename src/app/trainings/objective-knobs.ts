import type { GrpoMethod } from '#train/setup.ts';
import { grpoOf, isGrpo, withGrpo } from './grpo-of.ts';
import { evenStops } from './knob-stops.ts';
import { rewardRules } from './reward-knobs.ts';
import type { TrainKnob } from './train-knob.ts';

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

/** How rewards become a step of the weights. */
export const objectiveKnobs = {
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
    stops: evenStops(0.02, 1, 0.02),
    get: (setup) => grpoOf(setup)?.clipLow ?? 0,
    set: (setup, clipLow) => withGrpo(setup, { clipLow }),
  },
  clipHigh: {
    kind: 'amount',
    group: 'objective',
    applies: isGrpo,
    stops: [...evenStops(0.02, 1, 0.02), 1.5, 2, 3, 5],
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
    stops: evenStops(1, 8, 1),
    get: (setup) => setup.updates,
    set: (setup, updates) => ({ ...setup, updates }),
  },
} as const satisfies Readonly<Record<string, TrainKnob>>;
