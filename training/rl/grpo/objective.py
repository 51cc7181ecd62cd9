"""The objective of GRPO, token by token."""

import torch


def advantages(rewards, floor):
    """Each reward of a group against the group's mean, in standard deviations.

    The deviation is the biased one (divided by the group's size). The floor keeps a group in which nearly all traces
    got the same, where one that differs by its form alone would get a huge advantage, from shouting. Where all got the
    same nobody has an advantage, exactly: the mean of sixteen times 1.1 is not 1.1 wherever sums are rounded at each step
    (Python before 3.12), and what remained would pass for one.
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
