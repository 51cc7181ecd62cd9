"""False steps for the value head: without them it trusts invented arithmetic."""

from training.countdown.tokens import LARGEST

OFFSETS = [-10, -6, -4, -3, -2, -1, 1, 2, 3, 4, 6, 10]


def corrupt(rng, move, target):
    """`(result, state as listed)` of a step that is false in its result or in its list, or None if it came out true."""
    draw, last = rng.random(), len(move.state) == 1
    result, listed = move.result, list(move.state)
    if draw > 0.85 and not last:
        listed[rng.randrange(len(listed))] = rng.randint(1, 13)
    elif draw < (0.5 if last else 0.15):
        result = listed[-1] = target
    else:
        result = listed[-1] = max(0, min(LARGEST, move.result + rng.choice(OFFSETS)))
    return None if (result, tuple(listed)) == (move.result, move.state) else (result, listed)
