"""One worked problem written into a trace: prompt, thought, checks, answer."""

from training.families.puzzle.chain_thought import ChainThought
from training.families.puzzle.fact import rephrased
from training.families.puzzle.knights import QUESTION as WHO
from training.families.puzzle.knights_thought import KnightsThought
from training.families.puzzle.tokens import REPHRASED, STEP_END, VOCABULARY, prompt_texts
from training.traces.trace import Trace
from training.traces.vocabulary import END_THINK, EOS

CONTEXT = 384
ANOTHER_CHECK = (0.92, 0.12)  # the chance of one more check: before everything was checked once, and after
ROOM_FOR_ANSWER = 8


class Solution:
    """Grows a trace; several solutions can stand in one. `thought` is the thought being written, or the last one."""

    def __init__(self, rng):
        self.rng, self.trace, self.thought = rng, Trace(VOCABULARY), None

    def open(self, problem, effort):
        """The prompt. `<think>` itself is learnt, so a prompt may end before it."""
        texts = prompt_texts(problem.text, effort)
        self.trace.add(*(texts[1:] if len(self.trace) else texts), weight=0)
        if effort != 'none':
            self.trace.weights[-1] = 1.0

    def rephrase(self, problem):
        """`In other words: ... ;`: the needed facts as equations, or all statements in another order."""
        self.trace.add(REPHRASED, weight=0)
        if problem.island:
            sentences = self.rng.sample(problem.island.sentences, len(problem.island.sentences))
            self.trace.add(*(word for sentence in sentences for word in [*sentence, ',']), *WHO, STEP_END)
        else:
            self.trace.add(*rephrased(problem.chain), STEP_END)
        self.trace.label(True)

    def think(self, problem, slips=0.0, questions_from=None, terse=0.0):
        """The first pass. False where slips leave no number to write."""
        if problem.island:
            self.thought = KnightsThought(self.trace, self.rng, problem, slips / 2)
        else:
            self.thought = ChainThought(self.trace, self.rng, problem, slips, terse)
        return self.thought.write(questions_from)

    def check(self, forced=0):
        """Checks by chance, or `forced` of them, whose `Wait` is not imitated: it stands in place of an end, where budget
        forcing puts it (s1, arXiv 2501.19393). One check of everything is the rule, more are the exception. False where
        slips leave no number to write."""
        thought, count = self.thought, 0
        while count < forced if forced else self.rng.random() < ANOTHER_CHECK[count >= thought.cycle()]:
            if len(self.trace) + thought.longest_check(count) + ROOM_FOR_ANSWER > CONTEXT:
                break
            if not thought.check(count, imitated=not forced):
                return False
            count += 1
        return True

    def close(self, problem, end):
        """The end of the thought, the answer that it believes, and `end`; the end of a worked example is not imitated."""
        answer = self.thought.answer()
        right = answer == problem.answer
        self.trace.add(END_THINK)
        self.trace.label(right)
        self.trace.add(*answer)
        self.trace.add(end, weight=end == EOS)
        if end == EOS:
            self.trace.label(right)
