"""Labels inside the answer: is the expression, as far as it is written, still the one that the steps make?

From one label at the end of an expression a value head learns how often expressions are right, and no more. A label on
every token shows where an expression goes wrong.
"""

from training.families.countdown.checker import read_steps
from training.families.countdown.expression import compose, is_right
from training.traces.vocabulary import END_THINK, EOS, THINK, WAIT


def label_spelling(trace, numbers, target):
    """Labels the answer's tokens of a finished trace that thinks; others are left as they are."""
    texts = trace.texts()
    if THINK not in texts or END_THINK not in texts or texts[-1] != EOS:
        return trace
    start = texts.index(END_THINK) + 1
    attempt = texts[texts.index(THINK) + 1:start - 1]
    while WAIT in attempt:
        attempt = attempt[attempt.index(WAIT) + 1:]
    expression, steps = texts[start:-1], read_steps(numbers, attempt)
    if is_right(expression, numbers, target):
        own = expression
    elif len(steps) == len(numbers) - 1 and steps[-1][3] == target:
        own = compose(numbers, steps)
    else:
        own = []
    for i in range(len(expression)):
        trace.label(expression[:i + 1] == own[:i + 1], start + i)
    return trace
