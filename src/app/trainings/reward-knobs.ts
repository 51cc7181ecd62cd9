import type { RewardRule } from '#train/setup.ts';
import { isGrpo, rewardRuleOf, withGrpo } from './grpo-of.ts';
import { evenStops } from './knob-stops.ts';
import type { TrainKnob } from './train-knob.ts';

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

function formatOf(rule: RewardRule | null): number | null {
  return rule?.kind === 'accuracy-and-format' || rule?.kind === 'majority' ? rule.format : null;
}

/** What traces are rewarded for. */
export const rewardKnobs = {
  reward: {
    kind: 'pick',
    group: 'reward',
    applies: isGrpo,
    options: () => Object.keys(rewardRules),
    get: (setup) => rewardRuleOf(setup)?.kind ?? '',
    set: (setup, value) => (isReward(value) ? withGrpo(setup, { reward: rewardRules[value] }) : setup),
  },
  format: {
    kind: 'amount',
    group: 'reward',
    applies: (setup) => formatOf(rewardRuleOf(setup)) !== null,
    stops: evenStops(0, 1, 0.05),
    get: (setup) => formatOf(rewardRuleOf(setup)) ?? 0,
    set(setup, format) {
      const rule = rewardRuleOf(setup);
      return rule?.kind === 'accuracy-and-format' || rule?.kind === 'majority'
        ? withGrpo(setup, { reward: { ...rule, format } })
        : setup;
    },
  },
  price: {
    kind: 'amount',
    group: 'reward',
    applies: (setup) => rewardRuleOf(setup)?.kind === 'length',
    stops: evenStops(-0.05, 0.05, 0.0025),
    get(setup) {
      const rule = rewardRuleOf(setup);
      return rule?.kind === 'length' ? rule.price : 0;
    },
    set: (setup, price) => withGrpo(setup, { reward: { kind: 'length', price } }),
  },
  tokenPrice: {
    kind: 'amount',
    group: 'reward',
    applies: (setup) => rewardRuleOf(setup)?.kind === 'any-number',
    stops: evenStops(0, 0.05, 0.001),
    get(setup) {
      const rule = rewardRuleOf(setup);
      return rule?.kind === 'any-number' ? rule.price : 0;
    },
    set: (setup, price) => withGrpo(setup, { reward: { kind: 'any-number', price } }),
  },
  pay: {
    kind: 'amount',
    group: 'reward',
    applies: (setup) => rewardRuleOf(setup)?.kind === 'waits',
    stops: evenStops(0, 1, 0.05),
    get(setup) {
      const rule = rewardRuleOf(setup);
      return rule?.kind === 'waits' ? rule.pay : 0;
    },
    set: (setup, pay) => withGrpo(setup, { reward: { kind: 'waits', pay } }),
  },
} as const satisfies Readonly<Record<string, TrainKnob>>;
