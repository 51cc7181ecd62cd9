"""Thoughts about stories and equations: the facts of a chain one after the other, then checks.

A step says first how its number follows, in names, then in numbers: `Bob has Ann + 5 = 7 + 5 = 12`. What a step looks up it
has written down before, one thing at a time. A story is followed sentence by sentence. In equations, which stand in any
order, a thought begins at the question: what it needs is written down as a plan (`v = w + 4`), until something is known.
"""

from training.families.puzzle.fact import Fact, name_of
from training.families.puzzle.slips import slip, work_out
from training.families.puzzle.tokens import ANSWER, QUESTION, STEP_END
from training.traces.vocabulary import WAIT

LONGEST_STEP = 16   # tokens, with `Wait` and a verdict
CHECK_SLIPS = 0.1   # slips in checks and in what is written again, as a share of those elsewhere


class ChainThought:
    """Writes into a trace. `believed` has the value of each fact as last written, right or wrong. `slips` is the chance of a
    slip in a step, `terse` the chance that a step is a result alone."""

    def __init__(self, trace, rng, problem, slips=0.0, terse=0.0):
        self.trace, self.rng, self.chain = trace, rng, problem.chain
        self.slips, self.terse = slips, terse
        self.numbers = [int(word) for word in problem.text if word.isdigit()]
        self.plans = problem.kind == 'equations'
        self.believed = {}

    def write(self, questions_from=None):
        """The first pass. From the step `questions_from` on a sub-question stands before each; the first is not imitated
        (a strategy puts it there), the others are. False where slips leave no number to write."""
        steps = list(planned(self.chain[-1])) if self.plans else [(fact, True) for fact in self.chain]
        opened = set()
        for place, (fact, known) in enumerate(steps):
            if questions_from is not None and place >= questions_from:
                self.trace.add(QUESTION, weight=place > questions_from)
                self.trace.add(*fact.subject, '?', STEP_END)
                self.trace.label(self.is_right())
                self.trace.add(ANSWER)
            if not known:
                self.trace.add(*fact.lead, *fact.formula())
                opened.add(fact)
            elif not self._step(self.chain.index(fact), self.slips, self.rng.random() < self.terse, fact in opened):
                return False
            self._end()
        return True

    def check(self, count, imitated=True):
        """`Wait` and check number `count`, of the next step in turn; after a fix all later steps once more."""
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

    def _step(self, index, slips, terse=False, opened=False, checking=False):
        fact = self.chain[index]
        working = work_out(fact, self.believed)
        if working is None:
            return False
        if self.rng.random() < slips:
            working = slip(self.rng, self.chain, index, self.believed, self.numbers, checking) or working
        self.trace.add(*fact.lead)
        if working.operator and not terse:
            if fact.formula() and not opened:
                self._write(working, *(isinstance(operand, Fact) and name_of(operand) for operand in fact.operands()))
            self._write(working)
        self.trace.add(str(working.result), weight=working.slip != 'result' and not (terse and working.slip))
        self.believed[fact] = working.result
        return True

    def _write(self, working, left=None, right=None):
        """`7 + 5 =`, or with names in place of numbers; a slip in a number or the operator is not imitated."""
        self.trace.add(left or str(working.left), weight=bool(left) or working.slip != 'left')
        self.trace.add(working.operator, weight=working.slip != 'operator')
        self.trace.add(right or str(working.right), weight=bool(right) or working.slip != 'right')
        self.trace.add('=')

    def _end(self, *verdict):
        self.trace.add(*verdict, STEP_END)
        self.trace.label(self.is_right())


def planned(target):
    """All that leads to `target`, depth first from it: `(fact, False)` where the step only says how it follows,
    because what it needs is not known yet; `(fact, True)` where it is worked out."""
    done = set()

    def visit(fact):
        unknown = [operand for operand in fact.operands() if isinstance(operand, Fact) and operand not in done]
        if unknown and fact.formula():
            yield fact, False
        for operand in unknown:
            if operand not in done:
                yield from visit(operand)
        done.add(fact)
        yield fact, True

    return visit(target)
