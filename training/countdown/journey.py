"""Journeys: thinking in several attempts, given up or gone on with `Wait` (O1 Journey, arXiv 2410.18982).

After an attempt, whether it failed or not, the teacher may put in a `Wait` that is not imitated. It stands where budget
forcing puts it (s1, arXiv 2501.19393): in place of an end. What follows is imitated: after a failure another attempt,
through states not yet seen; after a success the same steps once more. So a forced `Wait` gives a wrong trace another
chance and leaves a right one right. What the model does of itself after a failure is learnt from the other attempts.
"""

from training.countdown.attempt import states_of, write_attempt
from training.vocabulary import WAIT

MOST_ATTEMPTS = 7


class Effort:
    """How a teacher thinks at an effort.

    `random_moves`: drawn from for each attempt. `gives_up(n)`: the chance of an end after `n` failed attempts, where no
    `Wait` is forced. `forced`: the chance that one is, after a failure; `confirms`: the same after a success.
    """

    def __init__(self, random_moves, gives_up, forced, confirms):
        self.random_moves, self.gives_up, self.forced, self.confirms = random_moves, gives_up, forced, confirms


EFFORTS = {
    # One attempt and an end; `Wait` only where it is forced.
    'low': Effort([0.3], gives_up=lambda n: 1.0, forced=0.12, confirms=0.2),
    # Two attempts are the rule, more the exception: a greedy trace ends after its second failure.
    'high': Effort([0.0, 0.3, 0.6], gives_up=lambda n: 0.2 if n == 1 else 0.67, forced=0.5, confirms=0.4),
}


class Journey:
    """Attempts in one trace, written by the teacher or begun by a model."""

    def __init__(self, trace, rng, numbers, target, effort, corruption=0.0):
        self.trace, self.rng, self.numbers, self.target = trace, rng, numbers, target
        self.effort, self.corruption = EFFORTS[effort], corruption
        self.count, self.seen, self.last = 0, set(), None

    def take(self, attempt):
        """The trace holds `attempt` now."""
        self.count += 1
        self.last = attempt
        self.seen.update(states_of(self.numbers, attempt.steps))

    def wait(self, imitated):
        self.trace.add(WAIT, weight=imitated)

    def go_on(self):
        """Writes attempts until an end. Returns the last one, or None where a corrupted step ended the trace."""
        while True:
            if not (self.last and self.last.reached):
                random_moves = self.rng.choice(self.effort.random_moves)
                self.take(write_attempt(self.trace, self.rng, self.numbers, self.target, random_moves, self.corruption,
                                        self.seen))
            last = self.last
            if last.is_false and not last.is_whole:
                return None
            forced = self.rng.random() < (self.effort.confirms if last.reached else self.effort.forced)
            ends = not forced and (last.reached or self.rng.random() < self.effort.gives_up(self.count))
            if ends or self.count >= MOST_ATTEMPTS:
                return None if last.is_false else last
            self.wait(imitated=not forced)
