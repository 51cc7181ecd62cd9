"""Tests of the puzzle family's rule checkers."""

import random
import unittest

from training.families.puzzle.checker import label_rollout, read_answer
from training.families.puzzle.tokens import QUESTION, REPHRASED, prompt_texts
from training.tests.puzzle_examples import equations, knights, story
from training.traces.trace import NO_LABEL
from training.traces.vocabulary import END_THINK, EOS


def labels(problem, written):
    """Labels of what is written after a low prompt, at each place that has one."""
    texts = [REPHRASED if text == 'REPHRASED' else text for text in written.replace(REPHRASED, 'REPHRASED').split()]
    found = label_rollout(problem, prompt_texts(problem.text, 'low'), texts).labels
    return [int(label) for label in found if label != NO_LABEL]


class Labels(unittest.TestCase):
    def test_stories(self):
        right = 'Ann has 7 ; Bob has 7 + 5 = 12 ; Bob has 8 ; Ann has 11 ; together 8 + 11 = 19 ;'
        self.assertEqual(labels(story(), f'{right} </think> 19 <eos>'), [1] * 7)
        self.assertEqual(labels(story(), f'{right} </think> 18 <eos>'), [1] * 5 + [0, 0])
        self.assertEqual(labels(story(), 'Ann has 7 ; Bob has 7 + 5 = 13 ; Bob has 9 ;'), [1, 0, 0])
        self.assertEqual(labels(story(), 'Ann has 8 ; Bob has 13 ; Wait Ann has 7 fix ; Bob has 7 + 5 = 12 ;'), [0, 0, 1, 1])
        self.assertEqual(labels(story(), 'Ann has 7 ; Bob has 12 ; Wait Bob has 7 + 5 = 12 ok ;'), [1] * 3)
        self.assertEqual(labels(story(), 'Ann has 7 ; Bob has 13 ; Wait Bob has 7 + 5 = 12 ok ;'), [1, 0, 0])
        self.assertEqual(labels(story(), 'Ann has 7 ; Cid has 4 ; Bob has 12 ; Wait Ann has 7 ok ;'), [1, 0, 0, 1])

    def test_equations_in_another_order(self):
        self.assertEqual(labels(equations(), 'u = 10 ; w = 2 * 10 = 20 ; 3 * v = 20 + 4 = 24 ; v = 8 ;'), [1] * 4)
        self.assertEqual(labels(equations(), 'u = 10 ; z = 9 ;'), [1, 0])
        self.assertEqual(labels(equations(), 'w = 20 ; u = 10 ; 3 * v = 20 - 4 = 16 ;'), [1, 1, 0])

    def test_knights(self):
        self.assertEqual(labels(knights(), 'suppose Ann knave ; Bob knight ; Cid knave ; fits ; </think> Bob <eos>'), [1] * 6)
        self.assertEqual(labels(knights(), 'suppose Ann knave ; Cid knight ; '
                                'Cid says Ann is a knight , clash ; Wait suppose Bob knight ;'), [1, 0, 0, 1])
        self.assertEqual(labels(knights(), 'suppose Ann knight ; Bob knave ; Cid knave ; '
                                'Cid says Ann is a knight , clash ; Bob knave ;'), [1, 1, 1, 1, 0])
        self.assertEqual(labels(knights(), 'suppose Ann knave ; Bob knight ; fits ;'), [1, 1, 0])

    def test_lines_of_knights_that_quote(self):
        suppose = 'suppose Ann knave ;'
        for line, right in (('Ann says Bob is a knave , Bob knight', 1), ('Ann says Bob is a knave , Bob knave', 0),
                            ('Ann says Bob is a knave , Cid knave', 0), ('Ann says Bob is a knight , Bob knight', 0),
                            ('Cid says Ann is a knight , Cid knave', 1), ('Cid says Ann is a knight , ok', 0),
                            ('Bob says Ann and Cid are the same , open', 1), ('Ann says Bob is a knave , open', 0),
                            ('Bob says Ann and Cid are the same , ok', 0), ('Bob says Ann and Cid are the same , clash', 0)):
            self.assertEqual(labels(knights(), f'{suppose} {line} ;'), [1, right], line)
        told = f'{suppose} Ann says Bob is a knave , Bob knight ; Cid says Ann is a knight , Cid knave ;'
        self.assertEqual(labels(knights(), f'{told} Bob says Ann and Cid are the same , ok ; fits ;'), [1] * 5)

    def test_formulas_and_plans(self):
        self.assertEqual(labels(story(), 'Ann has 7 ; Bob has Ann + 5 = 7 + 5 = 12 ; Bob has Bob - 4 = 8 ; Ann has 4 + Ann ;'),
                         [1] * 4)
        self.assertEqual(labels(story(), 'Ann has 7 ; Bob has Cid + 5 = 7 + 5 = 12 ;'), [1, 0])
        self.assertEqual(labels(equations(), '3 * v = w + 4 ; w = u * 2 ; u = 10 ; w = 10 * 2 = 20 ;'), [1] * 4)
        self.assertEqual(labels(equations(), 'w = u + 2 ; u = 10 ; w = u * 2 = 10 * 2 = 20 ;'), [0, 0, 1])
        self.assertEqual(labels(equations(), 'w = u * 2 = u * 2 = 20 ;'), [0])

    def test_skills_claim_nothing(self):
        self.assertEqual(labels(story(), f'{REPHRASED} Ann = 7 , Ann ? ; {QUESTION} Ann ? ; Answer: Ann has 7 ;'), [1] * 3)

    def test_answers(self):
        self.assertEqual(read_answer(['x', END_THINK, 'Ann', 'Bob', EOS]), 'Ann Bob')
        self.assertEqual(read_answer(['nobody', EOS]), 'nobody')
        self.assertIsNone(read_answer(['12', '13', EOS]))
        self.assertIsNone(read_answer([EOS]))

    def test_anything_written_gets_labels(self):
        rng = random.Random(13)
        words = ['Ann', 'Bob', 'has', '7', '12', '+', '=', ';', ';', ';', 'Wait', 'ok', 'fix', 'suppose', 'knight', 'knave',
                 'clash', 'fits', 'u', 'w', QUESTION, REPHRASED, 'Answer:', '?', END_THINK, EOS]
        for _ in range(1500):
            written = rng.choices(words, k=rng.randint(0, 14))
            label_rollout(rng.choice((story, equations, knights))(), prompt_texts([], 'low'), written)


if __name__ == '__main__':
    unittest.main()
