"""Trainer, sampler and export on a tiny model. Skipped where PyTorch or numpy is missing."""

import hashlib
import json
import random
import tempfile
import unittest
from unittest import mock

try:
    import numpy as np
    import torch
except ImportError:
    torch = None
else:
    from training.model import checkpoint
    from training.supervised import phase as train
    from training.export import manifest as export
    from training.export import shipped
    from training.model.growth import NOISE, grown
    from training.model.transformer import Model, with_vocabulary
    from training.model.muon import orthogonalise
    from training.export.quantise import dequantise, exported_tensors, quantise
    from training.model.sample import sample

from training.families import FAMILIES
from training.families.countdown.tokens import VOCABULARY
from training.evaluation.measures import auc, majority_right, pass_at

SHAPE = {'width': 16, 'layers': 2, 'heads': 2, 'feedForward': 32, 'context': 256}
CONFIG = {'family': 'countdown', 'seed': 3, 'architecture': SHAPE, 'valueWeight': 0.3, 'phases': [
    {'name': 'early', 'tokens': 6000, 'batchTokens': 1024, 'muonRate': 0.02, 'adamRate': 0.002, 'teacher': {}},
    {'name': 'final', 'tokens': 9000, 'batchTokens': 1024, 'muonRate': 0.02, 'adamRate': 0.002,
     'teacher': {'corruption': 0.08},
     'rollouts': {'share': 0.3, 'traces': 8, 'rounds': 2, 'temperatures': [0.8, 1.0]}}]}


def random_model():
    torch.manual_seed(0)
    model = Model(len(VOCABULARY), **SHAPE).eval()
    for p in model.parameters():
        torch.nn.init.normal_(p, std=0.3)
    return model


@unittest.skipIf(torch is None, 'needs PyTorch')
class Training(unittest.TestCase):
    def setUp(self):
        torch.set_num_threads(1)
        self.folder = self.enterContext(tempfile.TemporaryDirectory())
        self.enterContext(mock.patch.object(train, 'POOL', 40))
        self.enterContext(mock.patch('builtins.print'))

    def weights(self, name):
        return checkpoint.load(f'{self.folder}/{name}.pt')[0].state_dict()

    def assert_same(self, a, b):
        self.assertTrue(all(torch.equal(a[key], b[key]) for key in a))

    def test_a_resumed_run_ends_as_an_unbroken_one(self):
        train.run_phase(CONFIG, 0, self.folder, False, 'cpu')
        train.run_phase(CONFIG, 1, self.folder, False, 'cpu')
        unbroken = self.weights('final')
        save = checkpoint.save

        def stop_after_first_save(path, *rest, **more):
            save(path, *rest, **more)
            if 'partial' in path:
                raise KeyboardInterrupt

        with mock.patch.object(train, 'SAVE_EVERY', -1):
            with mock.patch.object(checkpoint, 'save', stop_after_first_save), self.assertRaises(KeyboardInterrupt):
                train.run_phase(CONFIG, 1, self.folder, False, 'cpu')
            train.run_phase(CONFIG, 1, self.folder, True, 'cpu')
        self.assert_same(unbroken, self.weights('final'))

    def test_weights_of_zero_and_missing_labels_do_not_count(self):
        model, ids = random_model(), torch.randint(0, len(VOCABULARY), (2, 9))
        language, value = train.losses(model, ids, torch.zeros(2, 9), torch.full((2, 9), -1.0))
        self.assertEqual((language.item(), value.item()), (0, 0))

    def test_reduced_precision_computes_the_same_roughly(self):
        model, ids = random_model(), torch.randint(0, len(VOCABULARY), (2, 9))
        ones = torch.ones(2, 9)
        with train.reduced('bfloat16', 'cpu'):
            language, value = train.losses(model, ids, ones, ones)
        exact = train.losses(model, ids, ones, ones)
        self.assertNotEqual(language.item(), exact[0].item())
        self.assertAlmostEqual(language.item() / exact[0].item(), 1, 1)
        self.assertAlmostEqual(value.item() / exact[1].item(), 1, 1)

    def test_learning_scale(self):
        scales = [train.learning_scale(step, at)
                  for step, at in ((0, 0), (49, 0.1), (500, 0.5), (900, 0.775), (999, 1))]
        self.assertEqual([round(scale, 4) for scale in scales], [0.02, 1, 1, 0.5, 0.02])

    def test_orthogonalise(self):
        singular = torch.linalg.svdvals(orthogonalise(torch.randn(12, 8)))
        self.assertTrue(0.5 < singular.min() and singular.max() < 1.4)


