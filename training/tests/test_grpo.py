"""Reward, advantages, objective and a tiny run of reinforcement learning; the traces kept for imitation."""

import copy
import json
import os
import random
import tempfile
import unittest
from dataclasses import replace
from unittest import mock

try:
    import torch
except ImportError:
    torch = None
else:
    from training.model import checkpoint
    from training.rl.grpo import run as train
    from training.rl.grpo.batch import collate
    from training.rl.curve import curve, decimate, to_json
    from training.rl.grpo.objective import advantages, clipped_surrogate, k3
    from training.rl.grpo.rollout import Experience, gather
    from training.rl.grpo.update import Updater, hidden, log_chances
    from training.rl.reward import is_well_formed, judge
    from training.rl.rejection_sampling import by_value, sort_out
    from training.model.transformer import Model
    from training.data.written import WrittenTraces, write_traces

from training.families import FAMILIES
from training.families.arithmetic.tokens import VOCABULARY, prompt_texts, to_texts
from training.traces.vocabulary import BOS, END_THINK, EOS, WAIT

ARITHMETIC = FAMILIES['arithmetic']
TERMS = [('+', 47, 6)]
SHAPE = {'width': 16, 'layers': 2, 'heads': 2, 'feedForward': 32, 'context': 64}
CONFIG = {'name': 'tried', 'family': 'arithmetic', 'seed': 5, 'from': 'start/final.pt', 'draw': {'counts': [1, 0, 0]},
          'efforts': ['high'], 'steps': 4, 'problems': 2, 'group': 8, 'temperature': 1.0, 'formatReward': 0.1,
          'deviationFloor': 0.1, 'updates': 2, 'rate': 0.01, 'clip': 0.2, 'kl': 0.02, 'valueWeight': 0.3,
          'batchTokens': 512}


def trace(thought, answer):
    return [*to_texts(thought), END_THINK, *to_texts(answer), EOS]


@unittest.skipIf(torch is None, 'needs PyTorch')
class Reward(unittest.TestCase):
    def test_right_and_well_formed(self):
        self.assertEqual(judge(ARITHMETIC, TERMS, trace('47*6=282;', '282'), 0.1).reward, 1.1)
        self.assertEqual(judge(ARITHMETIC, TERMS, trace('', '282'), 0.1).thought, 0)

    def test_form_alone(self):
        found = judge(ARITHMETIC, TERMS, trace('47*6=292;', '292'), 0.1)
        self.assertEqual((found.reward, found.right), (0.1, False))

    def test_no_reward_without_form(self):
        for texts in (to_texts('282') + [EOS], trace('', '282')[:-1], trace('', ''), [*trace('', '282')[:-1], END_THINK, EOS],
                      [BOS, *trace('', '282')]):
            self.assertFalse(is_well_formed(texts))
            self.assertEqual(judge(ARITHMETIC, TERMS, texts, 0.1).reward, 0)

    def test_counts_reflection_words(self):
        texts = [*to_texts('47*6=292;'), WAIT, *to_texts('47*6=282'), 'fix', ';', END_THINK, *to_texts('282'), EOS]
        self.assertEqual(judge(ARITHMETIC, TERMS, texts, 0.1).waits, 1)


@unittest.skipIf(torch is None, 'needs PyTorch')
class Objective(unittest.TestCase):
    def test_advantages_use_the_biased_deviation(self):
        self.assertEqual(advantages([1, 1, 0, 0], 0.1), [1, 1, -1, -1])

    def test_the_floor_holds_back_small_differences(self):
        self.assertAlmostEqual(max(advantages([0.1] * 15 + [0.0], 0.1)), 0.0625)

    def test_nobody_has_an_advantage_where_all_got_the_same(self):
        for reward in (0.0, 0.1, 1.0, 1.1):
            for size in (1, 3, 8, 16):
                self.assertEqual(advantages([reward] * size, 0.1), [0.0] * size)

    def test_the_smallest_difference_is_an_advantage(self):
        gains = advantages([1.1] * 15 + [1.1 + 1e-9], 0.1)
        self.assertGreater(gains[-1], 0)
        self.assertTrue(all(gain < 0 for gain in gains[:-1]))

    def test_clipping_bounds_the_gain_but_not_the_loss(self):
        old, new = torch.zeros(2), torch.tensor([1.0, -1.0])
        self.assertTrue(torch.allclose(clipped_surrogate(new, old, torch.ones(2), 0.2), torch.tensor([1.2, 0.3679]), atol=1e-4))
        self.assertTrue(torch.allclose(clipped_surrogate(new, old, -torch.ones(2), 0.2), torch.tensor([-2.7183, -0.8]), atol=1e-4))

    def test_k3_is_unbiased_and_never_negative(self):
        p, q = torch.tensor([0.7, 0.2, 0.1]), torch.tensor([0.4, 0.4, 0.2])
        each = k3(p.log(), q.log())
        self.assertTrue((each >= 0).all())
        self.assertAlmostEqual((p * each).sum().item(), (p * (p / q).log()).sum().item(), places=5)


