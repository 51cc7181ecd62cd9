"""How a product is worked out: at once, split into tens and units, or rounded up to the next ten."""

from training.families.arithmetic.slips import slip
from training.families.arithmetic.tokens import to_texts

DIRECT, SPLIT, ROUND_UP = 'direct', 'split', 'round up'


def worked_methods(left):
    """The methods with intermediate steps that suit a two-digit number."""
    return [SPLIT, ROUND_UP] if left % 10 >= 4 and left < 90 else [SPLIT]


def parts(left, right, method):
    """`(a, operator, b)` with left*right = a*right operator b*right."""
    tens, units = left // 10 * 10, left % 10
    return (tens, '+', units) if method == SPLIT else (tens + 10, '-', 10 - units)


def write_product(trace, rng, left, right, method, slips=0.0):
    """Appends `=...=282` after `47*6`. Returns the value it ends with, which a slip may have made wrong.

    A wrong number has weight 0; what follows from it is written consistently and learnt.
    """
    def put(number, wrong=False):
        trace.add(*to_texts(str(number)), weight=not wrong)

    slipped = rng.random() < slips
    if method == DIRECT:
        value = slip(rng, left * right) if slipped else left * right
        trace.add('=')
        put(value, slipped)
        return value
    a, operator, b = parts(left, right, method)
    where = rng.choice(['first', 'second', 'sum']) if slipped and rng.random() < 0.4 else None
    trace.add(*to_texts(f'={a}*{right}{operator}{b}*{right}='))
    first = slip(rng, a * right) if where == 'first' else a * right
    put(first, where == 'first')
    trace.add(operator)
    second = slip(rng, b * right) if where == 'second' else b * right
    put(second, where == 'second')
    trace.add('=')
    value = first + second if operator == '+' else max(first - second, 0)
    value = slip(rng, max(value, 1)) if where == 'sum' else value
    put(value, where == 'sum')
    return value
