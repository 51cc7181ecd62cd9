"""Arithmetic in whole numbers, without remainders."""


def exact(left, operator, right, largest):
    """The result of `+ - * /`, or None where it is negative, no whole number or above `largest`."""
    if operator == '+':
        result = left + right
    elif operator == '-':
        result = left - right
    elif operator == '*':
        result = left * right
    else:
        result = left // right if right and left % right == 0 else -1
    return result if 0 <= result <= largest else None
