"""The countdown family: four numbers make a target. A problem is `(numbers, target)`."""

from training.families.countdown import checker, problems, rollouts
from training.families.countdown.reference import reference_traces
from training.families.countdown.teacher import Teacher, low_trace
from training.families.countdown.tokens import JUDGE, NO, STEP_END, VOCABULARY, YES, prompt_texts
from training.families.family import Family, Judging


class Countdown(Family):
    kind = 'countdown'
    vocabulary = VOCABULARY
    step_end = STEP_END
    rollout_efforts = {'none': 0.12, 'low': 0.63, 'high': 0.25}
    judging = Judging(JUDGE, YES, NO, groups=['target 24'])

    def prompt(self, problem, effort):
        return prompt_texts(*problem, effort)

    def page_problem(self, problem):
        numbers, target = problem
        return {'numbers': list(numbers), 'target': target}

    def draw_training(self, rng, **settings):
        """A solvable problem."""
        return problems.draw_training(rng, **settings)

    def draw_rollout(self, rng, effort):
        """Only at high effort is the problem always solvable: there a thought goes on until it succeeds."""
        return problems.draw_any(rng, must_be_solvable=effort == 'high')

    def held_out_groups(self):
        return problems.held_out_groups()

    def held_out_files(self):
        return problems.held_out_files()

    def training_files(self):
        return problems.training_files()

    def teacher(self, **settings):
        return Teacher(**settings)

    def thought(self, rng, problem):
        return low_trace(rng, *problem)

    def answer(self, texts):
        """The expression, as a tuple of token texts."""
        return checker.read_answer(texts)

    def is_right_answer(self, problem, texts):
        return checker.is_right_answer(problem, texts)

    def label(self, problem, prompt, texts, **settings):
        return rollouts.label(problem, prompt, texts, **settings)

    def reference_traces(self, rng):
        return reference_traces(rng)
