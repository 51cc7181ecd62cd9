"""Vocabulary of the arithmetic family: digits carry their place and stand least significant first (`7@0`: 7 units)."""

import re

from training.traces.vocabulary import BOS, EFFORTS, THINK, Vocabulary

PLACES = 5
STEP_END = ';'
VOCABULARY = Vocabulary([f'{digit}@{place}' for place in range(PLACES) for digit in range(10)]
                        + ['+', '-', '*', '=', STEP_END, 'ok', 'fix'])


def to_texts(written):
    """Token texts of a formula such as `47*6=282;`."""
    texts = []
    for part in re.findall(r'\d+|\D', written):
        texts += [f'{digit}@{place}' for place, digit in enumerate(reversed(part))] if part.isdigit() else [part]
    return texts


def to_formula(texts):
    """The formula that token texts write. A digit out of its place is shown as `?`, which no number contains."""
    out, digits = [], []
    for text in [*texts, '']:
        if '@' in text:
            digits.append(text[0] if int(text[2]) == len(digits) else '?')
        else:
            out += [*reversed(digits), text]
            digits = []
    return ''.join(out)


def problem_formula(terms):
    """`47*6+38*4` of terms `(sign, left, right)`; the first sign is always +."""
    return ''.join(f'{sign}{left}*{right}' for sign, left, right in terms)[1:]


def prompt_texts(terms, effort):
    """`<bos> 47*6+38*4 <low> <think>`; with effort 'none' the answer follows at once, without `<think>`."""
    texts = [BOS, *to_texts(problem_formula(terms)), EFFORTS[effort]]
    return texts if effort == 'none' else texts + [THINK]