@unittest.skipIf(torch is None, 'needs PyTorch')
class Learning(unittest.TestCase):
    def setUp(self):
        torch.set_num_threads(1)
        self.runs = self.enterContext(tempfile.TemporaryDirectory())
        self.enterContext(mock.patch('builtins.print'))
        torch.manual_seed(0)
        model = Model(len(VOCABULARY), **SHAPE)
        for p in model.parameters():
            torch.nn.init.normal_(p, std=0.2)
        checkpoint.save(f'{self.runs}/start/final.pt', model, trained_tokens=7)

    def gathered(self):
        model, _ = checkpoint.load(f'{self.runs}/start/final.pt')
        groups, _ = gather(model, CONFIG, random.Random(1), torch.Generator().manual_seed(1))
        return model, groups

    def test_the_sampler_and_the_trainer_agree_on_what_was_drawn(self):
        model, groups = self.gathered()
        batch = collate([one for group in groups for one in group], VOCABULARY.pad)
        logs = log_chances(model.head(hidden(model, batch.ids)), batch.ids)
        self.assertTrue(torch.allclose(logs * batch.mask[:, 1:], batch.old_logs[:, 1:], atol=1e-4))

    def test_prompt_and_padding_are_masked(self):
        batch = collate([Experience([1, 2, 3, 4], 2, [-1.0, -2.0], [-1.0] * 4, 0.5),
                         Experience([1, 2, 3], 2, [-1.5], [-1.0] * 3, -0.5)], 0)
        self.assertEqual(batch.mask.tolist(), [[0, 0, 1, 1], [0, 0, 1, 0]])
        self.assertEqual(batch.advantage.tolist(), [[0, 0, 0.5, 0.5], [0, 0, -0.5, 0]])
        self.assertEqual(batch.old_logs.tolist(), [[0, 0, -1, -2], [0, 0, -1.5, 0]])

    def test_an_update_makes_the_rewarded_trace_likelier(self):
        model, groups = self.gathered()
        reference, _ = checkpoint.load(f'{self.runs}/start/final.pt')
        good, bad = (replace(groups[0][i], advantage=gain) for i, gain in ((0, 1.0), (1, -1.0)))
        Updater(model, reference, VOCABULARY.pad, {**CONFIG, 'updates': 1}).update([[good, bad]], random.Random(0), 1.0)
        batch = collate([good, bad], VOCABULARY.pad)
        with torch.no_grad():
            gain = (log_chances(model.head(hidden(model, batch.ids)), batch.ids) - batch.old_logs[:, 1:]) * batch.mask[:, 1:]
        self.assertGreater(gain[0].sum(), 0)
        self.assertLess(gain[1].sum(), 0)

    def test_groups_without_a_difference_change_nothing(self):
        model, groups = self.gathered()
        reference, _ = checkpoint.load(f'{self.runs}/start/final.pt')
        good, bad = (replace(groups[0][i], advantage=gain) for i, gain in ((0, 1.0), (1, -1.0)))
        even = [replace(one, advantage=gain) for one, gain in zip(groups[1], advantages([1.1] * len(groups[1]), 0.1))]
        with_them, without = copy.deepcopy(model), copy.deepcopy(model)
        for one, given in ((with_them, [[good, bad], even]), (without, [[good, bad]])):
            Updater(one, reference, VOCABULARY.pad, {**CONFIG, 'updates': 1}).update(given, random.Random(0), 1.0)
        for a, b, start in zip(with_them.parameters(), without.parameters(), model.parameters()):
            self.assertTrue(torch.equal(a, b))
        self.assertFalse(torch.equal(a, start))

    def test_a_stopped_run_goes_on_as_if_it_had_not_stopped(self):
        train.train(CONFIG, self.runs)
        through = self.lines()
        with mock.patch.object(train, 'SAVE_EVERY', -1), mock.patch.object(train.Run, 'advance', autospec=True,
                                                                           side_effect=self.stop_at(3, train.Run.advance)):
            self.assertRaises(KeyboardInterrupt, train.train, CONFIG, self.runs)
        train.train(CONFIG, self.runs, resume=True)
        self.assertEqual(through, self.lines())
        self.assertEqual(os.listdir(f'{self.runs}/tried').count('partial.pt'), 0)

    def lines(self):
        """The log without its timings."""
        with open(f'{self.runs}/tried/log.jsonl') as file:
            return [{key: value for key, value in json.loads(line).items() if key != 'seconds'} for line in file]

    @staticmethod
    def stop_at(step, advance):
        def run(self):
            if self.step == step:
                raise KeyboardInterrupt
            return advance(self)
        return run


