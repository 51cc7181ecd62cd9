"""Thoughts about stories and equations: the facts of a chain one after the other, then checks."""

from training.puzzles.slips import slip, work_out
from training.puzzles.tokens import ANSWER, QUESTION
from training.vocabulary import WAIT

LONGEST_STEP = 11   # tokens, with `Wait` and a verdict
CHECK_SLIPS = 0.1   # slips in checks and in what is written again, as a share of those elsewhere


class ChainThought:
    """Writes into a trace. `believed` is the value of each fact as written last, right or wrong.

    `slips` is the chance of a slip a step; the step `slip_at` always has one (if there is a plausible one), and no other.
    """

    def __init__(self, trace, rng, problem, slips=0.0, terse=0.5, slip_at=None):
        self.trace, self.rng, self.chain = trace, rng, problem.chain
        self.slips, self.terse, self.slip_at = slips, terse, slip_at
        self.numbers = [int(word) for word in problem.text if word.isdigit()]
        self.believed, self.slipped = {}, False

    def write(self, questions_from=None):
        """The first pass. From the step `questions_from` on each is asked for before; the first question is not imitated
        (a strategy puts it there), the others are. False where slips leave no number to write."""
        for index, fact in enumerate(self.chain):
            if questions_from is not None and index >= questions_from:
                self.trace.add(QUESTION, weight=index > questions_from)
                self.trace.add(*fact.subject, '?', ';')
                self.trace.label(self.is_right())
                self.trace.add(ANSWER)
            if not self._step(index, self.slips, terse=self.rng.random() < self.terse):
                return False
            self._end()
        return True

    def check(self, count, imitated=True):
        """`Wait` and the check number `count`, which is of the next step in turn; after a fix all later steps once more."""
        index = count % len(self.chain)
        fact = self.chain[index]
        before = self.believed[fact]
        self.trace.add(WAIT, weight=imitated)
        if not self._step(index, self.slips * CHECK_SLIPS, checking=True):
            return False
        fixed = self.believed[fact] != before
        if fixed:
            for later in self.chain[index + 1:]:
                self.believed.pop(later, None)
        self._end('fix' if fixed else 'ok')
        for later in range(index + 1, len(self.chain)) if fixed else ():
            if not self._step(later, self.slips * CHECK_SLIPS):
                return False
            self._end()
        return True

    def cycle(self):
        """After so many checks everything has been checked once."""
        return len(self.chain)

    def longest_check(self, count):
        return LONGEST_STEP * (len(self.chain) - count % len(self.chain))

    def answer(self):
        return [str(self.believed[self.chain[-1]])]

    def is_right(self):
        return all(value == fact.value for fact, value in self.believed.items())

    def _step(self, index, slips, terse=False, checking=False):
        fact, trace = self.chain[index], self.trace
        working = work_out(fact, self.believed)
        if working is None:
            return False
        if index == self.slip_at or (self.slip_at is None and self.rng.random() < slips):
            wrong = slip(self.rng, self.chain, index, self.believed, self.numbers, checking)
            working, self.slipped = wrong or working, self.slipped or wrong is not None
        trace.add(*fact.lead)
        if working.operator and not terse:
            for place, text in (('left', str(working.left)), ('operator', working.operator), ('right', str(working.right))):
                trace.add(text, weight=working.slip != place)
            trace.add('=')
        trace.add(str(working.result), weight=working.slip != 'result' and not (terse and working.slip))
        self.believed[fact] = working.result
        return True

    def _end(self, *verdict):
        self.trace.add(*verdict, ';')
        self.trace.label(self.is_right())
