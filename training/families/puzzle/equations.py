"""Chains of equations: definitions of variables and linear equations, in any order."""

from training.families.puzzle.fact import Fact, needed, operate, worked
from training.families.puzzle.problem import Problem
from training.families.puzzle.tokens import LARGEST, VARIABLES

FORMS = {'number': 2, 'operation': 7, 'linear': 3}
OPERATORS = {'+': 4, '-': 4, '*': 3, '/': 2}
MOST_EXTRA = 3    # facts beyond the steps wanted


class Equations:
    """Definitions, each of a new variable and resting on earlier ones."""

    def __init__(self, rng):
        self.rng, self.new = rng, rng.sample(VARIABLES, len(VARIABLES))
        self.sentences, self.known, self.facts = [], [], 0

    def grow(self):
        """Adds a definition of a random form, or nothing where its numbers would not fit."""
        variable, form = self.new[-1], self.rng.choices(list(FORMS), FORMS.values())[0]
        if form == 'linear':
            self._linear(variable)
        elif form == 'number' or not self.known:
            n = self.rng.randint(0 if self.rng.random() < 0.1 else 2, 40 if self.rng.random() < 0.8 else LARGEST)
            self._define([variable, '=', str(n), '.'], Fact((variable,), (variable, '='), n))
        else:
            self._operation(variable)

    def _earlier(self):
        return self.known[-1] if self.rng.random() < 0.65 else self.rng.choice(self.known)

    def _operation(self, variable):
        rng, one = self.rng, self._earlier()
        operator = rng.choices(list(OPERATORS), OPERATORS.values())[0]
        others = [fact for fact in self.known if fact is not one and operate(one.value, operator, fact.value) is not None]
        left, right = one, rng.choice(others) if others and rng.random() < 0.4 else self._number(operator, one.value)
        if right is None:
            return
        if operator in '+*' and rng.random() < 0.5:
            left, right = right, left
        elif operator == '-' and isinstance(right, int) and rng.random() < 0.3:
            left, right = rng.randint(one.value, LARGEST), one
        fact = worked((variable,), (variable, '='), left, operator, right)
        if fact and (fact.value or rng.random() < 0.2):
            self._define([variable, '=', _text(left), operator, _text(right), '.'], fact)

    def _number(self, operator, value):
        """A number that can stand behind `value` and the operator, or None."""
        rng = self.rng
        if operator == '/':
            divisors = [n for n in range(2, 10) if value % n == 0]
            return rng.choice(divisors) if divisors else None
        if operator == '*':
            most = min(9, LARGEST // max(1, value))
        else:
            most = min(value if operator == '-' else LARGEST - value, 20 if rng.random() < 0.7 else 60)
        return rng.randint(2, most) if most >= 2 else None

    def _linear(self, variable):
        """`k * v + m = N` or `k * v - m = N`, N a number or an earlier variable."""
        rng, k, plus = self.rng, self.rng.randint(2, 9), self.rng.random() < 0.5
        if self.known and rng.random() < 0.75:
            total = self._earlier()
            n = total.value
            options = [m for m in range(1, n if plus else LARGEST + 1 - n) if (n - m if plus else n + m) % k == 0]
            if not options:
                return
            m = rng.choice(options[:6])
        else:
            product = k * rng.randint(1, LARGEST // k)
            m = rng.randint(1, max(1, min(30, LARGEST - product if plus else product)))
            total = product + m if plus else product - m
            if total > LARGEST:
                return
        sides = [str(k), '*', variable, '+' if plus else '-', str(m), '=', _text(total)]
        times = (str(k), '*', variable)
        product = worked(times, (*times, '='), total, '-' if plus else '+', m, said=())
        self.facts += 1
        self._define([*sides, '.'], worked((variable,), (variable, '='), product, '/', k, said=sides))

    def _define(self, sentence, fact):
        self.new.pop()
        self.sentences.append(sentence)
        self.known.append(fact)
        self.facts += 1


def _text(operand):
    return operand.subject[0] if isinstance(operand, Fact) else str(operand)


def draw(rng, steps):
    """Equations whose question takes exactly so many steps."""
    while True:
        equations = Equations(rng)
        while equations.new and equations.facts <= steps + MOST_EXTRA:
            before = equations.facts
            equations.grow()
            if equations.facts == before or equations.facts < steps:
                continue
            target = equations.known[-1]
            chain = needed(target)
            if len(chain) == steps:
                for _ in range(rng.choice((0, 0, 1, 2))):
                    if equations.new:
                        equations.grow()
                rng.shuffle(equations.sentences)
                text = [word for sentence in equations.sentences for word in sentence]
                return Problem('equations', [*text, *target.subject, '?'], [str(target.value)], chain)