@unittest.skipIf(torch is None, 'needs PyTorch')
class Kept(unittest.TestCase):
    def test_right_traces_are_imitated_and_one_wrong_one_is_not(self):
        prompt = prompt_texts(TERMS, 'high')
        right, wrong = trace('47*6=282;', '282'), trace('47*6=292;', '292')
        kept = sort_out(ARITHMETIC, TERMS, prompt, [right, wrong, right, trace('', '282'), wrong], keep=5)
        self.assertEqual([sum(one.weights) for one in kept], [len(right), 5, 0])
        self.assertEqual(kept[0].weights[:len(prompt)], [0.0] * len(prompt))
        self.assertEqual(kept[2].labels[-1], 0.0)

    def test_the_highest_value_at_the_end_of_the_thought_comes_first(self):
        one, other = ['4@0', '</think>', '2@0', '<eos>'], ['</think>', '3@0', '<eos>']
        written = [(other, [0.2, 0.9, 0.9]), (['5@0'], [0.8]), (one, [0.1, 0.6, 0.0, 0.0])]
        self.assertEqual([texts for texts, _ in by_value(written)], [one, other, ['5@0']])

    def test_labels_by_outcome_say_the_same_of_every_step(self):
        prompt = prompt_texts(TERMS, 'high')
        lucky, wrong = trace('47*6=292;', '282'), trace('47*6=282;', '292')
        kept = sort_out(ARITHMETIC, TERMS, prompt, [lucky, wrong], keep=5, labels='outcome')
        exact = sort_out(ARITHMETIC, TERMS, prompt, [lucky, wrong], keep=5)
        for one, right, other in zip(kept, (1.0, 0.0), exact):
            self.assertEqual({label for label in one.labels if label >= 0}, {right})
            self.assertEqual([label >= 0 for label in one.labels], [label >= 0 for label in other.labels])
            self.assertNotEqual(one.labels, other.labels)

    def test_the_file_gives_back_what_was_written(self):
        kept = sort_out(ARITHMETIC, TERMS, prompt_texts(TERMS, 'low'), [trace('', '282')], keep=1)
        with tempfile.TemporaryDirectory() as folder:
            write_traces(f'{folder}/kept/traces.jsonl', kept)
            found = WrittenTraces(ARITHMETIC, f'{folder}/kept/traces.jsonl').sample(random.Random(0))
        self.assertEqual((found.tokens, found.weights, found.labels), (kept[0].tokens, kept[0].weights, kept[0].labels))


@unittest.skipIf(torch is None, 'needs PyTorch')
class Curve(unittest.TestCase):
    def test_points_are_means_and_few(self):
        lines = [{'step': i + 1, 'reward': i, 'accuracy': 1, 'thinking': 1, 'tokens': 2, 'waits': 3, 'kl': 4} for i in range(401)]
        points = decimate(lines)
        self.assertLessEqual(len(points), 200)
        self.assertEqual((points[0]['step'], points[0]['reward'], points[-1]['step']), (3, 1, 401))
        self.assertEqual(json.loads(to_json(curve(lines, 'arithmetic', 'x')))['steps'], points)
