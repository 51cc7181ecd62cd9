"""Prompts for on-policy traces of the arithmetic family, and their labels."""

from training.arithmetic.checker import label_rollout
from training.arithmetic.problems import draw_training
from training.arithmetic.tokens import prompt_texts

EFFORTS = {'none': 0.08, 'low': 0.62, 'high': 0.3}


def draw_prompts(rng, count):
    """`[(problem, prompt texts)]` on training problems; a problem is its terms."""
    drawn = []
    for effort in rng.choices(list(EFFORTS), EFFORTS.values(), k=count):
        terms = draw_training(rng)
        drawn.append((terms, prompt_texts(terms, effort)))
    return drawn


def label(problem, prompt, continuation):
    return label_rollout(problem, prompt, continuation)
