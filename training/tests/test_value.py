"""Targets and heads of the value comparison, and forced waits on a tiny model."""

import random
import unittest

try:
    import torch
    from training.model import Model
    from training.value import targets
    from training.value.collect import Judged, collect
    from training.value.head import fit, fit_temporal_difference, values
    from training.waits import THINKING_TOKENS, Forcing
except ImportError:
    torch = None

from training.countdown.problems import TrainingProblems
from training.countdown.tokens import VOCABULARY


def tiny_model():
    torch.manual_seed(1)
    return Model(len(VOCABULARY), width=16, layers=1, heads=2, feedForward=32).eval()


@unittest.skipIf(torch is None, 'needs PyTorch')
class Targets(unittest.TestCase):
    def setUp(self):
        self.trace = Judged(torch.zeros(3, 4), [1.0, 1.0, 0.0], [0.5, 0.25, 0.0], False)

    def test_labels(self):
        self.assertEqual(targets.exact(self.trace), [(0, 1.0), (1, 1.0), (2, 0.0)])
        self.assertEqual(targets.soft(self.trace), [(0, 0.5), (1, 0.25), (2, 0.0)])
        self.assertEqual(targets.hard(self.trace), [(0, 1.0), (1, 1.0), (2, 0.0)])
        self.assertEqual(targets.outcome(self.trace), [(2, 0.0)])
        self.assertEqual(targets.spread_outcome(self.trace), [(0, 0.0), (1, 0.0), (2, 0.0)])

    def test_temporal_difference_looks_one_step_ahead(self):
        self.assertEqual(targets.temporal_difference(self.trace, [0.9, 0.6, 0.5], 0.5), [(0, 0.3), (1, 0.25), (2, 0.0)])


@unittest.skipIf(torch is None, 'needs PyTorch')
class Heads(unittest.TestCase):
    def test_fit_finds_the_chances(self):
        features = torch.eye(3).repeat(4, 1)
        head = fit(features, torch.tensor([0.2, 0.5, 0.9] * 4))
        for value, chance in zip(values(head, torch.eye(3)), (0.2, 0.5, 0.9)):
            self.assertAlmostEqual(value, chance, delta=0.03)

    def test_temporal_difference_carries_the_outcome_back(self):
        traces = [Judged(torch.eye(4)[[0, 1]], [1, 1], [1, 1], True), Judged(torch.eye(4)[[2, 3]], [0, 0], [0, 0], False)] * 5
        head = fit_temporal_difference(traces, 0.9, 6)
        good, end, bad, _ = values(head, torch.eye(4))
        self.assertTrue(bad < 0.2 < 0.7 < good < end)


@unittest.skipIf(torch is None, 'needs PyTorch')
class OnAModel(unittest.TestCase):
    def setUp(self):
        torch.set_num_threads(1)

    def test_collect_judges_every_end_of_a_step(self):
        with torch.no_grad():
            judged = collect(tiny_model(), 'countdown', {'traces': 4, 'rollouts': 2, 'temperature': 1.0}, seed=3)
        for trace in judged:
            self.assertEqual((len(trace.exact), len(trace.features)), (len(trace.hits), len(trace.hits)))
            self.assertFalse(trace.right)

    def test_forced_waits_stand_in_place_of_ends(self):
        rng, problems = random.Random(2), TrainingProblems()
        asked = [problems.draw(rng) for _ in range(6)]
        forcing = Forcing(tiny_model(), 'countdown', 1.0)
        for thought in forcing.think(asked, 'high', 2):
            self.assertLessEqual(len(thought), THINKING_TOKENS)
            self.assertFalse({'</think>', '<eos>'} & set(thought))
            self.assertTrue(thought.count('Wait') >= 2 or len(thought) == THINKING_TOKENS)
        self.assertEqual(forcing.right(asked, 'high', [[] for _ in asked]), [False] * 6)


if __name__ == '__main__':
    unittest.main()
