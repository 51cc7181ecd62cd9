import { type GroupAdvantages, groupAdvantages } from '#lab/grpo/advantages.ts';
import { rewardsOf } from '#lab/grpo/group.ts';
import { type GroupObjective, groupObjective } from '#lab/grpo/objective.ts';
import type { TraceReward } from '#lab/grpo/rewards.ts';
import { type GroupLogs, isWhole, type LensState, policyKey, type PolicyRole } from './lens-state.ts';
import type { LensRule } from './lens-rule.ts';

/** What the lens shows of a whole group, all computed from its log and the log-probabilities. */
export interface MeasuredGroup {
  readonly rewards: readonly TraceReward[];
  readonly advantages: GroupAdvantages;
  /** Null until all three policies have read the traces. */
  readonly logs: Readonly<Record<PolicyRole, GroupLogs>> | null;
  readonly objective: GroupObjective | null;
}

type Read = Pick<LensState, 'group' | 'rule' | 'logs' | 'policies'>;

export function measuredGroup({ group, rule, logs, policies }: Read): MeasuredGroup | null {
  if (!isWhole(group)) return null;
  const rewards = rewardsOf(group, rule.formatReward);
  const advantages = groupAdvantages(
    rewards.map(({ reward }) => reward),
    rule,
  );
  const [old, now, reference] = [group.policy, policies.now, policies.reference].map(
    (policy) => logs[policyKey(policy)],
  );
  if (!old || !now || !reference) return { rewards, advantages, logs: null, objective: null };
  const objective = groupObjective(
    group.traces.map(({ tokens }, trace) => ({
      advantage: advantages.advantages[trace] ?? NaN,
      tokens: tokens.map((_, at) => ({
        old: old[trace]?.[at] ?? NaN,
        now: now[trace]?.[at] ?? NaN,
        reference: reference[trace]?.[at] ?? NaN,
      })),
    })),
    objectiveRule(rule, longest(group.traces)),
  );
  return { rewards, advantages, logs: { old, now, reference }, objective };
}

/** The first token of the group whose gain is clipped. */
export function firstClipped(read: Read): LensState['selected'] | null {
  const terms = measuredGroup(read)?.objective?.terms ?? [];
  const found = terms.map((trace) => trace.findIndex(({ clipped }) => clipped));
  const trace = found.findIndex((token) => token >= 0);
  return trace < 0 ? null : { trace, token: found[trace] ?? 0 };
}

/** Dr. GRPO's constant is the most tokens that a trace may have; here the longest of the group stands for it. */
export const objectiveRule = (rule: LensRule, most: number) => ({
  ...rule,
  averaging:
    rule.averaging === 'constant'
      ? ({ by: 'constant', tokens: most } as const)
      : ({ by: rule.averaging } as const),
});

export const longest = (traces: readonly { readonly tokens: { readonly length: number } }[]): number =>
  Math.max(1, ...traces.map(({ tokens }) => tokens.length));
