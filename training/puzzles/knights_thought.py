"""Thoughts about knights and knaves: a supposition and what follows, until it clashes or fits; then the other one."""

from training.puzzles.tokens import ANSWER, QUESTION
from training.vocabulary import WAIT

STATUS = {True: 'knight', False: 'knave'}


class KnightsThought:
    """Writes into a trace. `known` is what is known in the present attempt.

    `slips` is the chance of a slip a line; at most one is made: a person taken for the contrary of what follows, a clash
    where there is none, or a fit where there is a clash. What follows from it is written by the rules. `slip_at` is the
    line that has the slip for sure.
    """

    def __init__(self, trace, rng, problem, slips=0.0, slip_at=None):
        self.trace, self.rng, self.island = trace, rng, problem.island
        self.slips, self.slip_at = slips, slip_at
        self.known, self.sound, self.slipped = self.island.everything, True, False
        self.line, self.questions_from = 0, None

    def write(self, questions_from=None):
        """Attempts until one fits. From the line `questions_from` on suppositions, consequences and clashes are asked for."""
        self.questions_from = questions_from
        self._attempts(self.rng.randrange(len(self.island.people)), self.rng.random() < 0.5)
        return True

    def check(self, count, imitated=True):
        """`Wait`, then an attempt that begins with what was found for somebody."""
        person = self.rng.randrange(len(self.island.people))
        self.trace.add(WAIT, weight=imitated)
        self._attempts(person, self.island.is_knight(self.known, person))
        return True

    def cycle(self):
        return 1

    def longest_check(self, count):
        """Three attempts: a slip may have hidden the one that fits."""
        return 3 * (5 + 3 * len(self.island.people))

    def answer(self):
        return self.island.names(self.known)

    def is_right(self):
        return self.sound

    def _attempts(self, person, knight):
        """After a clash `Wait` and the other supposition follow, at every effort."""
        while not self._attempt(person, knight):
            self.trace.add(WAIT)
            knight = not knight

    def _attempt(self, person, knight):
        """A supposition and its consequences. True if it fits (or is said to)."""
        island = self.island
        self.known, self.sound = island.told(island.everything, person, knight), True
        self._write(person, 'suppose', island.people[person], STATUS[knight])
        while True:
            clashes, found = island.clashes(self.known), island.consequences(self.known)
            if clashes:
                if not self.known & (self.known - 1) and self._slips(0.5):
                    self._write(None, 'fits', wrong=1)
                    return True
                who = self.rng.choice(clashes)
                self._write(who, 'clash', island.people[who])
                return False
            if not found:
                self._write(None, 'fits')
                return True
            person, knight = self.rng.choice(found)
            wrong = self._slips() and self._make_slip(person, knight, found)
            if wrong == 'clash':
                return False
            if not wrong:
                self.known = island.told(self.known, person, knight)
                self._write(person, island.people[person], STATUS[knight])

    def _slips(self, share=1.0):
        if self.slipped:
            return False
        return self.line == self.slip_at if self.slip_at is not None else self.rng.random() < self.slips * share

    def _make_slip(self, person, knight, found):
        """Writes an unsound line: 'clash', or 'status' where it leads to a clash; None where there is none of its kind."""
        island = self.island
        if self.rng.random() < 0.15:
            who = self.rng.choice(island.statements)[0]
            self._write(who, 'clash', island.people[who], wrong=2)
            return 'clash'
        known = island.told(self.known, person, not knight)
        if (person, not knight) in found or island.decided(known) != 'clash':
            return None
        self.known = known
        self._write(person, island.people[person], STATUS[not knight], wrong=1)
        return 'status'

    def _write(self, person, *texts, wrong=0):
        """A line whose last `wrong` words are a slip."""
        trace, asked = self.trace, self.questions_from
        if asked is not None and self.line >= asked and person is not None:
            trace.add(QUESTION, weight=self.line > asked)
            trace.add(self.island.people[person], '?', ';')
            trace.label(self.sound if texts[0] != 'suppose' else True)
            trace.add(ANSWER)
        self.line += 1
        self.sound, self.slipped = self.sound and not wrong, self.slipped or bool(wrong)
        trace.add(*texts)
        if wrong:
            trace.weights[-wrong:] = [0.0] * wrong
        trace.add(';')
        trace.label(self.sound)
