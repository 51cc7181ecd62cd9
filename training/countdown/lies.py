"""Traces that stick to a false step: everything after it is as if it had been true, down to the expression.

A search finds just these: they look like successes, and a value head that has never seen one believes their ends. Nothing of
them is imitated.
"""

from training.countdown.attempt import choose, orient, write_false_step, write_step
from training.countdown.corruption import corrupt_step
from training.countdown.expression import compose, is_right
from training.countdown.rules import solvable
from training.vocabulary import END_THINK, EOS

RANDOM_MOVES = 0.3   # before the false step
TRIES = 12           # false steps drawn, until the target can be reached from one


def write_lie(trace, rng, numbers, target):
    """Appends a whole thought with one false step and its answer; False where no false step was found to go on from."""
    state, steps, told, place = numbers, [], False, rng.randrange(len(numbers) - 1)
    while len(state) > 1:
        move = orient(rng, choose(rng, state, target, 0.0 if told else RANDOM_MOVES)[0])
        if len(steps) == place:
            texts = false_step(rng, state, move, target)
            if texts is None:
                return False
            write_false_step(trace, texts)
            told, state = True, state_after(texts)
            steps.append((int(texts[0]), texts[1], int(texts[2]), int(texts[4])))
            continue
        write_step(trace, move, target)
        if told:
            trace.label(False)
        steps.append((move.left, move.operator, move.right, move.result))
        state = move.state
    expression = spell(numbers, steps)
    if expression is None:
        return False
    trace.add(END_THINK)
    trace.label(False)
    trace.add(*expression, EOS)
    trace.label(is_right(expression, numbers, target))
    trace.weights = [0.0] * len(trace)
    return True


def false_step(rng, state, move, target):
    """A false step from which the target can be reached, or None."""
    for _ in range(TRIES):
        texts = corrupt_step(rng, state, move, target)
        if texts and solvable(state_after(texts), target):
            return texts
    return None


def state_after(texts):
    """What a step says is left."""
    return tuple(map(int, texts[6:-1])) if '[' in texts else (int(texts[4]),)


def spell(numbers, steps):
    """The steps as an expression; None where one takes a number that never was there."""
    try:
        return compose(numbers, steps)
    except ValueError:
        return None
