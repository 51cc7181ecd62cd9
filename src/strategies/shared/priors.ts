import type { Prior } from '#experiment/strategies/mcts.ts';
import { exp } from '#run/portable-math.ts';

/** What a prior is made of. */
interface Drawn {
  readonly step: readonly unknown[];
  /** Sum of the step's log-probabilities. */
  readonly logprob: number;
  readonly draws: number;
}

/**
 * The priors of siblings, which add up to 1. Steps of a language model have no list of moves with a probability each, as
 * games have; what stands in for it:
 *
 * - `per-token`: the geometric mean of the step's token probabilities, over the sum of its siblings'. As the authors' code of
 *   Feng et al. 2023 (arXiv 2309.17179, `base_env.py`) and, not normalised, that of AlphaMath (Chen et al. 2024, arXiv
 *   2405.03553, `mcts.py`): a step is not held unlikely for being long.
 * - `sum`: the probability of the whole step, over the sum of its siblings'. True to the policy, and right where steps are
 *   about equally long; a step of ten tokens more gets next to nothing.
 * - `draws`: the share of the draws that wrote the step. Sampled MuZero (Hubert et al. 2021, arXiv 2104.06303)
 *   weighs the policy's probability by this share over the probability of being sampled; where sampling is by the policy
 *   itself only the share is left, and at other temperatures it is taken for that here. To weigh a drawn step by its
 *   probability once more counts that twice.
 * - `uniform`: the same for all, whatever the policy says.
 */
export function priorsOf(siblings: readonly Drawn[], prior: Prior): readonly number[] {
  switch (prior) {
    case 'per-token':
      return softmax(siblings.map(({ logprob, step }) => logprob / Math.max(1, step.length)));
    case 'sum':
      return softmax(siblings.map(({ logprob }) => logprob));
    case 'draws':
      return shares(siblings.map(({ draws }) => draws));
    case 'uniform':
      return shares(siblings.map(() => 1));
  }
}

function softmax(logs: readonly number[]): readonly number[] {
  const most = Math.max(...logs);
  return shares(logs.map((log) => exp(log - most)));
}

function shares(weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}
