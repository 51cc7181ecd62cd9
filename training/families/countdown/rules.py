"""The rules: which moves a state allows, and which numbers can still be made from it."""

import functools
from typing import NamedTuple

from training.families.countdown.tokens import LARGEST
from training.families.exact import exact


class Move(NamedTuple):
    """`left operator right = result`, and the state it leaves (untouched numbers in order, then the result)."""
    left: int
    operator: str
    right: int
    result: int
    state: tuple


def apply(left, operator, right):
    """The result of one step, or None if the rules forbid it (negative, inexact or too large)."""
    return exact(left, operator, right, LARGEST)


def moves(state):
    """All different moves of a state; the operands of + and * stand in the state's order."""
    found, seen = [], set()
    for i in range(len(state)):
        for j in range(i + 1, len(state)):
            a, b = state[i], state[j]
            rest = tuple(state[k] for k in range(len(state)) if k not in (i, j))
            high, low = max(a, b), min(a, b)
            for left, operator, right in ((a, '+', b), (high, '-', low), (a, '*', b), (high, '/', low)):
                result = apply(left, operator, right)
                if result is not None and (left, operator, right) not in seen:
                    seen.add((left, operator, right))
                    found.append(Move(left, operator, right, result, rest + (result,)))
    return found


@functools.lru_cache(None)
def _reachable(ordered):
    if len(ordered) == 1:
        return frozenset(ordered)
    numbers = set()
    for move in moves(ordered):
        numbers |= _reachable(tuple(sorted(move.state)))
    return frozenset(numbers)


def reachable(state):
    """All numbers that can be made from the whole state."""
    return _reachable(tuple(sorted(state)))


def solvable(state, target):
    return target in reachable(state)
