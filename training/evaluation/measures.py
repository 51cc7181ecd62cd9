"""Measures over samples: pass@k, votes, choice by value, and how well the value head ranks."""

import math
from collections import Counter


def share(flags):
    flags = list(flags)
    return sum(flags) / max(1, len(flags))


def wilson(right, count, z=1.96):
    """The 95% interval of a share, `right` of `count` (Wilson 1927)."""
    middle, spread = right + z * z / 2, z * (right * (count - right) / count + z * z / 4) ** 0.5
    return (middle - spread) / (count + z * z), (middle + spread) / (count + z * z)


def pass_at(right, k):
    """The chance that one of k of a problem's samples is right; `right` is a list of flags a problem."""
    def missed(flags):
        return math.comb(len(flags) - sum(flags), k) / math.comb(len(flags), k)
    return share(1 - missed(flags) for flags in right)


def majority_right(answers, right):
    """How often the most frequent answer is right. A trace without an answer has no vote."""
    def one(given, flags):
        votes = Counter(answer for answer in given if answer is not None)
        return bool(votes) and flags[given.index(votes.most_common(1)[0][0])]
    return share(one(given, flags) for given, flags in zip(answers, right))


def best_right(scores, right):
    """How often the sample with the highest score is right."""
    return share(flags[max(range(len(row)), key=row.__getitem__)] for row, flags in zip(scores, right))


def auc(scored):
    """The probability that a right item (`(score, True)`) scores above a wrong one; ties count half."""
    ranked = sorted(scored)
    good = sum(1 for _, right in ranked if right)
    bad = len(ranked) - good
    if not good or not bad:
        return float('nan')
    wins = below = i = 0
    while i < len(ranked):
        j = i
        while j < len(ranked) and ranked[j][0] == ranked[i][0]:
            j += 1
        good_here = sum(1 for _, right in ranked[i:j] if right)
        wins += good_here * (below + (j - i - good_here) / 2)
        below += j - i - good_here
        i = j
    return wins / (good * bad)
