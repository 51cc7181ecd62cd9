"""The rule checker of stories and equations: follows a thought step by step, keeping what it believes, right or wrong.

The rules are those of the page's verifier (`src/verifiers/puzzle-chain.ts`).
"""

from training.families.puzzle.fact import OPERATORS, believed_value, name_of, operate, value_of
from training.families.puzzle.tokens import ANSWER, QUESTION, REPHRASED
from training.traces.vocabulary import WAIT


class ChainChecker:
    """`step` takes one step after the other. `Wait` begins a check.

    What a check finds is believed from then on. If that is a new value, all later steps are forgotten until they are
    written again. `last_right` is the verdict on the last step alone.
    """

    def __init__(self, problem):
        self.chain = problem.chain
        self.believed, self.flaws = {}, set()
        self.stray, self.unchecked, self.checking = False, 0, False
        self.last_right = True

    def step(self, texts):
        """Takes one step, without its `STEP_END`. True if all that is believed after it is right."""
        while WAIT in texts:
            self._take(texts[:texts.index(WAIT)])
            texts = texts[texts.index(WAIT) + 1:]
            self.checking, self.stray = True, False
        self._take(texts)
        return not self.stray and not self.flaws

    def steps_left(self):
        """Facts that have no value yet."""
        return len(self.chain) - len(self.believed)

    def _take(self, texts):
        if not texts or texts[0] in (QUESTION, REPHRASED):
            return
        texts = texts[1:] if texts[0] == ANSWER else texts
        verdict = texts[-1] if texts and texts[-1] in ('ok', 'fix') else None
        found = self._find(texts[:-1] if verdict else texts)
        if found is None:
            self.stray, self.last_right = True, False
            return
        index, formula, working, result = found
        fact = self.chain[index]
        named = formula is None or is_working(formula, fact, name_of)
        if result is None:
            self.last_right = named
        else:
            self.last_right = self._settle(index, working, result, verdict) and named
        if not named:
            self.flaws.add(fact)
        if self.checking and result is not None:
            self.unchecked, self.checking = (index + 1) % len(self.chain), False

    def _find(self, texts):
        """`(index of the fact that a step states, *what read_body finds)`, or None where it states none.

        Several facts may have the step's subject. Outside a check it is the first of them without a value, else the last.
        In a check it is one that the step is true of, else the next in turn.
        """
        found = []
        for index, fact in enumerate(self.chain):
            body = read_body(texts[len(fact.lead):]) if tuple(texts[:len(fact.lead)]) == fact.lead else None
            if body:
                found.append((index, *body))
        if not self.checking:
            return next((one for one in found if self.chain[one[0]] not in self.believed), found[-1] if found else None)
        later = [one for one in found if one[0] >= self.unchecked]
        in_turn = later + found[:len(found) - len(later)]
        true = (one for one in in_turn if self._is_true(self.chain[one[0]], *one[2:]))
        return next(true, None) or next(iter(in_turn), None)

    def _settle(self, index, working, result, verdict):
        """Records what a step says about a fact. Is it right?"""
        fact = self.chain[index]
        before = self.believed.get(fact, result)
        if before != result and verdict == 'ok':
            self.flaws.add(fact)
            return False
        for later in self.chain[index:] if before != result else ():
            self.believed.pop(later, None)
            self.flaws.discard(later)
        right = result == fact.value and (working is None or self._follows(fact, working, result))
        self.believed[fact] = result
        (self.flaws.discard if right else self.flaws.add)(fact)
        return right and all(operand not in self.flaws for operand in fact.operands() if working)

    def _is_true(self, fact, working, result):
        return result == fact.value and (working is None or is_working(working, fact, value_of))

    def _follows(self, fact, working, result):
        """Is the working the fact's, with the values believed, and true?"""
        own = is_working(working, fact, lambda operand: believed_value(operand, self.believed))
        return own and operate(*working) == result


def is_working(working, fact, value):
    """Is `working` the fact's own, with `value` giving the number or the name of each operand? `+` and `*` may be swapped."""
    left, operator, right = working
    own = tuple(map(value, fact.operands()))
    return operator == fact.operator and (own == (left, right) or operator in '+*' and own == (right, left))


def read_body(texts):
    """`(formula or None, working or None, result or None)` of `12`, `7 + 5 = 12`, `Ann + 5 = 7 + 5 = 12`, `Ann + 5 = 12` or
    `Ann + 5`, or None."""
    parts = ' '.join(texts).split(' = ')
    result = int(parts.pop()) if parts[-1].isdigit() else None
    terms = [part.split() for part in parts]
    if any(len(part) != 3 or part[1] not in OPERATORS or not (part[0] + part[2]).isalnum() for part in terms):
        return None
    worked = terms.pop() if terms and terms[-1][0].isdigit() and terms[-1][2].isdigit() else None
    formula = terms.pop() if terms else None
    if terms or (worked and result is None) or not (formula or worked or result is not None):
        return None
    return formula and tuple(formula), worked and (int(worked[0]), worked[1], int(worked[2])), result
