"""Prompts for on-policy traces of the countdown family, and their labels."""

from training.countdown.checker import label_rollout
from training.countdown.tokens import prompt_texts
from training.countdown.problems import TrainingProblems

EFFORTS = {'none': 0.12, 'low': 0.63, 'high': 0.25}


def draw_prompts(rng, count):
    """`[(problem, prompt texts)]` on training problems; a problem is `(numbers, target)`."""
    problems, drawn = TrainingProblems(), []
    for effort in rng.choices(list(EFFORTS), EFFORTS.values(), k=count):
        problem = problems.draw(rng, must_be_solvable=effort == 'high')
        drawn.append((problem, prompt_texts(*problem, effort)))
    return drawn


def label(problem, prompt, continuation):
    return label_rollout(*problem, prompt, continuation)
