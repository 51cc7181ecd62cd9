"""Numbers that a puzzle states, or that follow from it: what a step of a thought writes down."""

from training.families.exact import exact
from training.families.puzzle.tokens import LARGEST

OPERATORS = '+-*/'


class Fact:
    """`subject` is what the number belongs to (`Ann`, `together`, `3 * v`), `lead` the words before the number.

    `left operator right` is how it follows, from facts and numbers; without an operator a sentence says it. `said` is
    the sentence where a rephrasing copies it (linear equations), and empty where another fact's holds it.
    """

    __slots__ = ('subject', 'lead', 'left', 'operator', 'right', 'value', 'said')

    def __init__(self, subject, lead, value, left=None, operator=None, right=None, said=None):
        self.subject, self.lead, self.value, self.said = subject, lead, value, said
        self.left, self.operator, self.right = left, operator, right

    def operands(self):
        return (self.left, self.right) if self.operator else ()

    def formula(self):
        """How it follows, in names: `Ann + 5` as three texts. None where a sentence says it, where it follows from numbers
        alone, or from something without a name of its own (`3 * v`)."""
        facts = [operand for operand in self.operands() if isinstance(operand, Fact)]
        if not facts or any(len(fact.subject) > 1 for fact in facts):
            return None
        return name_of(self.left), self.operator, name_of(self.right)


def operate(left, operator, right):
    """The result, or None where it is no number of the language."""
    return exact(left, operator, right, LARGEST)


def worked(subject, lead, left, operator, right, said=None):
    """The fact that follows from two others or numbers, or None where its value is no number of the language."""
    value = operate(value_of(left), operator, value_of(right))
    return None if value is None else Fact(subject, lead, value, left, operator, right, said)


def value_of(operand):
    return operand.value if isinstance(operand, Fact) else operand


def name_of(operand):
    return ' '.join(operand.subject) if isinstance(operand, Fact) else str(operand)


def believed_value(operand, believed):
    """The value of an operand, facts having the values in `believed`; None where there is none yet."""
    return believed.get(operand) if isinstance(operand, Fact) else operand


def needed(target):
    """All facts that `target` rests on, itself last, depth first in the order in which operands are read."""
    found, seen = [], set()

    def visit(fact):
        if fact not in seen:
            seen.add(fact)
            for operand in fact.operands():
                if isinstance(operand, Fact):
                    visit(operand)
            found.append(fact)

    visit(target)
    return found


def rephrased(chain):
    """The facts of a chain as equations, separated by commas, then the target: `Ann = 7 , Bob = Ann + 5 , Bob ?`."""
    texts = []
    for fact in chain:
        if fact.said is None:
            texts += [*fact.subject, '=']
            if fact.operator:
                texts += [*name_of(fact.left).split(), fact.operator, *name_of(fact.right).split(), ',']
            else:
                texts += [str(fact.value), ',']
        elif fact.said:
            texts += [*fact.said, ',']
    return [*texts, *chain[-1].subject, '?']
