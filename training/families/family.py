"""What a problem family declares. The rest of `training/` uses this interface and names no family."""

import abc

from training.traces.vocabulary import END_THINK


class Family(abc.ABC):
    """One kind of problem: its tokens, problems, teacher and checker.

    A problem is whatever the family likes; only the family looks inside. A class that leaves out an abstract member
    cannot be made: Python names what is missing. `tests/test_families.py` checks the rest on every registered family.
    """

    # Tokens.

    @property
    @abc.abstractmethod
    def kind(self):
        """The family's name, as in configs, checkpoints, manifests and links."""

    @property
    @abc.abstractmethod
    def vocabulary(self):
        """A `Vocabulary`. Tokens are only ever added at its end: an older model lacks the last ones."""

    @property
    @abc.abstractmethod
    def step_end(self):
        """The token text that ends a step of a thought.

        The family's sheet in `src/experiment/families/` has the same (`stepEnds`); `src/worker/thoughts.test.ts` compares.
        """

    @property
    def step_ends(self):
        """The token texts after which a thought has a whole step: `step_end`, and the end of the thought."""
        return {self.step_end, END_THINK}

    @abc.abstractmethod
    def prompt(self, problem, effort):
        """Token texts up to where the model begins to write. `effort` is `none`, `low` or `high`."""

    @abc.abstractmethod
    def page_problem(self, problem):
        """The problem as the page knows it: the fields of its `Problem` in `src/experiment/`, without `family`."""

    # Problems.

    @abc.abstractmethod
    def draw_training(self, rng, **settings):
        """A random training problem. `settings` are the `draw` of a config."""

    @property
    @abc.abstractmethod
    def rollout_efforts(self):
        """`{effort: share}` of the prompts on which a model writes its own traces during training."""

    def draw_rollout(self, rng, effort):
        """A training problem for such a trace."""
        return self.draw_training(rng)

    def draw_prompts(self, rng, count):
        """`[(problem, prompt texts)]` for traces that the model writes itself."""
        drawn = []
        for effort in rng.choices(list(self.rollout_efforts), self.rollout_efforts.values(), k=count):
            problem = self.draw_rollout(rng, effort)
            drawn.append((problem, self.prompt(problem, effort)))
        return drawn

    @abc.abstractmethod
    def held_out_groups(self):
        """`{name: problems}` that are never trained on. Measures are taken on each group; the first is the usual one."""

    @abc.abstractmethod
    def held_out_files(self):
        """`{name: content}` of the files in `src/experiment/held-out/`, without `.json`."""

    def training_files(self):
        """`{name: content}` of the files in `src/train/problems/`, without `.json`: what the page trains on."""
        return {}

    # Teacher.

    @abc.abstractmethod
    def teacher(self, **settings):
        """An object whose `sample(rng)` writes a `Trace`. `settings` are the `teacher` of a phase."""

    @abc.abstractmethod
    def thought(self, rng, problem):
        """A trace of the teacher on this problem at low effort; None where slips left no way to go on."""

    def corpus(self, **settings):
        """The same for the documents of a base model, where the family has any."""
        raise NotImplementedError(f'the {self.kind} family has no corpus')

    def begun(self, problem):
        """The first tokens of a thought, so that a model that is given them cannot answer at once."""
        return ()

    # Checker.

    @abc.abstractmethod
    def answer(self, texts):
        """What was answered in `texts`, which follow a prompt. None where there is no end or no answer.

        Equal answers compare equal: votes count them.
        """

    @abc.abstractmethod
    def is_right_answer(self, problem, texts):
        """Whether `texts`, which follow a prompt, end with a right answer."""

    @abc.abstractmethod
    def label(self, problem, prompt, texts, **settings):
        """A trace of what a model wrote after `prompt`, with exact labels for the value head and weights of 0.

        `settings` are the `label` of a phase's `rollouts`; without them nothing in the trace is imitated.
        """

    @property
    def judging(self):
        """A `Judging`, where models of the family can be asked whether a step is right; else None."""
        return None

    # Files for the page's tests.

    def reference_traces(self, rng):
        """Token ids of a few sequences, at most 256 long, on which the page's engine is compared with PyTorch."""
        problem = next(iter(self.held_out_groups().values()))[0]
        prompt = self.vocabulary.encode(self.prompt(problem, 'none'))
        teacher = self.teacher()
        return [prompt, *(teacher.sample(rng).tokens[:256] for _ in range(5))]

    def page_fixtures(self):
        """`{path from the repository's root: text}` of further files that tests of the page read."""
        return {}


class Judging:
    """How models of a family are asked whether the last step is right, and on what that is measured.

    `question`, `yes` and `no` are token texts; `groups` are names of held-out groups.
    """

    def __init__(self, question, yes, no, groups):
        self.question, self.yes, self.no, self.groups = question, yes, no, groups

    def verdicts(self, problem, texts, ends, right):
        """What the judge should say at each of `ends`. `right` are the labels there: is all right so far?"""
        return right

    def of_trace(self, scores):
        """The score of a trace from those of its steps."""
        return scores[-1]
