"""Targets and heads of the value comparison, traces for verifier models, and forced waits on a tiny model."""

import random
import tempfile
import unittest

try:
    import torch
    from training import checkpoint
    from training.model import Model
    from training.rollouts import sample_groups
    from training.value import targets, traces
    from training.value.collect import Judged, collect
    from training.value.head import fit, fit_temporal_difference, fit_to_preferences, values
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

    def test_preferences_are_between_the_same_steps_of_one_problem(self):
        better = Judged(torch.zeros(2, 4), [1.0, 1.0], [0.75, 1.0], True, problem=0)
        worse = Judged(torch.zeros(2, 4), [1.0, 0.0], [0.5, 0.0], False, problem=0)
        other = Judged(torch.zeros(2, 4), [0.0, 0.0], [0.0, 0.0], False, problem=1)
        self.assertEqual([(a is better, i, b is worse, j) for (a, i), (b, j) in
                          targets.preferences([worse, better, other], 0.5)], [(True, 1, True, 1)])
        self.assertEqual(len(targets.preferences([worse, better, other], 0.25)), 2)

    def test_temporal_difference_looks_one_step_ahead(self):
        self.assertEqual(targets.temporal_difference(self.trace, [0.9, 0.6, 0.5], 0.5), [(0, 0.3), (1, 0.25), (2, 0.0)])


@unittest.skipIf(torch is None, 'needs PyTorch')
class Heads(unittest.TestCase):
    def test_fit_finds_the_chances(self):
        features = torch.eye(3).repeat(4, 1)
        head = fit(features, torch.tensor([0.2, 0.5, 0.9] * 4))
        for value, chance in zip(values(head, torch.eye(3)), (0.2, 0.5, 0.9)):
            self.assertAlmostEqual(value, chance, delta=0.03)

    def test_preferences_rank(self):
        traces = [Judged(torch.eye(3)[[row]], [1], [share], share > 0.5, problem=row // 2)
                  for row, share in enumerate((0.9, 0.2, 0.6))]
        traces.append(Judged(torch.eye(3)[[1]], [0], [0.0], False, problem=1))
        first, second, third = values(fit_to_preferences(traces, 0.3), torch.eye(3))
        self.assertTrue(first > second < third)

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

    def test_each_problem_has_its_own_samples(self):
        config = {'family': 'countdown', 'draw': {}, 'efforts': ['low', 'high'], 'temperature': 1.0}
        groups = sample_groups(tiny_model(), config, 3, 2, random.Random(1), torch.Generator().manual_seed(1))
        self.assertEqual([len(samples) for _, _, samples in groups], [2, 2, 2])
        for (numbers, target), prompt, _ in groups:
            self.assertEqual(prompt[1:-2], [str(target), ':', *map(str, numbers)])

    def test_traces_for_verifier_models_have_an_end(self):
        config = {'family': 'countdown', 'seed': 1, 'from': 'start.pt', 'draw': {}, 'efforts': ['low'], 'problems': 1,
                  'samples': 2, 'temperature': 1.0}
        with tempfile.TemporaryDirectory() as runs:
            checkpoint.save(f'{runs}/start.pt', tiny_model())
            found = traces.collect(config, runs)
        self.assertTrue(0 < len(found) <= 2 * traces.BATCH)
        self.assertEqual({trace.texts()[-1] for trace in found}, {'<eos>'})

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
