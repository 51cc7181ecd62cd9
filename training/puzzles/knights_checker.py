"""The rule checker of knights and knaves: is every line of the present attempt sound?

The rules are those of the page's verifier (`src/verifiers/puzzle-knights.ts`).
"""

from training.puzzles.tokens import ANSWER, QUESTION, REPHRASED
from training.vocabulary import WAIT

IS_KNIGHT = {'knight': True, 'knave': False}


class KnightsChecker:
    """`step` takes one line after the other. An unsound one makes its attempt unsound; `Wait` begins another."""

    def __init__(self, problem):
        self.island = problem.island
        self._begin()

    def _begin(self):
        self.known, self.last_right, self.clashed, self.fitted = self.island.everything, True, False, False

    def step(self, texts):
        """Takes one line, without its `;`. True if everything in the present attempt is sound."""
        while WAIT in texts:
            texts = texts[texts.index(WAIT) + 1:]
            self._begin()
        if texts and texts[0] not in (QUESTION, REPHRASED):
            line = texts[1:] if texts[0] == ANSWER else texts
            self.last_right = self.last_right and not self.clashed and self._take(line)
        return self.last_right

    def steps_left(self):
        """0 after a fit, 1 before it where everybody is known and all is well, else 2 (or more)."""
        if self.fitted:
            return 0
        return 1 if self.known == self.island.solution and not self.clashed else 2

    def _take(self, texts):
        """Is the line sound, given what is known?"""
        island = self.island
        if texts == ['fits']:
            self.fitted = self.known == island.solution
            return self.fitted
        if len(texts) == 2 and texts[0] == 'clash' and texts[1] in island.people:
            self.clashed = True
            return island.people.index(texts[1]) in island.clashes(self.known)
        supposed = texts[:1] == ['suppose']
        texts = texts[1:] if supposed else texts
        if len(texts) != 2 or texts[0] not in island.people or texts[1] not in IS_KNIGHT:
            return False
        person, knight = island.people.index(texts[0]), IS_KNIGHT[texts[1]]
        before = island.is_knight(self.known, person)
        if before is not None:
            return before == knight
        sound = supposed or (person, knight) in island.consequences(self.known)
        self.known = island.told(self.known, person, knight)
        return sound
