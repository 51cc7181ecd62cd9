"""What a value head may be taught along a trace: `[(end of a step, target)]` from each kind of label."""

from statistics import mean


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
    arXiv 2501.04519, section 3.3).

    Of different steps after the same beginning the two from which most rollouts end right are better than the two from
    which fewest do, where the shares differ by `margin` at least. Whole traces seldom begin alike and end otherwise, so
    their last steps are taken by problem: the two right ones that were right most often on the way, against the two
    wrong ones that were so least.
    """
    followers, ends = {}, {}
    for trace in traces:
        for i, share in enumerate(trace.hits[:-1]):
            same = followers.setdefault((trace.problem, trace.steps[:i]), {}).setdefault(trace.steps[i], ([], (trace, i)))
            same[0].append(share)
        ends.setdefault((trace.problem, trace.right), []).append((mean(trace.hits), (trace, len(trace.hits) - 1)))
    pairs = []
    for steps in followers.values():
        ranked = by_share((mean(shares), place) for shares, place in steps.values())
        pairs += [(better, worse) for high, better in ranked[-2:] for low, worse in ranked[:2] if high - low >= margin]
    for problem in sorted({problem for problem, _ in ends}):
        right, wrong = by_share(ends.get((problem, True), [])), by_share(ends.get((problem, False), []))
        pairs += [(better, worse) for _, better in right[-2:] for _, worse in wrong[:2]]
    return pairs


def by_share(places):
    return sorted(places, key=lambda found: found[0])


def temporal_difference(trace, values, discount):
    """TD(0): the discounted value of the next step, as the head before says it, and the outcome at the end."""
    following = [discount * value for value in values[1:]] + [float(trace.right)]
    return list(enumerate(following))
