import type { Effort } from '#experiment/experiment.ts';
import type { Problem } from '#experiment/problem.ts';
import { groupAdvantages } from '#lab/grpo/advantages.ts';
import type { ShownGroup } from './events.ts';
import type { WrittenTrace } from './lane.ts';
import { groupRewards, written } from './rewards.ts';
import type { TrainingMethod } from './setup.ts';

/** A group whose traces have been rewarded and weighed against each other. */
export interface JudgedGroup {
  readonly problem: Problem;
  readonly effort: Effort;
  readonly traces: readonly WrittenTrace[];
  readonly rewards: readonly number[];
  /** Of STaR 1 for a trace that is imitated, else 0. */
  readonly advantages: readonly number[];
  /** There is nothing to learn from it: all advantages are 0. */
  readonly silent: boolean;
}

/** Rewards a group's traces and weighs them. */
export function judgeGroup(
  method: TrainingMethod,
  { problem, effort, traces }: Pick<JudgedGroup, 'problem' | 'effort' | 'traces'>,
): JudgedGroup {
  const { rewards, advantages } = weighed(method, traces);
  return {
    problem,
    effort,
    traces,
    rewards,
    advantages,
    silent: advantages.every((advantage) => advantage === 0),
  };
}

function weighed(
  method: TrainingMethod,
  traces: readonly WrittenTrace[],
): Pick<JudgedGroup, 'rewards' | 'advantages'> {
  switch (method.kind) {
    case 'grpo': {
      const rewards = groupRewards(method.reward, traces);
      return { rewards, advantages: groupAdvantages(rewards, method).advantages };
    }
    case 'star': {
      const rewards = traces.map(({ right, formed }) => Number(right && formed));
      let left = method.keep;
      return { rewards, advantages: rewards.map((reward) => (reward === 1 && left-- > 0 ? 1 : 0)) };
    }
  }
}

/** A group as the log has it. */
export function shownGroup({ problem, effort, traces, rewards, advantages }: JudgedGroup): ShownGroup {
  return {
    problem,
    effort,
    traces: traces.map((trace, at) => ({
      ...shownTrace(trace),
      reward: rewards[at] ?? 0,
      advantage: advantages[at] ?? 0,
    })),
  };
}

export const shownTrace = (trace: WrittenTrace) => ({
  text: trace.text,
  tokens: written(trace),
  answer: trace.answer?.display ?? null,
  right: trace.right,
});
