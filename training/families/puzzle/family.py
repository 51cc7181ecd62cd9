"""The puzzle family: stories, equations, knights and knaves. A problem is a `Problem` (`problem.py`)."""

from training.families.family import Family, Judging
from training.families.puzzle import checker, fixture, problems, rollouts
from training.families.puzzle.reference import reference_traces
from training.families.puzzle.teacher import Teacher
from training.families.puzzle.tokens import JUDGE, NO, STEP_END, VOCABULARY, YES, prompt_texts


class Puzzle(Family):
    kind = 'puzzle'
    vocabulary = VOCABULARY
    step_end = STEP_END
    rollout_efforts = {'none': 0.08, 'low': 0.57, 'high': 0.35}

    def prompt(self, problem, effort):
        return prompt_texts(problem.text, effort)

    def page_problem(self, problem):
        return {'text': ' '.join(problem.text)}

    def draw_training(self, rng, **settings):
        return problems.draw_training(rng, **settings)

    def held_out_groups(self):
        """By kind, then the harder ones by kind."""
        return problems.held_out_groups()

    def held_out_files(self):
        return problems.held_out_files()

    def teacher(self, **settings):
        return Teacher(**settings)

    def thought(self, rng, problem):
        return Teacher().low(rng, problem)

    def answer(self, texts):
        """A number, names or `nobody`, as one text."""
        return checker.read_answer(texts)

    def is_right_answer(self, problem, texts):
        return checker.is_right_answer(problem, texts)

    def label(self, problem, prompt, texts, **settings):
        return rollouts.label(problem, prompt, texts, **settings)

    @property
    def judging(self):
        return JudgedAlone(JUDGE, YES, NO, groups=problems.KINDS)

    def reference_traces(self, rng):
        return reference_traces(rng)

    def page_fixtures(self):
        return fixture.page_fixtures()


class JudgedAlone(Judging):
    """The judge is asked about the last step alone, the value head about all so far. So a trace is as good as its worst step."""

    def verdicts(self, problem, texts, ends, right):
        return checker.each_step_right(problem, texts, ends)

    def of_trace(self, scores):
        return min(scores)
