"""The rule-based reward of DeepSeek-R1-Zero (arXiv 2501.12948): is the answer right, and is the thought well formed?"""

from typing import NamedTuple

from training.traces.vocabulary import BOS, END_THINK, EOS, THINK, WAIT


class Judgement(NamedTuple):
    """What the rules see in one trace. `waits` counts its reflection words, `thought` is the length of its thinking."""
    reward: float
    right: bool
    formed: bool
    waits: int
    thought: int


def is_well_formed(texts):
    """A thought closed once, then an answer and the end. `texts` is what follows an opened thought."""
    closed_once = texts.count(END_THINK) == 1 and THINK not in texts and BOS not in texts
    return closed_once and texts[-1] == EOS and texts.index(END_THINK) < len(texts) - 2


def judge(family, problem, texts, format_reward):
    """1 for a right answer in a well-formed trace, and `format_reward` for the form alone."""
    formed = is_well_formed(texts)
    right = formed and family.is_right_answer(problem, texts)
    thought = texts.index(END_THINK) if END_THINK in texts else len(texts)
    return Judgement(right + format_reward * formed, right, formed, texts.count(WAIT), thought)
