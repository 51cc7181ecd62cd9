"""Drills of sums alone, with the operands given: without them the carries are not learnt."""

from training.families.arithmetic.derivation import ROUND_UP, SPLIT, parts
from training.families.arithmetic.problems import TRAINING_PAIRS
from training.families.arithmetic.tokens import VOCABULARY, to_texts
from training.traces.trace import Trace
from training.traces.vocabulary import BOS, THINK


def drill_trace(rng):
    """Five to eight unrelated sums; only their results are learnt."""
    trace = Trace(VOCABULARY)
    trace.add(BOS, THINK, weight=0)
    for _ in range(rng.randint(5, 8)):
        question, result = sum_of_products(rng) if rng.random() < 0.6 else sum_of_parts(rng)
        trace.add(*to_texts(question), weight=0)
        trace.add(*to_texts(f'{result};'))
    return trace


def sum_of_products(rng):
    """A sum as it joins two products of a problem; the first operand may itself be a sum."""
    first, second, third = (left * right for left, right in rng.choices(TRAINING_PAIRS, k=3))
    if rng.random() < 0.3:
        first += third
    if rng.random() < 0.5 and first >= second:
        return f'{first}-{second}=', first - second
    return f'{first}+{second}=', first + second


def sum_of_parts(rng):
    """A sum as it ends a worked product."""
    left, right = rng.choice(TRAINING_PAIRS)
    a, operator, b = parts(left, right, SPLIT if rng.random() < 0.6 else ROUND_UP)
    return f'={a * right}{operator}{b * right}=', a * right + b * right if operator == '+' else a * right - b * right
