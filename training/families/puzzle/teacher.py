"""The symbolic teacher of puzzles: thoughts with slips and checks, direct answers, and the skills that strategies use."""

from training.families.puzzle.drills import judge_trace, value_trace
from training.families.puzzle.problems import SHORT, USUAL, draw_training
from training.families.puzzle.solution import CONTEXT, Solution
from training.families.puzzle.sums import sums_trace
from training.families.puzzle.tokens import NEXT, VOCABULARY
from training.traces.vocabulary import EOS

SLIPS = {'low': 0.12, 'high': 0.35}   # a step
FORCED, MOST_FORCED = 0.4, 5          # the share of low traces with forced waits, and how many
MOST_EXAMPLES = 3
EXAMPLES_OF_ONE_KIND = 0.7            # the share in which worked examples are of the problem's own kind


class Teacher:
    """Writes training traces: all arguments but `slips` and `terse` are shares of them, the rest are low.

    `judge` and `value` are drills, as are `sums` (of computations alone); `questions` are low thoughts with sub-questions
    (self-ask, arXiv 2210.03350), `rephrased` thoughts begin by saying the problem in other words (arXiv 2311.04205),
    `packed` ones have worked examples before them.
    `slips` scales how often a step is wrong, `terse` is the share of the steps that are a result alone, `short` that of the
    problems that are short.
    """

    vocabulary = VOCABULARY

    def __init__(self, direct=0.06, high=0.3, judge=0.08, value=0.08, questions=0.08, rephrased=0.08, packed=0.08, slips=1.0,
                 sums=0.0, terse=0.0, short=0.0):
        self.shares = {self.drilled: sums, direct_trace: direct, judge_trace: judge, value_trace: value, self.high: high,
                       self.questioned: questions, self.rephrased: rephrased, self.packed: packed}
        self.shares[self.low] = 1 - sum(self.shares.values())
        self.slips, self.terse, self.short = slips, terse, short

    def sample(self, rng):
        """One trace of a random training problem."""
        write = rng.choices(list(self.shares), self.shares.values())[0]
        while True:
            trace = write(rng, draw_training(rng, sizes=SHORT if rng.random() < self.short else USUAL))
            if trace is not None and len(trace) <= CONTEXT:
                return trace

    def drilled(self, rng, _):
        return sums_trace(rng)

    def low(self, rng, problem):
        """One pass. In a share of them `Wait`s stand in place of the end, each followed by one check."""
        forced = rng.randint(1, MOST_FORCED) if rng.random() < FORCED else 0
        return self._thinking(rng, problem, 'low', forced=forced)

    def high(self, rng, problem):
        """A pass with more slips, and checks."""
        return self._thinking(rng, problem, 'high')

    def questioned(self, rng, problem):
        """A sub-question stands before each step, from the first one or from a later one on."""
        steps = len(problem.island.people) if problem.island else len(problem.chain)
        start = 0 if rng.random() < 0.6 else rng.randrange(steps)
        return self._thinking(rng, problem, 'low', questions_from=start)

    def rephrased(self, rng, problem):
        return self._thinking(rng, problem, 'low' if rng.random() < 0.7 else 'high', in_other_words=True)

    def packed(self, rng, problem):
        """Short worked examples without slips, then the problem."""
        solution = Solution(rng)
        kind = problem.kind if rng.random() < EXAMPLES_OF_ONE_KIND else None
        for _ in range(rng.randint(1, MOST_EXAMPLES)):
            example = draw_training(rng, kind, SHORT)
            solution.open(example, 'low')
            solution.think(example, terse=self.terse)
            solution.close(example, NEXT)
        solution.open(problem, 'low')
        if not solution.think(problem, self.slips * SLIPS['low'], terse=self.terse):
            return None
        solution.close(problem, EOS)
        return solution.trace

    def _thinking(self, rng, problem, effort, forced=0, questions_from=None, in_other_words=False):
        """None where slips leave no number to write."""
        solution = Solution(rng)
        solution.open(problem, effort)
        if in_other_words:
            solution.rephrase(problem)
        slips = self.slips * SLIPS['high' if forced else effort]
        if not solution.think(problem, slips, questions_from=questions_from, terse=self.terse):
            return None
        if (effort == 'high' or forced) and not solution.check(forced):
            return None
        solution.close(problem, EOS)
        return solution.trace


def direct_trace(rng, problem):
    """The answer at once."""
    solution = Solution(rng)
    solution.open(problem, 'none')
    solution.trace.add(*problem.answer, EOS)
    solution.trace.label(True)
    return solution.trace
