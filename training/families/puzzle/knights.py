"""Knights, who always tell the truth, and knaves, who always lie.

Sets of assignments are numbers: bit `a` stands for the assignment in which person `i` is a knight where bit `i` of `a`
is set. What a statement allows is such a set, and so is what is known of the people.
"""

import functools

from training.families.puzzle.problem import Problem
from training.families.puzzle.tokens import NAMES

QUESTION = ['Who', 'is', 'a', 'knight', '?']
FORMS = {  # words between speaker and end, and what is said of the two spoken of
    'knight': ('{b} is a knight', lambda b, c: b),
    'knave': ('{b} is a knave', lambda b, c: not b),
    'same': ('{b} and {c} are the same', lambda b, c: b == c),
    'different': ('{b} and {c} are different', lambda b, c: b != c),
    'both': ('{b} and {c} are both knights', lambda b, c: b and c),
    'or': ('{b} or {c} is a knight', lambda b, c: b or c),
}
SHORT, LONG = ['knight', 'knave'], ['same', 'different', 'both', 'or']


@functools.lru_cache(None)
def allowed(count, form, speaker, first, second):
    """The assignments of `count` people in which this statement comes from a knight and is true, or from a knave and is false."""
    says, found = FORMS[form][1], 0
    for a in range(1 << count):
        if bool(a >> speaker & 1) == bool(says(a >> first & 1, a >> second & 1)):
            found |= 1 << a
    return found


@functools.lru_cache(None)
def knight_sets(count):
    """For each person the assignments in which they are a knight."""
    return [sum(1 << a for a in range(1 << count) if a >> i & 1) for i in range(count)]


class Island:
    """The people of a problem, in alphabetical order, what each statement allows, as `(speaker, set)`, and whom it is `about`."""

    __slots__ = ('people', 'statements', 'sentences', 'about', 'everything', 'knights', 'solution')

    def __init__(self, people, statements, sentences):
        self.people, self.statements, self.sentences = people, statements, sentences
        self.about = [{people.index(word) for word in sentence if word in people} for sentence in sentences]
        self.everything, self.knights = (1 << (1 << len(people))) - 1, knight_sets(len(people))
        self.solution = self.everything
        for _, allows in statements:
            self.solution &= allows

    def learn(self, known, person, knight):
        """What is known once the person is known to be a knight, or a knave."""
        return known & self.knights[person] if knight else known & ~self.knights[person]

    def is_knight(self, known, person):
        """True, False, or None where it is not known."""
        if known & self.knights[person] == 0:
            return False
        return True if known & ~self.knights[person] == 0 else None

    def verdict(self, known, allows):
        """What a statement says beside what is known: 'clash', all `(person, knight)` that it forces, 'ok' where it is so in
        any case, or 'open' where it decides nothing yet."""
        left = known & allows
        if not left:
            return 'clash'
        forced = []
        for i, knights in enumerate(self.knights):
            if self.is_knight(known, i) is None and (left & knights == 0 or left & ~knights == 0):
                forced.append((i, left & knights != 0))
        return forced or ('ok' if left == known else 'open')

    def consequences(self, known, statements=None):
        """All `(person, knight)` that one statement alone forces, given what is known."""
        verdicts = [self.verdict(known, allows) for _, allows in (self.statements if statements is None else statements)]
        return [one for verdict in verdicts if isinstance(verdict, list) for one in verdict]

    def decided(self, known, statements=None):
        """Follows the statements (by default all) to their end: 'clash', 'fits', or None where they leave somebody undecided."""
        statements = self.statements if statements is None else statements
        while all(known & allows for _, allows in statements):
            found = self.consequences(known, statements)
            if not found:
                return None if known & (known - 1) else 'fits'
            known = self.learn(known, *found[0])
        return 'clash'

    def names(self, known):
        """The answer where everybody is known."""
        return [name for i, name in enumerate(self.people) if self.is_knight(known, i)] or ['nobody']


def draw_statement(rng, count, solution, speaker, silent=()):
    """`(form, speaker, first, second)` as the speaker may say it in the assignment `solution`; it names somebody silent if it can."""
    others = [i for i in range(count) if i != speaker]
    while True:
        form = rng.choice(SHORT if rng.random() < 0.45 else LONG)
        first, second = rng.sample(others, 2)
        if silent and silent[0] in others:
            first, second = silent[0], rng.choice([i for i in others if i != silent[0]])
            if rng.random() < 0.5 and form in LONG:
                first, second = second, first
        second = first if form in SHORT else second
        if allowed(count, form, speaker, first, second) >> solution & 1:
            return form, speaker, first, second


def _statements(rng, count):
    """Statements that hold together: everybody speaks, or one is only spoken of; sometimes somebody speaks twice."""
    solution = rng.randrange(1 << count)
    speakers = rng.sample(range(count), count)
    silent = [speakers.pop()] if rng.random() < 0.2 else []
    if rng.random() < 0.5:
        speakers.append(rng.choice(speakers))
    return list({draw_statement(rng, count, solution, speaker, silent): None for speaker in speakers})


def draw(rng, count):
    """A problem of `count` people in which one supposition about anybody decides everything."""
    while True:
        drawn = _statements(rng, count)
        statements = [(one[1], allowed(count, *one)) for one in drawn]
        solutions = -1
        for _, allows in statements:
            solutions &= allows
        if solutions & (solutions - 1) or len({i for one in drawn for i in one[1:]}) < count:
            continue
        people = sorted(rng.sample(NAMES, count))
        island = Island(people, statements, [_sentence(people, *one) for one in drawn])
        if all(island.decided(island.learn(island.everything, i, knight)) for i in range(count) for knight in (True, False)):
            text = [word for sentence in island.sentences for word in [*sentence, '.']] + QUESTION
            return Problem('knights', text, island.names(island.solution), island=island, steps=count + 1)


def _sentence(people, form, speaker, first, second):
    return [people[speaker], 'says', *FORMS[form][0].format(b=people[first], c=people[second]).split()]
