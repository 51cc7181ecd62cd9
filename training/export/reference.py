"""Reference outputs of an exported model, for the parity tests of the engine in the browser."""

import json
import random

import torch

from training.arithmetic import problems as arithmetic
from training.arithmetic.teacher import Solution
from training.arithmetic.teacher import direct_trace as arithmetic_direct
from training.countdown import problems as countdown
from training.countdown.teacher import direct_trace, high_trace, low_trace
from training.puzzles import problems as puzzles
from training.puzzles.drills import judge_trace
from training.puzzles.teacher import Teacher as PuzzleTeacher
from training.puzzles.teacher import direct_trace as puzzle_direct

EVERY = 5
SEED = 7
LONGEST = 256   # tokens that the engine takes in one forward


def countdown_traces(rng):
    """Traces on held-out problems: one direct, two low, one short high and a long one, and a bare prompt."""
    problems = [(tuple(p['numbers']), p['target']) for p in countdown.held_out_problems()[298:302]]
    long_ones = [high_trace(rng, *problems[3]) for _ in range(60)]
    traces = [direct_trace(rng, *problems[0]), low_trace(rng, *problems[1]), low_trace(rng, *problems[2]),
              min(long_ones, key=lambda trace: abs(len(trace) - 70)), max(long_ones, key=len)]
    return [traces[0].tokens[:7]] + [trace.tokens for trace in traces]


def arithmetic_traces(rng):
    """Traces on held-out problems: a bare prompt, one direct, two low, one short high and a long one."""
    problems = [[(t['sign'], t['left'], t['right']) for t in p['terms']] for p in arithmetic.held_out_problems()[:12]]
    problems.sort(key=len)
    high = [trace for trace in (Solution(rng, problems[-1], 'high').write() for _ in range(60)) if trace]
    low = [trace for trace in (Solution(rng, terms, 'low').write() for terms in problems) if trace]
    traces = [arithmetic_direct(problems[5]), low[0], low[-1], min(high, key=len), max(high, key=len)]
    return [traces[0].tokens[:7]] + [trace.tokens for trace in traces]


def puzzle_traces(rng):
    """Traces on held-out problems: a bare prompt, one direct, a low one of each kind, a judged one, a long high one, and
    a problem with worked examples before it."""
    teacher, kinds = PuzzleTeacher(), [[p for _, p in puzzles.held_out() if p.kind == kind][:8] for kind in puzzles.KINDS]
    story, equations, knights = (problems[0] for problems in kinds)
    high = [teacher.high(rng, problem) for problems in kinds for problem in problems]
    high = [trace for trace in high if trace and len(trace) <= LONGEST]
    traces = [puzzle_direct(rng, knights), *(teacher.low(rng, problem) for problem in (story, equations, knights)),
              judge_trace(rng, story), max(high, key=len), teacher.packed(rng, equations)]
    return [traces[0].tokens[:7]] + [trace.tokens for trace in traces if trace and len(trace) <= LONGEST]


TRACES = {'countdown': countdown_traces, 'arithmetic': arithmetic_traces, 'puzzle': puzzle_traces}


@torch.no_grad()
def reference(model, family, name, sha256):
    """The content of the fixture: logits and value at every fifth position and the last one of each sequence."""
    sequences = []
    for tokens in TRACES[family](random.Random(SEED)):
        logits, values = model(torch.tensor([tokens]))
        positions = sorted({*range(0, len(tokens), EVERY), len(tokens) - 1})
        sequences.append({
            'tokens': tokens,
            'positions': positions,
            'logits': [[significant(x) for x in logits[0, i].tolist()] for i in positions],
            'values': [significant(x) for x in torch.sigmoid(values[0])[positions].tolist()],
        })
    return {'id': name, 'weights': sha256, 'sequences': sequences}


def significant(x, digits=6):
    return float(f'{x:.{digits}g}')


def to_json(content):
    """Compact, with one row of logits a line."""
    return json.dumps(content, separators=(',', ':')).replace('],[', '],\n[').replace('{"tokens"', '\n{"tokens"') + '\n'
