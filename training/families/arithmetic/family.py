"""The arithmetic family: sums and differences of one to three products. A problem is its terms, `(sign, left, right)`."""

from training.families.arithmetic import checker, problems
from training.families.arithmetic.corpus import Corpus
from training.families.arithmetic.reference import reference_traces
from training.families.arithmetic.teacher import Solution, Teacher
from training.families.arithmetic.tokens import STEP_END, VOCABULARY, prompt_texts, to_texts
from training.families.family import Family


class Arithmetic(Family):
    kind = 'arithmetic'
    vocabulary = VOCABULARY
    step_end = STEP_END
    rollout_efforts = {'none': 0.08, 'low': 0.62, 'high': 0.3}

    def prompt(self, problem, effort):
        return prompt_texts(problem, effort)

    def page_problem(self, problem):
        return {'terms': [dict(zip(('sign', 'left', 'right'), term)) for term in problem]}

    def draw_training(self, rng, **settings):
        return problems.draw_training(rng, **settings)

    def held_out_groups(self):
        """By the number of products."""
        return problems.held_out_groups()

    def held_out_files(self):
        return problems.held_out_files()

    def training_files(self):
        return problems.training_files()

    def teacher(self, **settings):
        return Teacher(**settings)

    def thought(self, rng, problem):
        return Solution(rng, problem, 'low').write()

    def corpus(self, **settings):
        return Corpus(**settings)

    def begun(self, problem):
        """`47*6=`"""
        _, left, right = problem[0]
        return to_texts(f'{left}*{right}=')

    def answer(self, texts):
        """The number answered."""
        return checker.read_answer(texts)

    def is_right_answer(self, problem, texts):
        return checker.is_right_answer(problem, texts)

    def label(self, problem, prompt, texts, **settings):
        return checker.label_rollout(problem, prompt, texts, **settings)

    def reference_traces(self, rng):
        return reference_traces(rng)
