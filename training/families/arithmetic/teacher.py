"""The symbolic teacher of arithmetic: products, sums and checks, with exact labels, in the three modes."""

from training.families.arithmetic.derivation import DIRECT, worked_methods, write_product
from training.families.arithmetic.drills import drill_trace
from training.families.arithmetic.problems import answer, draw_training, products
from training.families.arithmetic.slips import slip
from training.families.arithmetic.tokens import STEP_END, VOCABULARY, prompt_texts, to_texts
from training.traces.trace import Trace
from training.traces.vocabulary import END_THINK, EOS, WAIT

CONTEXT = 256
LONGEST_PRODUCT_CHECK, LONGEST_SUM_CHECK = 62, 40  # tokens, with the answer: no check is begun that might not fit the context
SLIPS = {'shortcut': 0.0, 'low': 0.15, 'high': 0.4}
ANOTHER_CHECK = (0.92, 0.12)  # the chance of one more check: before everything was checked once, and after
MOST_FORCED = 6               # waits


class Teacher:
    """Writes training traces: drills of sums alone, direct answers, single chains, and chains with checks.

    A share `forced` of the single chains goes on after forced waits (journeys, for budget forcing). With `shortcut` all
    chains are right at once and there are no checks, at either effort.
    """

    vocabulary = VOCABULARY

    def __init__(self, drills=0.45, direct=0.06, high=0.4, another_check=ANOTHER_CHECK, pairs='all', forced=0.0,
                 shortcut=False):
        self.drills, self.direct, self.high, self.another_check = drills, direct, high, another_check
        self.pairs, self.forced, self.shortcut = pairs, forced, shortcut

    def sample(self, rng):
        """One trace of a random training problem, or a drill."""
        if rng.random() < self.drills:
            return drill_trace(rng)
        while True:
            terms = draw_training(rng, self.pairs)
            if rng.random() < self.direct / (1 - self.drills):
                return direct_trace(terms)
            effort = 'high' if rng.random() < self.high else 'low'
            trace = self._solution(rng, terms, effort).write()
            if trace is not None:
                return trace

    def _solution(self, rng, terms, effort):
        if self.shortcut:
            return Solution(rng, terms, 'shortcut', prompt_effort=effort)
        waits = rng.randint(1, MOST_FORCED) if effort == 'low' and rng.random() < self.forced else 0
        return Solution(rng, terms, effort, self.another_check, forced=waits)


def direct_trace(terms):
    """The answer at once."""
    trace = Trace(VOCABULARY)
    trace.add(*prompt_texts(terms, 'none'), weight=0)
    trace.add(*to_texts(str(answer(terms))), EOS)
    trace.label(True)
    return trace


class Solution:
    """One worked problem. `values` are the products as believed at the moment; `total` the sum of them as written.

    `prompt_effort` is the effort in the prompt, where it differs from `effort`. `forced` counts the waits that stand in
    place of the end (s1, arXiv 2501.19393). The `Wait` itself is not imitated, the one check after each is, and then the
    thought ends.
    """

    def __init__(self, rng, terms, effort, another_check=ANOTHER_CHECK, prompt_effort=None, forced=0):
        self.rng, self.terms, self.effort, self.another_check = rng, terms, effort, another_check
        self.slips, self.forced = SLIPS['high' if forced else effort], forced
        self.prompt_effort = prompt_effort or effort
        self.right_values, self.right_answer = products(terms), answer(terms)
        self.values, self.total, self.sums_right = [], None, True
        self.trace = Trace(VOCABULARY)

    def write(self):
        """The whole trace, or None if slips drove a sum below zero (there is no token for that)."""
        self.trace.add(*prompt_texts(self.terms, self.prompt_effort), weight=0)
        self.trace.weights[-1] = 1.0
        for _, left, right in self.terms:
            self._put(f'{left}*{right}')
            method = DIRECT if self.rng.random() < direct_share(left * right) else self._worked(left)
            self.values.append(write_product(self.trace, self.rng, left, right, method, self.slips))
            self._end_step()
        if not self._write_sums(self.slips * 0.4):
            return None
        if (self.effort == 'high' or self.forced) and not self._write_checks():
            return None
        self.trace.add(END_THINK)
        self.trace.label(self.total == self.right_answer)
        self._put(str(self.total))
        self.trace.add(EOS)
        self.trace.label(self.total == self.right_answer)
        return self.trace

    def _put(self, formula, weight=1.0):
        self.trace.add(*to_texts(formula), weight=weight)

    def _worked(self, left):
        return self.rng.choice(worked_methods(left))

    def _end_step(self, *verdict):
        self.trace.add(*verdict, STEP_END)
        self.trace.label(self.sums_right and all(a == b for a, b in zip(self.values, self.right_values)))

    def _write_sums(self, slips=0.0, old_total=None):
        """Appends the sums of the believed values; with `old_total`, the verdict on it. False if one falls below 0."""
        x, self.sums_right = self.values[0], True
        last = len(self.values) - 1
        for i in range(1, len(self.values)):
            sign, y = self.terms[i][0], self.values[i]
            z = x + y if sign == '+' else x - y
            if z < 0:
                return False
            self._put(f'{x}{sign}{y}=')
            wrong = self.rng.random() < slips
            if wrong:
                z, self.sums_right = slip(self.rng, z), False
            self._put(str(z), not wrong)
            verdict = [] if old_total is None or i < last else ['ok' if z == old_total else 'fix']
            self._end_step(*verdict)
            x = z
        self.total = x
        return True

    def _write_checks(self):
        """Appends checks: each product in turn, then the sums, then from the start again. False as for sums."""
        count = len(self.terms)
        cycle = count + 1 if count > 1 else 1
        check = 0
        while check < self.forced if self.forced else check == 0 or self.rng.random() < self.another_check[check >= cycle]:
            product = check % cycle < count
            if len(self.trace) + (LONGEST_PRODUCT_CHECK if product else LONGEST_SUM_CHECK) > CONTEXT:
                break
            self.trace.add(WAIT, weight=not self.forced)
            written = self._check_product(check % cycle) if product else self._write_sums(old_total=self.total)
            if not written:
                return False
            check += 1
        return True

    def _check_product(self, i):
        _, left, right = self.terms[i]
        self._put(f'{left}*{right}')
        value = write_product(self.trace, self.rng, left, right, self._worked(left))
        agrees = value == self.values[i]
        self.values[i] = value
        if agrees:
            self._end_step('ok')
            return True
        self._end_step('fix')
        if len(self.terms) == 1:
            self.total = value
            return True
        return self._write_sums()


def direct_share(product):
    """How often a product is written without working: small ones more often."""
    return 0.65 if product < 300 else 0.4
