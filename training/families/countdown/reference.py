"""Sequences of countdown on which the page's engine is compared with PyTorch."""

from training.families.countdown.problems import held_out_problems
from training.families.countdown.teacher import direct_trace, high_trace, low_trace


def reference_traces(rng):
    """On held-out problems: a bare prompt, one direct, two low, one short high and a long one."""
    problems = [(tuple(p['numbers']), p['target']) for p in held_out_problems()[298:302]]
    long_ones = [high_trace(rng, *problems[3]) for _ in range(60)]
    traces = [direct_trace(rng, *problems[0]), low_trace(rng, *problems[1]), low_trace(rng, *problems[2]),
              min(long_ones, key=lambda trace: abs(len(trace) - 70)), max(long_ones, key=len)]
    return [traces[0].tokens[:7]] + [trace.tokens for trace in traces]
