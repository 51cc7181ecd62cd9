"""Held-out problems of the puzzle family, as the evaluation needs them."""

from training.puzzles import problems
from training.puzzles.checker import label_rollout, read_answer
from training.puzzles.tokens import prompt_texts
from training.vocabulary import END_THINK, EOS

STEP_ENDS = {';', END_THINK}


def groups():
    """`{name: problems}` by kind, and the harder ones by kind."""
    found = {}
    for name, problem in problems.held_out():
        group = problem.kind if name == 'held-out' else f'{problem.kind}, harder'
        found.setdefault(group, []).append(problem)
    return found


def prompt(problem, effort):
    return prompt_texts(problem.text, effort)


def answer(texts):
    """What was answered, or None where there is no end or nothing that could be an answer."""
    return read_answer(texts) if texts and texts[-1] == EOS else None


def is_right_answer(problem, texts):
    return answer(texts) == ' '.join(problem.answer)


def labelled(problem, prompt_written, texts):
    return label_rollout(problem, prompt_written, texts)
