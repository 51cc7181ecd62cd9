"""Thoughts about knights and knaves: a supposition and what follows, until it clashes or fits; then the other one.

A line says again what somebody says, then what comes of it in this attempt: `Ann says Bob is a knave , Bob knave`. Every
statement is looked at. It is `ok` where it says nothing new, and `open` where it decides nothing yet and comes up again.
"""

from training.families.puzzle.tokens import ANSWER, QUESTION, STEP_END
from training.traces.vocabulary import WAIT

STATUS = {True: 'knight', False: 'knave'}
LOOKS_IN_VAIN = 0.08   # the chance that a line looks at a statement that decides nothing yet; that choice is not imitated


class KnightsThought:
    """Writes into a trace. `known` is what is known in the present attempt, `left` the statements still to be looked at,
    `settled` the people of whom something is known, in the order in which it came.

    `slips` is the chance of a slip in a line. At most one is made: the opposite of what follows for a person, a clash where
    there is none, or an `ok` where there is one. What follows from it is written by the rules.
    """

    def __init__(self, trace, rng, problem, slips=0.0):
        self.trace, self.rng, self.island, self.slips = trace, rng, problem.island, slips
        self.known, self.sound, self.slipped = self.island.everything, True, False
        self.line, self.questions_from = 0, None

    def write(self, questions_from=None):
        """Attempts until one fits. From the line `questions_from` on a sub-question stands before each."""
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
        """Two attempts: a slip may have hidden the one that fits."""
        return 2 * (6 + 13 * len(self.island.statements))

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
        """A supposition and what follows. True if it fits (or is said to)."""
        island = self.island
        self.known, self.sound, self.settled = island.everything, True, []
        self.left = list(range(len(island.statements)))
        self._ask(person)
        self.trace.add('suppose', island.people[person], STATUS[knight])
        self._tell(person, knight)
        self._end()
        while self.left:
            verdicts = {i: island.verdict(self.known, island.statements[i][1]) for i in self.left}
            in_vain = [i for i in self.left if verdicts[i] == 'open']
            deciding = [i for i in self.left if verdicts[i] != 'open']
            vainly = bool(in_vain) and self.rng.random() < LOOKS_IN_VAIN
            index = self.rng.choice(in_vain) if vainly else min(deciding, key=self._age)
            if self._look(index, verdicts[index], imitated=not vainly) == 'clash':
                return False
        self.trace.add('fits')
        self._end()
        return True

    def _age(self, index):
        """How long ago one of those whom a statement is about became known: what was found last is followed first."""
        about = self.island.about[index]
        return -max(i for i, person in enumerate(self.settled) if person in about)

    def _look(self, index, verdict, imitated):
        """One line. What it says in the end: a verdict, or who is what."""
        island, trace = self.island, self.trace
        said = self._slip(index, verdict) if self._slips() else verdict
        first = said[0][0] if isinstance(said, list) else island.statements[index][0]
        self._ask(first)
        trace.add(island.sentences[index][0], weight=imitated)
        trace.add(*island.sentences[index][1:], ',')
        right = said == verdict
        self.slipped = self.slipped or not right
        self.sound = self.sound and right
        for person, knight in said if isinstance(said, list) else ():
            trace.add(island.people[person])
            trace.add(STATUS[knight], weight=right or (person, knight) in verdict)
            self._tell(person, knight)
        if not isinstance(said, list):
            trace.add(said, weight=right)
        self._end()
        if said != 'open':   # once it has said its part, a statement holds whatever is known later
            self.left.remove(index)
        return said

    def _slips(self):
        return not self.slipped and self.rng.random() < self.slips

    def _slip(self, index, verdict):
        """An unsound end of a line from which the attempt goes on, or the right one where there is none."""
        if verdict == 'open':
            return verdict
        if isinstance(verdict, list) and self.rng.random() < 0.85:
            wrong = self.rng.randrange(len(verdict))
            said = [(person, knight != (i == wrong)) for i, (person, knight) in enumerate(verdict)]
            return said if self._goes_on(index, said) else verdict
        if verdict != 'clash':
            return 'clash'
        return 'ok' if self._goes_on(index, []) else verdict

    def _goes_on(self, index, said):
        """Do the other statements decide everything, once this is said?"""
        island, known = self.island, self.known
        for person, knight in said:
            known = island.learn(known, person, knight)
        return island.decided(known, [island.statements[i] for i in self.left if i != index]) is not None

    def _tell(self, person, knight):
        self.known = self.island.learn(self.known, person, knight)
        self.settled.append(person)

    def _ask(self, person):
        """A sub-question about somebody, from the line `questions_from` on."""
        first = self.questions_from
        if first is not None and self.line >= first:
            self.trace.add(QUESTION, weight=self.line > first)
            self.trace.add(self.island.people[person], '?', STEP_END)
            self.trace.label(self.sound)
            self.trace.add(ANSWER)
        self.line += 1

    def _end(self):
        self.trace.add(STEP_END)
        self.trace.label(self.sound)
