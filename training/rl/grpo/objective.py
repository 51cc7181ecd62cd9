"""The objective of GRPO, token by token."""

import torch


def advantages(rewards, floor):
    """Each reward of a group against the group's mean, in standard deviations.

    The deviation is the biased one (divided by the group's size). The floor limits groups in which nearly all rewards are
    the same: there a trace that differs in its form alone would get a huge advantage. Where all rewards are the same the
    advantages are exactly 0. They have to be set: where sums are rounded at each step (Python before 3.12) the mean of
    sixteen times 1.1 is not 1.1, and the rest would count as an advantage.
    """
    if max(rewards) == min(rewards):
        return [0.0] * len(rewards)
    mean = sum(rewards) / len(rewards)
    deviation = (sum((reward - mean) ** 2 for reward in rewards) / len(rewards)) ** 0.5
    return [(reward - mean) / max(deviation, floor) for reward in rewards]


def clipped_surrogate(logs, old_logs, advantage, clip):
    """PPO's pessimistic bound (Schulman et al. 2017, arXiv 1707.06347) of each token's gain."""
    ratio = (logs - old_logs).exp()
    return torch.minimum(ratio * advantage, ratio.clamp(1 - clip, 1 + clip) * advantage)


def k3(logs, reference_logs):
    """Schulman's third estimator of KL(policy || reference) from tokens of the policy: never negative, unbiased."""
    difference = reference_logs - logs
    return difference.exp() - 1 - difference
