/** How rewards of a group become advantages. */
export interface AdvantageRule {
  /** Whether they are divided by the group's standard deviation. Dr. GRPO (Liu et al. 2025, arXiv 2503.20783) does not. */
  readonly byDeviation: boolean;
  /** The deviation counts as at least this much, in units of reward; 0 is no floor, as in the paper's formula. */
  readonly floor: number;
}

/** A group's rewards against each other. */
export interface GroupAdvantages {
  readonly mean: number;
  /** The biased standard deviation: the sum of squares divided by the size of the group, not by one less. */
  readonly deviation: number;
  /** What was divided by: the deviation or its floor, 1 without division. */
  readonly divisor: number;
  /** The same for every token of a trace, in the order of the rewards. NaN where 0 was divided by 0. */
  readonly advantages: readonly number[];
  /** All rewards are the same. */
  readonly even: boolean;
}

/**
 * Â_i = (r_i − mean(r)) / max(std(r), floor): each trace against the others of its group, in place of a learnt critic (GRPO,
 * Shao et al. 2024, arXiv 2402.03300, section 4.1.2). The paper has no floor: where all rewards are the same it divides 0 by 0.
 * Code adds a small number to the deviation; `training/rl/grpo/objective.py` takes the larger of the deviation and a floor, so that
 * groups that differ in little but their form do not get huge advantages.
 *
 * Where all rewards are the same, the deviation and what is divided are set to exactly 0: the mean of sixteen times 1.1 is
 * rounded, and what is left would count as a difference.
 */
export function groupAdvantages(
  rewards: readonly number[],
  { byDeviation, floor }: AdvantageRule,
): GroupAdvantages {
  const even = rewards.every((reward) => reward === rewards[0]);
  const mean = even ? (rewards[0] ?? 0) : sum(rewards) / rewards.length;
  const differences = rewards.map((reward) => reward - mean);
  const deviation = even ? 0 : Math.sqrt(sum(differences.map((less) => less * less)) / rewards.length);
  const divisor = byDeviation ? Math.max(deviation, floor) : 1;
  return { mean, deviation, divisor, advantages: differences.map((less) => less / divisor), even };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
