"""Sequences of puzzles on which the page's engine is compared with PyTorch."""

from training.families.puzzle.drills import judge_trace
from training.families.puzzle.problems import KINDS, held_out
from training.families.puzzle.teacher import Teacher, direct_trace

LONGEST = 256   # tokens that the engine takes in one forward


def reference_traces(rng):
    """On held-out problems: a bare prompt, one direct, a low one of each kind, a judged one, a long high one, and a
    problem with worked examples before it."""
    teacher, kinds = Teacher(), [[p for _, p in held_out() if p.kind == kind][:8] for kind in KINDS]
    story, equations, knights = (problems[0] for problems in kinds)
    high = [teacher.high(rng, problem) for problems in kinds for problem in problems]
    high = [trace for trace in high if trace and len(trace) <= LONGEST]
    traces = [direct_trace(rng, knights), *(teacher.low(rng, problem) for problem in (story, equations, knights)),
              judge_trace(rng, story), max(high, key=len), teacher.packed(rng, equations)]
    return [traces[0].tokens[:7]] + [trace.tokens for trace in traces if trace and len(trace) <= LONGEST]
