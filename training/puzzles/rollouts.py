"""Prompts for on-policy traces of the puzzle family, and their labels."""

import random

from training.puzzles.checker import label_rollout
from training.puzzles.drills import judged_rollout
from training.puzzles.problems import draw_training
from training.puzzles.tokens import prompt_texts

EFFORTS = {'none': 0.08, 'low': 0.57, 'high': 0.35}


def draw_prompts(rng, count):
    """`[(problem, prompt texts)]` on training problems."""
    drawn = []
    for effort in rng.choices(list(EFFORTS), EFFORTS.values(), k=count):
        problem = draw_training(rng)
        drawn.append((problem, prompt_texts(problem.text, effort)))
    return drawn


def label(problem, prompt, continuation, judged=0.0):
    """The labelled trace of what a model wrote; drawn by its own text, of a share `judged` one step is asked about."""
    rng = random.Random(' '.join(continuation))
    question = judged_rollout(rng, problem, prompt, continuation) if rng.random() < judged else None
    return question or label_rollout(problem, prompt, continuation)