@unittest.skipIf(torch is None, 'needs PyTorch')
class Sampling(unittest.TestCase):
    def test_the_cache_agrees_with_a_whole_forward(self):
        model, rng = random_model(), random.Random(1)
        prompts = [[rng.randrange(len(VOCABULARY)) for _ in range(rng.randint(3, 12))] for _ in range(9)]
        model.head.weight.data[2] += 0.3
        for prompt, found in zip(prompts, sample(model, prompts, 0, {2}, batch=5)):
            with torch.no_grad():
                logits, values = model(torch.tensor([prompt + found.tokens]))
            start = len(prompt)
            self.assertEqual(logits[0, start - 1:-1].argmax(-1).tolist(), found.tokens)
            self.assertTrue(torch.allclose(torch.sigmoid(values[0, start:]), torch.tensor(found.values), atol=1e-4))
            self.assertTrue(found.tokens[-1] == 2 or len(prompt) + len(found.tokens) == 256)


@unittest.skipIf(torch is None, 'needs PyTorch')
class Growing(unittest.TestCase):
    def test_new_tokens_change_nothing_that_was_there(self):
        model, ids = random_model(), torch.randint(0, len(VOCABULARY), (2, 9))
        larger = with_vocabulary(model, len(VOCABULARY) + 3)
        self.assertEqual(larger.architecture['vocabulary'], len(VOCABULARY) + 3)
        with torch.no_grad():
            for old, new in zip(model(ids), larger(ids)):
                self.assertTrue(torch.allclose(old, new[..., :len(VOCABULARY)], atol=1e-5))

    def test_a_model_grown_wider_and_deeper_computes_nearly_the_same(self):
        model, ids = random_model(), torch.randint(0, len(VOCABULARY), (2, 9))
        large = grown(model, model.architecture['layers'] + 1)
        self.assertEqual(large.architecture['width'], 2 * model.architecture['width'])
        with torch.no_grad():
            for old, new in zip(model(ids), large(ids)):
                self.assertLess((old - new).abs().mean(), NOISE * max(1.0, old.abs().mean()))


@unittest.skipIf(torch is None, 'needs PyTorch')
class Exporting(unittest.TestCase):
    def test_quantise(self):
        matrix = np.random.default_rng(0).normal(size=(5, 40)).astype(np.float32)
        matrix[2] = 0
        integers, scales = quantise(matrix)
        self.assertTrue((np.abs(dequantise(integers, scales) - matrix) <= scales[:, None] * 0.5001).all())
        self.assertEqual((scales[2], np.abs(integers).max()), (0, 127))

    def test_pack_aligns_and_can_be_read_back(self):
        tensors = exported_tensors(random_model())
        content, entries = export.pack(tensors)
        for (name, kind, array), entry in zip(tensors, entries):
            self.assertEqual((entry['name'], entry['offset'] % 16), (name, 0))
            read = np.frombuffer(content, '<i1' if kind == 'i8' else '<f4', array.size, entry['offset'])
            self.assertTrue((read.reshape(entry['shape']) == array).all())

    def test_shipped_models_match_their_manifests(self):
        for path in (export.ROOT / 'public' / 'models').glob('*/manifest.json'):
            manifest = json.loads(path.read_text())
            weights = (path.parent / manifest['files']['weights']['path']).read_bytes()
            self.assertEqual(manifest['files']['weights']['sha256'], hashlib.sha256(weights).hexdigest())
            self.assertEqual(manifest['files']['weights']['bytes'], len(weights))
            count = manifest['architecture']['vocabulary']
            self.assertEqual(manifest['vocabulary'], FAMILIES[manifest['family']].vocabulary.texts[:count])
            self.assertEqual(len(manifest['vocabulary']), count)
            fixture = json.loads((export.FIXTURES / f"{manifest['id']}.reference.json").read_text())
            self.assertEqual(fixture['weights'], manifest['files']['weights']['sha256'])

    def test_a_shipped_model_can_be_read_back(self):
        model, manifest = shipped.read(export.ROOT / 'public' / 'models' / 'countdown-small')
        fixture = json.loads((export.FIXTURES / f"{manifest['id']}.reference.json").read_text())
        for sequence in fixture['sequences']:
            logits, _ = model(torch.tensor([sequence['tokens']]))
            expected = torch.tensor(sequence['logits'])
            self.assertLess((logits[0, sequence['positions']] - expected).abs().max().item(), 1e-3)


class Measures(unittest.TestCase):
    def test_measures(self):
        self.assertEqual(auc([(0.1, False), (0.9, True), (0.5, True), (0.5, False)]), 0.875)
        self.assertAlmostEqual(pass_at([[True, False], [False, False]], 1), 0.25)
        self.assertEqual(pass_at([[True, False], [False, False]], 2), 0.5)
        self.assertEqual(majority_right([['a', 'b', 'b'], [None, None, 'c']],
                                        [[True, False, False], [False, False, True]]), 0.5)


if __name__ == '__main__':
    unittest.main()
