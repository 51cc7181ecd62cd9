"""Answers as expressions: composing one from steps, and evaluating one exactly."""

from training.families.countdown.rules import apply


def compose(numbers, steps):
    """Token texts of the infix expression made by `steps`, a list of `(left, operator, right, result)`.

    Each operand is replaced by the step that produced it, the latest unused one with that value; only if there is
    none is it one of the given numbers. Operands that are not plain numbers stand in parentheses.
    """
    unused = list(numbers)
    produced = []

    def take(value):
        for i in reversed(range(len(produced))):
            if produced[i][0] == value:
                return ['(', *produced.pop(i)[1], ')']
        unused.remove(value)
        return [str(value)]

    for left, operator, right, result in steps:
        produced.append((result, [*take(left), operator, *take(right)]))
    return produced[-1][1]


def evaluate(texts):
    """`(value, numbers used)` of an expression in the grammar above, or None if it is malformed or against the rules.

    Only the grammar that `compose` writes is accepted: two operands a level, parentheses around every inner one.
    """
    used = []

    def operand(i):
        if i < len(texts) and texts[i] == '(':
            value, i = pair(i + 1)
            return (value, i + 1) if i < len(texts) and texts[i] == ')' else (None, i)
        if i < len(texts) and texts[i].isdigit():
            used.append(int(texts[i]))
            return used[-1], i + 1
        return None, i

    def pair(i):
        left, i = operand(i)
        if left is None or i >= len(texts) or texts[i] not in '+-*/':
            return None, i
        operator = texts[i]
        right, i = operand(i + 1)
        return (None if right is None else apply(left, operator, right)), i

    value, end = pair(0)
    return None if value is None or end != len(texts) else (value, used)


def is_right(texts, numbers, target):
    """Does the expression make the target from each number exactly once?"""
    outcome = evaluate(texts)
    return outcome is not None and outcome[0] == target and sorted(outcome[1]) == sorted(numbers)
