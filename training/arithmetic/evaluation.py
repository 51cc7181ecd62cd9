"""Held-out problems of the arithmetic family, as the evaluation needs them."""

from training.arithmetic import problems
from training.arithmetic.checker import label_rollout, read_answer
from training.arithmetic.tokens import prompt_texts
from training.vocabulary import END_THINK, EOS

STEP_ENDS = {';', END_THINK}


def groups():
    """`{name: problems}` by the number of products; each problem is its terms."""
    found = {'one product': [], 'two products': [], 'three products': []}
    for problem in problems.held_out_problems():
        terms = [(term['sign'], term['left'], term['right']) for term in problem['terms']]
        list(found.values())[len(terms) - 1].append(terms)
    return found


def prompt(problem, effort):
    return prompt_texts(problem, effort)


def answer(texts):
    """The number answered, or None where there is no end or no number."""
    return read_answer(texts) if texts and texts[-1] == EOS else None


def is_right_answer(problem, texts):
    return answer(texts) == problems.answer(problem)


def labelled(problem, prompt_written, texts):
    return label_rollout(problem, prompt_written, texts)
