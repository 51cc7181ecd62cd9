"""Targets and heads of the value comparison, traces for verifier models, and forced waits on a tiny model."""

import random
import tempfile
import unittest

try:
    import torch
except ImportError:
    torch = None
else:
    from training.model import checkpoint
    from training.model.transformer import Model
    from training.data.rollouts import sample_groups
    from training.value import targets
    from training.value import verifier_traces as traces
    from training.value.collect import Judged, collect, step_texts
    from training.value.head import fit, fit_temporal_difference, fit_to_preferences, values
    from training.evaluation.budget_forcing import THINKING_TOKENS, Forcing

from training.families import FAMILIES
from training.families.countdown.problems import TrainingProblems
from training.families.countdown.tokens import VOCABULARY
from training.traces.trace import Trace


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

    def judged(self, steps, hits, problem=0):
        return Judged(torch.zeros(len(hits), 4), [1.0] * len(hits), hits, hits[-1] == 1.0, problem, tuple(steps))

    def pairs(self, traces, margin=0.5):
        return [(a.steps[:i + 1], b.steps[:j + 1]) for (a, i), (b, j) in targets.preferences(traces, margin)]

    def test_preferences_are_between_steps_after_the_same_beginning(self):
        better = self.judged(['a', 'b', 'end'], [0.75, 1.0, 0.0])
        worse = self.judged(['a', 'c', 'end'], [0.75, 0.25, 0.0])
        # The same step, as bad, after another beginning: no pair.
        elsewhere = self.judged(['z', 'c', 'end'], [0.75, 0.0, 0.0])
        other = self.judged(['a', 'd', 'end'], [0.75, 0.0, 0.0], problem=1)
        self.assertEqual(self.pairs([worse, better, elsewhere, other]), [(('a', 'b'), ('a', 'c'))])
        self.assertEqual(self.pairs([worse, better], margin=0.8), [])

    def test_preferences_judge_a_step_by_all_traces_that_take_it(self):
        traces = [self.judged(['a', 'end'], [share, 0.0]) for share in (1.0, 0.5)] + [self.judged(['b', 'end'], [0.25, 0.0])]
        self.assertEqual(self.pairs(traces, 0.5), [(('a',), ('b',))])
        self.assertEqual(self.pairs(traces, 0.6), [])

    def test_preferences_are_between_the_two_best_and_the_two_worst(self):
        traces = [self.judged([name, 'end'], [share, 0.0]) for name, share in zip('abcde', (0.0, 0.1, 0.5, 0.9, 1.0))]
        self.assertEqual(self.pairs(traces, 0.3), [(('d',), ('a',)), (('d',), ('b',)), (('e',), ('a',)), (('e',), ('b',))])

    def test_preferences_of_whole_traces_are_between_right_and_wrong_ones_of_a_problem(self):
        right = [self.judged([name, 'end'], [share, 1.0]) for name, share in zip('abc', (0.5, 0.6, 0.7))]
        wrong = self.judged(['d', 'end'], [0.6, 0.0])
        self.assertEqual(self.pairs([*right, wrong]), [(('b', 'end'), ('d', 'end')), (('c', 'end'), ('d', 'end'))])
        self.assertEqual(self.pairs([right[0], self.judged(['d', 'end'], [0.6, 0.0], problem=1)]), [])

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
        shares = [(0, 0, 0.9), (0, 1, 0.2), (1, 2, 0.6), (1, 1, 0.0)]
        traces = [Judged(torch.eye(3)[[row, 0]], [1, 0], [share, 0.0], False, problem, (str(row), 'end')) for problem, row, share in shares]
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
            judged = collect(tiny_model(), FAMILIES['countdown'], {'traces': 4, 'rollouts': 2, 'temperature': 1.0}, seed=3)
        for trace in judged:
            self.assertEqual((len(trace.exact), len(trace.features)), (len(trace.hits), len(trace.hits)))
            self.assertEqual(len(trace.steps), len(trace.hits))
            self.assertFalse(trace.right)

    def test_steps_are_the_texts_between_their_ends(self):
        trace = Trace(VOCABULARY)
        trace.add('<bos>', '24', ':', '1', '+', '2', ']', '3', '</think>', '<eos>')
        self.assertEqual(step_texts(trace, ['<bos>', '24', ':'], [6, 8, 9]), ('1 + 2 ]', '3 </think>', '<eos>'))

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
        forcing = Forcing(tiny_model(), FAMILIES['countdown'], 1.0)
        for thought in forcing.think(asked, 'high', 2):
            self.assertLessEqual(len(thought), THINKING_TOKENS)
            self.assertFalse({'</think>', '<eos>'} & set(thought))
            self.assertTrue(thought.count('Wait') >= 2 or len(thought) == THINKING_TOKENS)
        self.assertEqual(forcing.right(asked, 'high', [[] for _ in asked]), [False] * 6)


if __name__ == '__main__':
    unittest.main()
