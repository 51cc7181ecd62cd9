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


def preferences(traces, margin):
    """Pairs `((trace, end), (trace, end))`, the better one first, as a process preference model learns from (rStar-Math,
    arXiv 2501.04519, section 3.3): the same step of two traces about the same problem, from which the rollouts end right
    more often by `margin` at least, or, at the end, a right and a wrong one."""
    steps = {}
    for trace in traces:
        for i, share in enumerate(trace.hits):
            steps.setdefault((trace.problem, i), []).append((share, trace, i))
    return [((better, i), (worse, j)) for found in steps.values() for high, better, i in found
            for low, worse, j in found if high - low >= margin]


def temporal_difference(trace, values, discount):
    """TD(0): the discounted value of the next step, as the head before says it, and the outcome at the end."""
    following = [discount * value for value in values[1:]] + [float(trace.right)]
    return list(enumerate(following))
