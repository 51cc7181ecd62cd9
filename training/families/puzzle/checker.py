"""The rule checker of puzzles: labels every step of a trace that a model wrote, whatever legal order it takes."""

from training.traces.label import label_steps
from training.families.puzzle.chain_checker import ChainChecker
from training.families.puzzle.knights_checker import KnightsChecker
from training.families.puzzle.tokens import NAMES, STEP_END, VOCABULARY
from training.traces.answer import answer_texts


def checker_of(problem):
    return KnightsChecker(problem) if problem.island else ChainChecker(problem)


def read_answer(texts):
    """What is written after the thinking (or at once), as one text: a number, names or `nobody`; None where it is none of
    them, or has no end."""
    written = answer_texts(texts) or ()
    is_one = len(written) == 1 and (written[0].isdigit() or written[0] == 'nobody')
    return ' '.join(written) if written and (is_one or all(text in NAMES for text in written)) else None


def is_right_answer(problem, texts):
    return read_answer(texts) == ' '.join(problem.answer)


def label_rollout(problem, prompt, continuation):
    """A value-only trace (language weight 0) of what a model wrote after `prompt`, labelled exactly."""
    right_answer = is_right_answer(problem, continuation)
    return label_steps(VOCABULARY, STEP_END, prompt, continuation, checker_of(problem).step, right_answer)


def each_step_right(problem, texts, ends):
    """Whether each step of a thought, taken alone, follows from those before it; `ends` are where steps end."""
    checker, found, start = checker_of(problem), [], 0
    for end in ends:
        checker.step(texts[start:end])
        found.append(checker.last_right)
        start = end + 1
    return found
