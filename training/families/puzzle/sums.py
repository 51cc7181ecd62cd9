"""Drills of single computations, with the operands given. In whole traces they are too rare for the results to be learnt quickly."""

from training.families.puzzle.fact import operate
from training.families.puzzle.tokens import LARGEST, NAMES, STEP_END, VARIABLES, VOCABULARY
from training.traces.trace import Trace
from training.traces.vocabulary import BOS, THINK

LENGTH = (12, 16)   # steps in a drill
OPERATORS = {'+': 4, '-': 4, '*': 2, '/': 2}


def sums_trace(rng):
    """Unrelated steps as they stand in thoughts; only their results are learnt."""
    trace = Trace(VOCABULARY)
    trace.add(BOS, THINK, weight=0)
    for _ in range(rng.randint(*LENGTH)):
        left, operator, right = sum_of(rng)
        trace.add(*lead_of(rng, operator), str(left), operator, str(right), '=', weight=0)
        trace.add(str(operate(left, operator, right)))
        trace.add(STEP_END, weight=0)
    return trace


def sum_of(rng):
    """`(left, operator, right)`, with a result from 0 to 99 and small numbers more often."""
    operator = rng.choices(list(OPERATORS), OPERATORS.values())[0]
    if operator in '*/':
        one = rng.randint(2, 9)
        other = rng.randint(1, LARGEST // one)
        return (one * other, '/', one) if operator == '/' else rng.choice(((one, '*', other), (other, '*', one)))
    whole = rng.randint(1, LARGEST)
    part = rng.randint(0, min(whole, 20 if rng.random() < 0.5 else LARGEST))
    if operator == '-':
        return whole, '-', part
    return rng.choice(((part, '+', whole - part), (whole - part, '+', part)))


def lead_of(rng, operator):
    """Words that such a step may begin with."""
    chance = rng.random()
    if chance < 0.4:
        return rng.choice(VARIABLES), '='
    if chance < 0.8:
        return rng.choice(NAMES), 'has'
    if operator in '+-' and chance < 0.9:
        return str(rng.randint(2, 9)), '*', rng.choice(VARIABLES), '='
    return {'+': ('together',), '-': ('difference',), '*': ('bags',), '/': (rng.choice(VARIABLES), '=')}[operator]
