import type { GrpoMethod, RewardRule, TrainingSetup } from '#train/setup.ts';

/** How GRPO is set in a setup; null where another method trains. */
export const grpoOf = ({ method }: TrainingSetup): GrpoMethod | null =>
  method.kind === 'grpo' ? method : null;
export const isGrpo = (setup: TrainingSetup): boolean => setup.method.kind === 'grpo';
/** Changes it; another method stays as it is. */
export const withGrpo = (setup: TrainingSetup, change: Partial<GrpoMethod>): TrainingSetup =>
  setup.method.kind === 'grpo' ? { ...setup, method: { ...setup.method, ...change } } : setup;
export const rewardRuleOf = (setup: TrainingSetup): RewardRule | null => grpoOf(setup)?.reward ?? null;
