"""Labels for the value head on traces that a model wrote, for families in which one token ends every step."""

from training.traces.trace import Trace
from training.traces.vocabulary import END_THINK, EOS


def label_steps(vocabulary, step_end, prompt, continuation, step, right_answer):
    """A value-only trace (language weight 0).

    `step(texts)` says of each step, without its `step_end`, whether all is right after it. The ends of the thought and
    of the text have the label of the answer.
    """
    trace = Trace(vocabulary)
    trace.add(*prompt, *continuation, weight=0)
    start = 0
    for i, text in enumerate(continuation):
        if text == step_end:
            trace.label(step(continuation[start:i]), len(prompt) + i)
            start = i + 1
        elif text in (END_THINK, EOS):
            trace.label(right_answer, len(prompt) + i)
    return trace
