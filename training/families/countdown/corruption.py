"""False steps and false expressions, for the value head and the judge: without them the value head trusts invented arithmetic."""

from training.families.countdown.expression import is_right
from training.families.countdown.rules import apply
from training.families.countdown.tokens import LARGEST, bracketed

OFFSETS = [-10, -6, -4, -3, -2, -1, 1, 2, 3, 4, 6, 10]
OPERATORS = '+-*/'


def corrupt_step(rng, state, move, target):
    """Texts of `move` made in `state`, false in an operand, its result or its list; None if the change left it true."""
    left, right, result, listed = move.left, move.right, move.result, list(move.state)
    draw, last = rng.random(), len(listed) == 1
    if draw < 0.25:
        left, operator, right, result = _foreign_operand(rng, state, move, target if last else None)
        listed[-1] = result
        return [str(left), operator, str(right), '=', str(result), *bracketed(listed)]
    if draw < 0.4 and not last:
        listed[rng.randrange(len(listed))] = rng.randint(1, 13)
    elif draw < (0.65 if last else 0.55):
        result = listed[-1] = target
    else:
        result = listed[-1] = max(0, min(LARGEST, move.result + rng.choice(OFFSETS)))
    if (result, tuple(listed)) == (move.result, move.state):
        return None
    return [str(left), move.operator, str(right), '=', str(result), *bracketed(listed)]


def _foreign_operand(rng, state, move, wanted):
    """A true step with one operand that isn't in the state; with `wanted`, one with that result, if there is any."""
    found = [(a, operator, b, apply(a, operator, b)) for operator in OPERATORS for own in state
             for other in range(1, 25) if other not in state
             for a, b in ((own, other), (other, own)) if apply(a, operator, b) is not None]
    wished = [step for step in found if step[3] == wanted]
    return rng.choice(wished or found)


def corrupt_expression(rng, texts, numbers, target):
    """The expression with one number or operator changed, two of its numbers swapped or a parenthesis lost."""
    texts = list(texts)
    places = [i for i, text in enumerate(texts) if text.isdigit()]
    draw = rng.random()
    if draw < 0.3:
        texts[rng.choice(places)] = str(rng.randint(1, 13))
    elif draw < 0.6:
        i, j = rng.sample(places, 2)
        texts[i], texts[j] = texts[j], texts[i]
    elif draw < 0.9:
        texts[rng.choice([i for i, text in enumerate(texts) if text in OPERATORS])] = rng.choice(OPERATORS)
    else:
        del texts[rng.choice([i for i, text in enumerate(texts) if text in '()'])]
    return None if is_right(texts, numbers, target) else texts
