"""One attempt at a problem: steps from the numbers given to a single number, with exact labels."""

from training.families.countdown.corruption import corrupt_step
from training.families.countdown.rules import moves, solvable
from training.families.countdown.tokens import bracketed


class Attempt:
    """What was written: its steps `(left, operator, right, result)`, and whether they reach the target.

    `is_false` says that a corrupted step ended it, `is_whole` that no number is left over.
    """

    def __init__(self, steps=(), reached=False, is_false=False, is_whole=False):
        self.steps, self.reached, self.is_false, self.is_whole = list(steps), reached, is_false, is_whole


def choose(rng, state, target, random_moves, seen=(), used=()):
    """`(move, whether to imitate it)`: a good move, or with chance `random_moves` any move.

    Two kinds of move are made only where there is no other, and then not imitated: those that lead to a state of an
    earlier attempt (`seen`, sorted states), and those that can only begin with a number in `used`.
    """
    options = moves(state)

    def pick(found):
        fresh = [move for move in found if tuple(sorted(move.state)) not in seen and can_begin(move, used)]
        return rng.choice(fresh or found), bool(fresh)

    if not solvable(state, target):
        return pick(options)
    if rng.random() < random_moves:
        move, fresh = pick(options)
        return move, fresh and solvable(move.state, target)
    return pick([move for move in options if solvable(move.state, target)])


def can_begin(move, used):
    return move.left not in used or (move.operator in '+*' and move.right not in used)


def orient(rng, move):
    """The move with its operands swapped half of the time where that changes nothing."""
    swap = move.operator in '+*' and rng.random() < 0.5
    return move._replace(left=move.right, right=move.left) if swap else move


def write_step(trace, move, target, imitate=True):
    """Appends a true step. If it is not to be imitated, its operands have weight 0; the rest of the step keeps its weight."""
    trace.add(str(move.left), move.operator, str(move.right), weight=imitate)
    trace.add('=', str(move.result), *bracketed(move.state))
    trace.label(solvable(move.state, target))


def write_false_step(trace, texts):
    """Appends a corrupted step, not imitated."""
    trace.add(*texts, weight=0)
    trace.label(False)


def begin(rng, move, imitate, used):
    """The first move of a new attempt, with its operands in an order that begins with a number not in `used`, if possible.

    That no two attempts begin with the same number is easy to learn, and it keeps the second from repeating the first.
    """
    turned = move._replace(left=move.right, right=move.left) if move.operator in '+*' else move
    fresh = [option for option in (move, turned) if option.left not in used]
    return (rng.choice(fresh), imitate) if fresh else (orient(rng, move), False)


def write_attempt(trace, rng, numbers, target, random_moves, corruption=0.0, seen=(), used=()):
    """Appends one attempt, after others that led through the states `seen` and began with the numbers `used`.

    A last step is corrupted twice as often as another: it is where a search ends.
    """
    state, attempt = numbers, Attempt()
    while len(state) > 1:
        first = state == numbers
        move, imitate = choose(rng, state, target, random_moves, seen, used if first else ())
        if first and used:
            move, imitate = begin(rng, move, imitate, used)
        else:
            move = orient(rng, move)
        last = len(move.state) == 1
        false_step = corrupt_step(rng, state, move, target) if rng.random() < corruption * (1 + last) else None
        if false_step:
            write_false_step(trace, false_step)
            attempt.is_false, attempt.is_whole = True, last
            return attempt
        write_step(trace, move, target, imitate)
        attempt.steps.append((move.left, move.operator, move.right, move.result))
        state = move.state
    attempt.is_whole, attempt.reached = True, state[0] == target
    return attempt


def states_of(numbers, steps):
    """The states (sorted) that the steps lead through."""
    state, found = list(numbers), []
    for left, _, right, result in steps:
        state.remove(left)
        state.remove(right)
        state.append(result)
        found.append(tuple(sorted(state)))
    return found
