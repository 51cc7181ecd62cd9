"""The rule checker: is a step legal, and what should the value head say along a trace that a model wrote?"""

from training.families.countdown.expression import is_right
from training.families.countdown.rules import apply, solvable
from training.families.countdown.tokens import STEP_END, VOCABULARY
from training.traces.answer import answer_texts
from training.traces.steps import ends_of_steps
from training.traces.trace import Trace
from training.traces.vocabulary import END_THINK, THINK, WAIT


def parse_step(state, texts):
    """The state after a step `a op b = c [ rest ]` (or `a op b = c`, the last), or None if it is not a legal one."""
    if len(texts) < 5 or texts[3] != '=' or texts[1] not in ('+', '-', '*', '/'):
        return None
    if not all(texts[i].isdigit() for i in (0, 2, 4)):
        return None
    left, right, result = int(texts[0]), int(texts[2]), int(texts[4])
    rest = list(state)
    for operand in (left, right):
        if operand not in rest:
            return None
        rest.remove(operand)
    if apply(left, texts[1], right) != result:
        return None
    if not rest:
        return (result,) if len(texts) == 5 else None
    listed = texts[6:-1]
    if texts[5:6] != ['['] or texts[-1] != STEP_END or not all(text.isdigit() for text in listed):
        return None
    listed = tuple(map(int, listed))
    return listed if sorted(listed) == sorted(rest + [result]) else None


def read_steps(numbers, texts):
    """The legal steps `(left, operator, right, result)` at the beginning of an attempt."""
    steps, state, start = [], tuple(numbers), 0
    for end in ends_of_steps(texts, STEP_END):
        state = parse_step(state, texts[start:end]) if len(state) > 1 else None
        if state is None:
            break
        left, operator, right, _, result = texts[start:start + 5]
        steps.append((int(left), operator, int(right), int(result)))
        start = end
    return steps


def label_attempt(numbers, target, texts):
    """`([(index of a step's last token, label)], reached)`: 0 from the first illegal or hopeless step on."""
    labels, state, start = [], tuple(numbers), 0
    for end in ends_of_steps(texts, STEP_END):
        if state is not None:
            state = parse_step(state, texts[start:end]) if len(state) > 1 else None
            state = state if state is not None and solvable(state, target) else None
        labels.append((end - 1, state is not None))
        start = end
    return labels, state == (target,)


def read_answer(texts):
    """The expression written after the thinking (or at once), as a tuple of token texts; None where there is no end."""
    written = answer_texts(texts)
    return None if written is None else tuple(written)


def is_right_answer(problem, texts):
    expression = read_answer(texts)
    return expression is not None and is_right(list(expression), *problem)


def label_rollout(numbers, target, prompt, continuation):
    """A value-only trace (language weight 0) of what a model wrote after `prompt`, labelled exactly."""
    trace = Trace(VOCABULARY)
    trace.add(*prompt, *continuation, weight=0)
    trace.label(solvable(numbers, target), len(prompt) - 1)
    thinking_from, reached = len(prompt), False
    if END_THINK in continuation or prompt[-1] == THINK:
        end = continuation.index(END_THINK) if END_THINK in continuation else len(continuation)
        start = 0
        for i in range(end + 1):
            if i == end or continuation[i] == WAIT:
                labels, reached = label_attempt(numbers, target, continuation[start:i])
                for index, right in labels:
                    trace.label(right, thinking_from + start + index)
                if i < end:
                    trace.label(reached, thinking_from + i)
                start = i + 1
        if end == len(continuation):
            return trace
        trace.label(reached, len(prompt) + end)
    if read_answer(continuation) is not None:
        trace.label(is_right_answer((numbers, target), continuation))
    return trace
