"""The corpus of a base model: what it reads before anyone shows it how to think.

In a web corpus most problems have only their answer beside them. Some have a worked solution, and few of those have
slips, doubts and corrections. So reinforcement learning on a base model has something to select (DeepSeek-R1-Zero, arXiv
2501.12948; Gandhi et al. 2025, arXiv 2503.01307, on what a base model needs for it to work).
"""

from training.families.arithmetic.drills import drill_trace
from training.families.arithmetic.problems import answer, draw_training
from training.families.arithmetic.teacher import Solution, direct_trace
from training.families.arithmetic.tokens import VOCABULARY, prompt_texts, to_texts
from training.traces.trace import Trace
from training.traces.vocabulary import END_THINK, EOS

ANOTHER_CHECK = (0.9, 0.2)


class Corpus:
    """Documents: mostly the answer at once, some worked out, few with checks; beside them drills and `<none>` answers.

    `<low>` and `<high>` mean nothing here: each stands before half of the documents of every kind.
    """

    vocabulary = VOCABULARY

    def __init__(self, drills=0.2, direct=0.05, worked=0.12, checked=0.05):
        self.drills, self.direct, self.worked, self.checked = drills, direct, worked, checked

    def sample(self, rng):
        if rng.random() < self.drills:
            return drill_trace(rng)
        if rng.random() < self.direct / (1 - self.drills):
            return direct_trace(draw_training(rng, 'corpus'))
        kind, effort = rng.random(), rng.choice(('low', 'high'))
        while True:
            terms = draw_training(rng, 'corpus')
            if kind >= self.worked + self.checked:
                return answered_at_once(terms, effort)
            made = 'high' if kind < self.checked else 'low'
            trace = Solution(rng, terms, made, ANOTHER_CHECK, prompt_effort=effort).write()
            if trace is not None:
                return trace


def answered_at_once(terms, effort):
    """An empty thought, then the answer."""
    trace = Trace(VOCABULARY)
    trace.add(*prompt_texts(terms, effort), weight=0)
    trace.weights[-1] = 1.0
    trace.add(END_THINK)
    trace.label(True)
    trace.add(*to_texts(str(answer(terms))), EOS)
    trace.label(True)
    return trace
