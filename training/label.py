"""Labels for the value head on traces that a model wrote, in families whose steps end with `;`."""

from training.trace import Trace
from training.vocabulary import END_THINK, EOS


def label_steps(vocabulary, prompt, continuation, step, right_answer):
    """A value-only trace (language weight 0): `step(texts)` says of each step, without its `;`, whether all is right after
    it; the ends of the thought and of the text have the label of the answer."""
    trace = Trace(vocabulary)
    trace.add(*prompt, *continuation, weight=0)
    start = 0
    for i, text in enumerate(continuation):
        if text == ';':
            trace.label(step(continuation[start:i]), len(prompt) + i)
            start = i + 1
        elif text in (END_THINK, EOS):
            trace.label(right_answer, len(prompt) + i)
    return trace
