"""The symbolic teacher: traces of steps with exact labels, in the three modes, and drills for the judge."""

from training.families.countdown.attempt import choose, orient, write_attempt
from training.families.countdown.corruption import corrupt_expression
from training.families.countdown.expression import compose
from training.families.countdown.journey import JOURNEYS, PLAIN, Journey
from training.families.countdown.judge import judge_trace
from training.families.countdown.problems import TrainingProblems
from training.families.countdown.rules import solvable
from training.families.countdown.spelling import label_spelling
from training.families.countdown.tokens import VOCABULARY, prompt_texts
from training.traces.trace import Trace
from training.traces.vocabulary import END_THINK, EOS


class Teacher:
    """Writes training traces.

    `direct`, `high` and `judge` are shares of the traces; the rest are low. `corruption` is the chance that a step is
    false (value 0, not imitated), and twice that for a last step and an answer. `journeys` inserts forced waits.
    `shortcut` leaves out everything that is not right at once: the ablation of O1 Journey (arXiv 2410.18982). `spelled`
    labels every token of an answer after thinking.
    """

    vocabulary = VOCABULARY

    def __init__(self, direct=0.1, high=0.3, judge=0.0, corruption=0.0, share24=0.7, journeys=False,
                 shortcut=False, spelled=False):
        self.direct, self.high, self.judge = direct, high, judge
        self.spelled = spelled
        self.corruption, self.shortcut = corruption, shortcut
        self.efforts = JOURNEYS if journeys else PLAIN
        self.problems = TrainingProblems(share24)

    def sample(self, rng):
        """One trace of a random training problem."""
        kind = rng.choices(['direct', 'high', 'judge', 'low'],
                           [self.direct, self.high, self.judge, 1 - self.direct - self.high - self.judge])[0]
        numbers, target = self.problems.draw(rng, must_be_solvable=self.shortcut or kind != 'low')
        if kind == 'direct':
            return direct_trace(rng, numbers, target)
        if kind == 'judge':
            return judge_trace(rng, numbers, target)
        if self.shortcut:
            return shortcut_trace(rng, numbers, target, kind)
        trace = thinking_trace(rng, numbers, target, kind, self.corruption, self.efforts)
        return label_spelling(trace, numbers, target) if self.spelled else trace


def open_trace(numbers, target, effort):
    """A trace that holds the prompt, labelled with whether the problem is solvable.

    Both the effort token and `<think>` have that label. `<think>` itself is imitated, so a prompt may end before it.
    """
    trace = Trace(VOCABULARY)
    texts = prompt_texts(numbers, target, effort)
    trace.add(*texts, weight=0)
    trace.label(solvable(numbers, target))
    if effort != 'none':
        trace.label(solvable(numbers, target), -2)
        trace.weights[-1] = 1.0
    return trace


def write_answer(trace, rng, numbers, target, attempt, corruption=0.0):
    """Closes the thinking and appends the expression, labelled with whether it is right; a false one is not imitated."""
    trace.add(END_THINK)
    trace.label(attempt.reached)
    expression, false = compose(numbers, attempt.steps), None
    if rng.random() < 2 * corruption:
        false = corrupt_expression(rng, expression, numbers, target)
    trace.add(*(false or expression), EOS, weight=not false)
    trace.label(attempt.reached and not false)


def thinking_trace(rng, numbers, target, effort, corruption=0.0, efforts=PLAIN):
    """Attempts and the expression of the last; it may have failed, and the expression is then that of the failure."""
    trace = open_trace(numbers, target, effort)
    attempt = Journey(trace, rng, numbers, target, effort, corruption, efforts).go_on()
    if attempt:
        write_answer(trace, rng, numbers, target, attempt, corruption)
    return trace


def low_trace(rng, numbers, target, corruption=0.0):
    return thinking_trace(rng, numbers, target, 'low', corruption)


def high_trace(rng, numbers, target, corruption=0.0):
    return thinking_trace(rng, numbers, target, 'high', corruption)


def shortcut_trace(rng, numbers, target, effort):
    """One attempt that succeeds."""
    trace = open_trace(numbers, target, effort)
    write_answer(trace, rng, numbers, target, write_attempt(trace, rng, numbers, target, 0.0))
    return trace


def direct_trace(rng, numbers, target):
    """The expression at once: a random right solution."""
    trace = open_trace(numbers, target, 'none')
    state, steps = numbers, []
    while len(state) > 1:
        move, _ = choose(rng, state, target, 0.0)
        move = orient(rng, move)
        steps.append((move.left, move.operator, move.right, move.result))
        state = move.state
    trace.add(*compose(numbers, steps), EOS)
    trace.label(True)
    return trace
