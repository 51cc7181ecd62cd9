"""Slips of the pen in a chain of facts: plausible wrong numbers, inserted (never imitated) so that checks find something."""

from typing import NamedTuple

from training.families.puzzle.fact import believed_value, operate
from training.families.puzzle.tokens import LARGEST

TRIES = 6
MISTAKEN = {'+': '-', '-': '+', '*': '+', '/': '*'}


class Working(NamedTuple):
    """`left operator right = result` as written (a given number has no operator), and which of its parts is a slip."""
    left: int
    operator: str
    right: int
    result: int
    slip: str = ''


def work_out(fact, believed):
    """How a fact follows from the values in `believed`; None where the result is no number of the language."""
    if not fact.operator:
        return Working(None, None, None, fact.value)
    left, right = believed_value(fact.left, believed), believed_value(fact.right, believed)
    result = operate(left, fact.operator, right)
    return None if result is None else Working(left, fact.operator, right, result)


def near(rng, number):
    """A number off by a little or by tens."""
    return number + (rng.choice((-10, 10, -10, 10, -20, 20)) if rng.random() < 0.4 else rng.choice((-3, -2, -1, 1, 2, 3)))


def slip(rng, chain, index, believed, numbers, checking=False):
    """A wrong working of a fact from which the rest can be worked out, or None. `numbers` are those of the problem.

    In a check the result differs from every value that the fact's subject ever has: else it would be a right check of
    another fact.
    """
    fact, honest = chain[index], work_out(chain[index], believed)
    true = {other.value for other in chain if other is fact or checking and other.subject == fact.subject}
    for _ in range(TRIES):
        found = _wrong(rng, honest, numbers)
        is_wrong = found and found.result != honest.result and found.result not in true
        if is_wrong and _goes_on(chain, index, believed, found.result):
            return found
    return None


def _wrong(rng, honest, numbers):
    left, operator, right, result, _ = honest
    chance = rng.random()
    if not operator or chance < 0.5:
        wrong = rng.choice(numbers) if not operator and chance < 0.5 else near(rng, result)
        return honest._replace(result=wrong, slip='result') if 0 <= wrong <= LARGEST else None
    if chance < 0.65:
        operator, place = MISTAKEN[operator], 'operator'
    elif chance < 0.85:
        left, place = rng.choice(numbers) if rng.random() < 0.5 else near(rng, left), 'left'
    else:
        right, place = rng.choice(numbers) if rng.random() < 0.5 else near(rng, right), 'right'
    if not (0 <= left <= LARGEST and 0 <= right <= LARGEST):
        return None
    result = operate(left, operator, right)
    return None if result is None else Working(left, operator, right, result, place)


def _goes_on(chain, index, believed, result):
    believed = {**believed, chain[index]: result}
    for fact in chain[index + 1:]:
        working = work_out(fact, believed)
        if working is None:
            return False
        believed[fact] = working.result
    return True
