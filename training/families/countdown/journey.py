"""Journeys: thoughts of several attempts, which end in failure or go on with `Wait` (O1 Journey, arXiv 2410.18982).

After an attempt, whether it failed or not, the teacher may insert a `Wait` that is not imitated. It stands where budget
forcing puts it (s1, arXiv 2501.19393): in place of an end. What follows is imitated: after a failure another attempt
through states not yet seen, after a success the same steps once more. So a forced `Wait` gives a wrong trace another
chance and leaves a right one right. What the model does by itself after a failure it learns from the other attempts.
"""

from training.families.countdown.attempt import states_of, write_attempt
from training.traces.vocabulary import WAIT

MOST_ATTEMPTS = 7
AFTER_WAIT = 5.0      # weight of the first three tokens after a `Wait`: they decide whether the attempt is repeated or changed


class Effort:
    """How a teacher thinks at an effort.

    `random_moves`: drawn from for each attempt. `gives_up(n)`: the chance of an end after `n` failed attempts, where no
    `Wait` is forced. `forced`: the chance that one is, after a failure; `confirms`: the same after a success.
    """

    def __init__(self, random_moves, gives_up, forced, confirms):
        self.random_moves, self.gives_up, self.forced, self.confirms = random_moves, gives_up, forced, confirms


# Without forced waits: high traces go on until they succeed.
PLAIN = {
    'low': Effort([0.3], gives_up=lambda n: 1.0, forced=0.0, confirms=0.0),
    'high': Effort([0.0, 0.6, 0.6], gives_up=lambda n: 0.0, forced=0.0, confirms=0.0),
}
JOURNEYS = {
    # One attempt and an end; `Wait` only where it is forced.
    'low': Effort([0.3], gives_up=lambda n: 1.0, forced=0.12, confirms=0.1),
    # Two attempts are the rule, more the exception: a greedy trace ends after its second failure.
    'high': Effort([0.0, 0.3, 0.6], gives_up=lambda n: 0.2 if n == 1 else 0.67, forced=0.5, confirms=0.25),
}


class Journey:
    """Attempts in one trace, written by the teacher or begun by a model."""

    def __init__(self, trace, rng, numbers, target, effort, corruption=0.0, efforts=JOURNEYS):
        self.trace, self.rng, self.numbers, self.target = trace, rng, numbers, target
        self.effort, self.corruption = efforts[effort], corruption
        self.count, self.seen, self.used = 0, set(), []
        self.last, self.place = None, None

    def take(self, attempt, start):
        """The trace holds `attempt` now, from `start` to its end."""
        self.count += 1
        self.last, self.place = attempt, (start, len(self.trace))
        self.seen.update(states_of(self.numbers, attempt.steps))
        # Once every number has been the first, only the last attempt's is ruled out.
        first = self.trace.texts()[start]
        self.used = [*self.used, int(first)] if first.isdigit() else self.used
        if set(self.used) >= set(self.numbers):
            self.used = self.used[-1:]

    def attempt(self):
        """After a success the same steps once more, else another attempt."""
        start, waited = len(self.trace), self.count > 0
        if self.last and self.last.reached:
            self.count += 1
            self.trace.repeat(*self.place)
        else:
            random_moves = self.rng.choice(self.effort.random_moves)
            self.take(write_attempt(self.trace, self.rng, self.numbers, self.target, random_moves, self.corruption,
                                    self.seen, self.used), start)
        if waited:
            self.trace.weights[start:start + 3] = [AFTER_WAIT * weight for weight in self.trace.weights[start:start + 3]]

    def wait(self, imitated):
        """The value at a `Wait` is that of the attempt before it: what comes next depends on it."""
        self.trace.add(WAIT, weight=imitated)
        self.trace.label(self.last.reached)

    def go_on(self):
        """Writes attempts until an end. Returns the last one, or None where a corrupted step ended the trace."""
        while True:
            self.attempt()
            last = self.last
            if last.is_false and not last.is_whole:
                return None
            forced = self.rng.random() < (self.effort.confirms if last.reached else self.effort.forced)
            ends = not forced and (last.reached or self.rng.random() < self.effort.gives_up(self.count))
            if ends or self.count >= MOST_ATTEMPTS:
                return None if last.is_false else last
            self.wait(imitated=not forced)
