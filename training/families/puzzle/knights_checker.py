"""The rule checker of knights and knaves: is every line of the present attempt sound?

The rules are those of the page's verifier (`src/verifiers/puzzle-knights.ts`).
"""

from training.families.puzzle.tokens import ANSWER, QUESTION, REPHRASED
from training.traces.vocabulary import WAIT

IS_KNIGHT = {'knight': True, 'knave': False}


class KnightsChecker:
    """`step` takes one line after the other. An unsound one makes its attempt unsound; `Wait` begins another."""

    def __init__(self, problem):
        self.island = problem.island
        self._begin()

    def _begin(self):
        self.known, self.last_right, self.clashed, self.fitted = self.island.everything, True, False, False

    def step(self, texts):
        """Takes one line, without its `STEP_END`. True if everything in the present attempt is sound."""
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
        if texts[:1] == ['suppose']:
            return self._tell(texts[1:], None)
        if ',' not in texts:
            return self._tell(texts, island.consequences(self.known))
        comma = texts.index(',')
        if texts[:comma] not in island.sentences:
            return False
        verdict = island.verdict(self.known, island.statements[island.sentences.index(texts[:comma])][1])
        said = texts[comma + 1:]
        if said in (['clash'], ['ok'], ['open']):
            self.clashed = said == ['clash']
            return said == [verdict]
        return self._tell(said, verdict if isinstance(verdict, list) else [])

    def _tell(self, texts, allowed):
        """Takes down `Ann knight Bob knave`. Is each known already, or among what is `allowed` (all is where that is None)?"""
        island, names, statuses = self.island, texts[::2], texts[1::2]
        if not texts or len(texts) % 2 or not IS_KNIGHT.keys() >= set(statuses) or not set(island.people) >= set(names):
            return False
        sound = True
        for name, status in zip(names, statuses):
            person, knight = island.people.index(name), IS_KNIGHT[status]
            before = island.is_knight(self.known, person)
            if before is None:
                sound = sound and (allowed is None or (person, knight) in allowed)
                self.known = island.learn(self.known, person, knight)
            else:
                sound = sound and before == knight
        return sound
