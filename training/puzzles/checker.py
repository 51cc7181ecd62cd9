"""The rule checker of puzzles: labels every step of a trace that a model wrote, whatever legal order it takes."""

from training.label import label_steps
from training.puzzles.chain_checker import ChainChecker
from training.puzzles.knights_checker import KnightsChecker
from training.puzzles.tokens import NAMES, VOCABULARY
from training.vocabulary import END_THINK, EOS


def checker_of(problem):
    return KnightsChecker(problem) if problem.island else ChainChecker(problem)


def read_answer(texts):
    """What is written after the thinking (or at once), as one text: a number, names or `nobody`; None where it is neither."""
    if END_THINK in texts:
        texts = texts[texts.index(END_THINK) + 1:]
    written = [text for text in texts if text != EOS]
    is_one = len(written) == 1 and (written[0].isdigit() or written[0] == 'nobody')
    return ' '.join(written) if written and (is_one or all(text in NAMES for text in written)) else None


def label_rollout(problem, prompt, continuation):
    """A value-only trace (language weight 0) of what a model wrote after `prompt`, labelled exactly."""
    right_answer = bool(continuation) and continuation[-1] == EOS and read_answer(continuation) == ' '.join(problem.answer)
    return label_steps(VOCABULARY, prompt, continuation, checker_of(problem).step, right_answer)
