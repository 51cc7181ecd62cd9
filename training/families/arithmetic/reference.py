"""Sequences of arithmetic on which the page's engine is compared with PyTorch."""

from training.families.arithmetic.problems import held_out_problems
from training.families.arithmetic.teacher import Solution, direct_trace


def reference_traces(rng):
    """On held-out problems: a bare prompt, one direct, two low, one short high and a long one."""
    problems = [[(t['sign'], t['left'], t['right']) for t in p['terms']] for p in held_out_problems()[:12]]
    problems.sort(key=len)
    high = [trace for trace in (Solution(rng, problems[-1], 'high').write() for _ in range(60)) if trace]
    low = [trace for trace in (Solution(rng, terms, 'low').write() for terms in problems) if trace]
    traces = [direct_trace(problems[5]), low[0], low[-1], min(high, key=len), max(high, key=len)]
    return [traces[0].tokens[:7]] + [trace.tokens for trace in traces]
