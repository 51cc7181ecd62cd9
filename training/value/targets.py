"""What a value head may be taught along a trace: `[(end of a step, target)]` from each kind of label."""


def exact(trace):
    """Can the target still be reached?"""
    return list(enumerate(trace.exact))


def soft(trace):
    """Math-Shepherd's soft estimation: the share of the rollouts that end right (arXiv 2312.08935, equation 4)."""
    return list(enumerate(trace.hits))


def hard(trace):
    """Math-Shepherd's hard estimation: does any rollout end right (equation 3)?"""
    return [(i, float(share > 0)) for i, share in enumerate(trace.hits)]


def outcome(trace):
    """An outcome reward model: the trace's own end, on its last token only (Cobbe et al. 2021, arXiv 2110.14168)."""
    return [(len(trace.hits) - 1, float(trace.right))]


def spread_outcome(trace):
    """The trace's own end on all its steps: a Monte-Carlo return, without rollouts."""
    return [(i, float(trace.right)) for i in range(len(trace.hits))]


def temporal_difference(trace, values, discount):
    """TD(0): the discounted value of the next step, as the head before says it, and the outcome at the end."""
    following = [discount * value for value in values[1:]] + [float(trace.right)]
    return list(enumerate(following))
