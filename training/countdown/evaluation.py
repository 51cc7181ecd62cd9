"""Held-out problems of the countdown family, as the evaluation needs them."""

from training.countdown import problems
from training.countdown.checker import label_rollout
from training.countdown.expression import is_right
from training.countdown.tokens import prompt_texts
from training.vocabulary import END_THINK, EOS

STEP_ENDS = {']', END_THINK}


def groups():
    """`{name: problems}`, each problem `(numbers, target)`."""
    found = {'target 24': [], 'tree of thoughts': [], 'other targets': []}
    for problem in problems.held_out_problems():
        entry = (tuple(problem['numbers']), problem['target'])
        found['other targets' if problem['source'] == 'other-target' else 'target 24'].append(entry)
        if problem['source'] == 'tree-of-thoughts':
            found['tree of thoughts'].append(entry)
    return found


def prompt(problem, effort):
    return prompt_texts(*problem, effort)


def answer(texts):
    """What was answered, as a tuple of token texts, or None where there is no end."""
    if not texts or texts[-1] != EOS:
        return None
    after = texts.index(END_THINK) + 1 if END_THINK in texts else 0
    return tuple(texts[after:-1])


def is_right_answer(problem, texts):
    return answer(texts) is not None and is_right(list(answer(texts)), *problem)


def labelled(problem, prompt_written, texts):
    return label_rollout(*problem, prompt_written, texts)
