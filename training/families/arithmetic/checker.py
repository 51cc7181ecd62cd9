"""The rule checker of arithmetic: labels every step of a trace that a model wrote."""

import re

from training.families.arithmetic.problems import answer, products
from training.families.arithmetic.tokens import STEP_END, VOCABULARY, to_formula
from training.traces.answer import answer_texts
from training.traces.label import label_steps
from training.traces.vocabulary import WAIT

PRODUCT = re.compile(r'(\d+)\*(\d+)=')
SUM = re.compile(r'(\d+)([+-])(\d+)=(\d+)')


class Checker:
    """Follows a trace step by step, keeping what it believes about each product and the sums, right or wrong."""

    def __init__(self, terms):
        self.terms, self.right_values = terms, products(terms)
        self.values = []
        self.running, self.summed, self.sums_right = None, 0, True
        self.lost = False

    def step(self, texts):
        """Takes one step, without its `STEP_END`. True if all that is believed after it is right."""
        checking = bool(texts) and texts[0] == WAIT
        verdict = texts[-1] if texts and texts[-1] in ('ok', 'fix') else None
        formula = to_formula([text for text in texts if text not in (WAIT, 'ok', 'fix')])
        product, last = PRODUCT.match(formula), formula.rsplit('=', 1)[-1]
        if product and last.isdigit():
            self._product((int(product[1]), int(product[2])), int(last), checking, verdict)
        elif SUM.fullmatch(formula):
            left, sign, right, result = SUM.fullmatch(formula).groups()
            if checking or self.summed >= len(self.terms):
                self.summed = 0
            self._sum(int(left), sign, int(right), int(result))
        else:
            self.lost = True
        known = zip(self.values, self.right_values)
        return not self.lost and self.sums_right and all(value == right for value, right in known)

    def _product(self, pair, value, checking, verdict):
        pairs = [term[1:] for term in self.terms]
        if not checking:
            if len(self.values) == len(pairs):
                self.lost = True
                return
            self.lost = self.lost or pairs[len(self.values)] != pair
            self.values.append(value)
        elif verdict == 'fix':
            if pair in pairs and len(self.values) == len(pairs):
                for i, other in enumerate(pairs):
                    self.values[i] = value if other == pair else self.values[i]
                self.summed = 0
            else:
                self.lost = True

    def _sum(self, left, sign, right, result):
        """The next sum of the chain: its operands must be the believed ones and its result right."""
        if self.summed == 0:
            self.running, self.summed, self.sums_right = (self.values or [None])[0], 1, True
        i = self.summed
        as_believed = i < len(self.values) and (left, sign, right) == (self.running, self.terms[i][0], self.values[i])
        right_result = result == (left + right if sign == '+' else left - right)
        self.sums_right = self.sums_right and as_believed and right_result
        self.running, self.summed = result, i + 1


def read_answer(texts):
    """The number written after the thinking (or at once); None where there is no end or no number."""
    written = to_formula(answer_texts(texts) or ())
    return int(written) if written.isdigit() else None


def is_right_answer(terms, texts):
    return read_answer(texts) == answer(terms)


def label_rollout(terms, prompt, continuation):
    """A value-only trace (language weight 0) of what a model wrote after `prompt`, labelled exactly."""
    return label_steps(VOCABULARY, STEP_END, prompt, continuation, Checker(terms).step, is_right_answer(terms, continuation))
