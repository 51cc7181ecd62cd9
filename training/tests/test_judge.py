"""Which steps the judge is measured on, in both families that learn to judge, and which models are refused."""

import os
import tempfile
import unittest
from unittest import mock

try:
    import torch
except ImportError:
    torch = None
else:
    from training.model import checkpoint
    from training.commands.judge import main
    from training.evaluation.judge import held_out, measure, steps
    from training.model.transformer import Model

from training.families import FAMILIES
from training.families.arithmetic.tokens import VOCABULARY as ARITHMETIC
from training.families.countdown.tokens import VOCABULARY as COUNTDOWN
from training.families.puzzle.tokens import VOCABULARY as PUZZLES
from training.tests.puzzle_examples import story

PUZZLE = FAMILIES['puzzle']


def tiny_model(words):
    torch.manual_seed(1)
    return Model(words, width=16, layers=1, heads=2, feedForward=32).eval()


@unittest.skipIf(torch is None, 'needs PyTorch')
class Judge(unittest.TestCase):
    def setUp(self):
        torch.set_num_threads(1)

    def test_a_puzzle_step_is_judged_alone_and_the_value_head_on_all(self):
        texts = 'Ann has 7 ; Bob has 7 + 5 = 13 ; Ann has 11 ; </think> 19 <eos>'.split()
        found = steps(PUZZLE, story(), PUZZLE.prompt(story(), 'low'), texts)
        self.assertEqual(found, [(3, True, True), (11, False, False), (15, True, False)])

    def test_countdown_steps_are_judged_by_what_can_still_be_reached(self):
        problem = ((2, 12), 24)
        texts = '2 * 12 = 24 </think> 2 * 12 <eos>'.split()
        found = steps(FAMILIES['countdown'], problem, '<bos> 24 : 2 12 <low> <think>'.split(), texts)
        self.assertEqual([(yes, right) for _, yes, right in found], [(True, True)] * len(found))
        self.assertLess(found[-1][0], texts.index('</think>'))

    def test_puzzles_of_every_kind_are_measured(self):
        self.assertEqual([problem.kind for problem in held_out(PUZZLE, 4)], ['story', 'equations', 'knights', 'story'])
        found = measure(tiny_model(len(PUZZLES)), PUZZLE, held_out(PUZZLE, 2), 2)
        (by_judge, _), (by_value, _) = found['judge'], found['value head']
        self.assertEqual(len(by_judge), len(by_value))

    def test_a_model_that_cannot_judge_is_refused_in_a_sentence(self):
        for family, words in (('arithmetic', len(ARITHMETIC)), ('countdown', len(COUNTDOWN) - 3)):
            with self.subTest(family), tempfile.TemporaryDirectory() as folder:
                path = os.path.join(folder, 'final.pt')
                checkpoint.save(path, tiny_model(words), family=family)
                with mock.patch('sys.argv', ['judge', path]):
                    self.assertRaisesRegex(SystemExit, 'countdown .* and puzzle .* can judge', main)


if __name__ == '__main__':
    unittest.main()
