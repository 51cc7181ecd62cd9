"""The symbolic teacher: traces of steps with exact labels, in the three modes."""

from training.countdown.corruption import corrupt
from training.countdown.expression import compose
from training.countdown.problems import TrainingProblems
from training.countdown.rules import moves, solvable
from training.countdown.tokens import VOCABULARY, prompt_texts
from training.trace import Trace
from training.vocabulary import END_THINK, EOS, WAIT

RANDOM_MOVES_LOW = 0.3
RANDOM_MOVES_HIGH = 0.6
ATTEMPTS = [1, 2, 2, 3, 3, 4, 5, 7]


class Teacher:
    """Writes training traces. `corruption` is the chance that a step is false (value 0, not imitated)."""

    vocabulary = VOCABULARY

    def __init__(self, direct=0.1, high=0.3, corruption=0.0, share24=0.7):
        self.direct, self.high, self.corruption = direct, high, corruption
        self.problems = TrainingProblems(share24)

    def sample(self, rng):
        """One trace of a random training problem."""
        draw = rng.random()
        if draw < self.direct:
            return direct_trace(rng, *self.problems.draw(rng, must_be_solvable=True))
        numbers, target = self.problems.draw(rng)
        if draw < self.direct + self.high and solvable(numbers, target):
            return high_trace(rng, numbers, target, self.corruption)
        return low_trace(rng, numbers, target, self.corruption)


def open_trace(numbers, target, effort):
    """A trace that holds the prompt, labelled with whether the problem is solvable.

    The value is asked at the effort token and at `<think>`; `<think>` itself is learnt, so a prompt may end before it.
    """
    trace = Trace(VOCABULARY)
    texts = prompt_texts(numbers, target, effort)
    trace.add(*texts, weight=0)
    trace.label(solvable(numbers, target))
    if effort != 'none':
        trace.label(solvable(numbers, target), -2)
        trace.weights[-1] = 1.0
    return trace


def choose(rng, state, target, random_moves):
    """A move and whether it is to be imitated: a good one, or with chance `random_moves` any one."""
    options = moves(state)
    if not solvable(state, target):
        return rng.choice(options), True
    if rng.random() < random_moves:
        move = rng.choice(options)
        return move, solvable(move.state, target)
    return rng.choice([move for move in options if solvable(move.state, target)]), True


def orient(rng, move):
    """The move's two operands, swapped half of the time where that changes nothing."""
    swap = move.operator in '+*' and rng.random() < 0.5
    return (move.right, move.left) if swap else (move.left, move.right)


def write_attempt(trace, rng, numbers, target, random_moves, corruption=0.0):
    """Appends one attempt. Returns `(steps, reached)`; steps is None where a corrupted step ended the trace."""
    state, steps = numbers, []
    while len(state) > 1:
        move, imitate = choose(rng, state, target, random_moves)
        left, right = orient(rng, move)
        trace.add(str(left), move.operator, str(right), weight=imitate)
        false_step = corrupt(rng, move, target) if rng.random() < corruption else None
        if false_step:
            result, listed = false_step
            trace.add('=')
            trace.add(str(result), *bracketed(listed), weight=0)
            trace.label(False)
            return None, False
        trace.add('=', str(move.result), *bracketed(move.state))
        trace.label(solvable(move.state, target))
        steps.append((left, move.operator, right, move.result))
        state = move.state
    return steps, state[0] == target


def bracketed(state):
    """The list of numbers left, as written after a step; nothing after the last one."""
    return ['[', *map(str, state), ']'] if len(state) > 1 else []


def write_answer(trace, numbers, steps, reached):
    """Closes the thinking and appends the expression, labelled with whether it is right."""
    trace.add(END_THINK)
    trace.label(reached)
    trace.add(*compose(numbers, steps), EOS)
    trace.label(reached)


def low_trace(rng, numbers, target, corruption=0.0):
    """One chain of steps; it may fail, and its expression is then the composition of the failed steps."""
    trace = open_trace(numbers, target, 'low')
    steps, reached = write_attempt(trace, rng, numbers, target, RANDOM_MOVES_LOW, corruption)
    if steps:
        write_answer(trace, numbers, steps, reached)
    return trace


def high_trace(rng, numbers, target, corruption=0.0):
    """Several attempts with `Wait` between them; the last one succeeds."""
    trace = open_trace(numbers, target, 'high')
    attempts = rng.choice(ATTEMPTS)
    for attempt in range(attempts):
        random_moves = 0.0 if attempt == attempts - 1 else RANDOM_MOVES_HIGH
        steps, reached = write_attempt(trace, rng, numbers, target, random_moves, corruption)
        if steps is None:
            return trace
        if reached:
            break
        trace.add(WAIT)
    write_answer(trace, numbers, steps, reached)
    return trace


def direct_trace(rng, numbers, target):
    """The expression at once: a random right solution."""
    trace = open_trace(numbers, target, 'none')
    state, steps = numbers, []
    while len(state) > 1:
        move, _ = choose(rng, state, target, 0.0)
        left, right = orient(rng, move)
        steps.append((left, move.operator, right, move.result))
        state = move.state
    trace.add(*compose(numbers, steps), EOS)
    trace.label(True)
    return trace
