"""What is learnt from traces of countdown that a model wrote.

All have exact labels for the value head. A config may let a share of them go on as journeys: after the model's own
attempts, which are not imitated, stand a `Wait` and what the teacher would write then. So the model learns to revise its
own failures, not only the teacher's (as the revision model of Snell et al. 2024, arXiv 2408.03314, section 6.1, is
trained on its own wrong answers).
"""

import random

from training.families.countdown.attempt import Attempt
from training.families.countdown.checker import label_attempt, label_rollout, read_steps
from training.families.countdown.journey import MOST_ATTEMPTS, Journey
from training.families.countdown.rules import solvable
from training.families.countdown.spelling import label_spelling
from training.families.countdown.teacher import write_answer
from training.families.countdown.tokens import VOCABULARY
from training.traces.trace import Trace
from training.traces.vocabulary import END_THINK, HIGH, WAIT

CONTEXT = 256  # of the models that write


def label(problem, prompt, continuation, journeys=0.0, spelled=False):
    """The labelled trace of what a model wrote; a share `journeys` of those that can is continued. The choice is seeded by the text.
    `spelled` labels every token of an answer after thinking."""
    rng = random.Random(' '.join(continuation))
    if END_THINK in continuation and solvable(*problem) and rng.random() < journeys:
        attempts = split_attempts(continuation[:continuation.index(END_THINK)])
        if all(attempts) and len(attempts) < MOST_ATTEMPTS:
            trace = journey_from(rng, problem, prompt, attempts)
            if len(trace) <= CONTEXT:
                return trace
    trace = label_rollout(*problem, prompt, continuation)
    return label_spelling(trace, *problem) if spelled else trace


def split_attempts(thought):
    """The texts of each attempt of a thought."""
    attempts = [[]]
    for text in thought:
        if text == WAIT:
            attempts.append([])
        else:
            attempts[-1].append(text)
    return attempts


def journey_from(rng, problem, prompt, attempts):
    """A trace of the model's attempts, and of the teacher's after them."""
    numbers, target = problem
    trace = Trace(VOCABULARY)
    trace.add(*prompt, weight=0)
    journey = Journey(trace, rng, numbers, target, 'high' if HIGH in prompt else 'low')
    for texts in attempts:
        start = len(trace)
        trace.add(*texts, weight=0)
        labels, reached = label_attempt(numbers, target, texts)
        for index, right in labels:
            trace.label(right, start + index)
        journey.take(Attempt(read_steps(numbers, texts), reached), start)
        journey.wait(imitated=False)
    write_answer(trace, rng, numbers, target, journey.go_on())
    return trace
