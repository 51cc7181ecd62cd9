"""The base model's corpus, and which products it may know."""

import random
import unittest

from training.families.arithmetic import problems
from training.families.arithmetic.corpus import Corpus
from training.families.arithmetic.tokens import to_formula
from training.traces.vocabulary import END_THINK, HIGH, LOW, NONE, THINK, WAIT


class CorpusDocuments(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        rng, corpus = random.Random(3), Corpus()
        cls.documents = [corpus.sample(rng).texts() for _ in range(6000)]
        cls.open = [texts for texts in cls.documents if (LOW in texts or HIGH in texts)]

    def share(self, wanted, texts):
        return sum(map(wanted, texts)) / len(texts)

    def test_most_answer_at_once_some_think_few_doubt(self):
        self.assertAlmostEqual(self.share(lambda texts: texts[texts.index(THINK) + 1] == END_THINK, self.open), 0.83, delta=0.03)
        self.assertAlmostEqual(self.share(lambda texts: WAIT in texts, self.open), 0.05, delta=0.015)

    def test_the_effort_asked_for_says_nothing(self):
        for effort in (LOW, HIGH):
            asked = [texts for texts in self.open if effort in texts]
            self.assertAlmostEqual(len(asked) / len(self.open), 0.5, delta=0.03)
            self.assertAlmostEqual(self.share(lambda texts: WAIT in texts, asked), 0.05, delta=0.02)

    def test_it_shows_no_held_out_product_and_none_of_reinforcement_learning(self):
        kept = {f'{left}*{right}' for left, right in problems.PAIRS['reinforcement'] + problems.HELD_OUT_PAIRS}
        for texts in self.documents:
            if NONE in texts or LOW in texts or HIGH in texts:
                asked = to_formula(texts[1:next(i for i, text in enumerate(texts) if text in (NONE, LOW, HIGH))])
                self.assertFalse(kept & set(asked.replace('-', '+').split('+')))


class Pairs(unittest.TestCase):
    def test_corpus_reinforcement_and_held_out_are_apart(self):
        parts = [set(problems.PAIRS['corpus']), set(problems.PAIRS['reinforcement']), set(problems.HELD_OUT_PAIRS)]
        self.assertEqual(parts[0] | parts[1], set(problems.TRAINING_PAIRS))
        self.assertEqual(sum(map(len, parts)), len(set.union(*parts)))
