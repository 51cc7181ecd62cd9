"""What is learnt from traces of puzzles that a model wrote."""

import random

from training.families.puzzle.checker import label_rollout
from training.families.puzzle.drills import judged_rollout


def label(problem, prompt, continuation, judged=0.0):
    """The labelled trace of what a model wrote; in a share `judged` a question about one step instead. The choice is seeded by the text."""
    rng = random.Random(' '.join(continuation))
    question = judged_rollout(rng, problem, prompt, continuation) if rng.random() < judged else None
    return question or label_rollout(problem, prompt, continuation)
