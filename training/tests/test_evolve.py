"""Self-evolution: rounds are run, measured, and not run twice."""

import json
import pathlib
import tempfile
import unittest

try:
    import torch
except ImportError:
    torch = None
else:
    from training.model import checkpoint
    from training.rl.evolution import curve, evolve
    from training.families import FAMILIES
    from training.model.transformer import Model

ARCHITECTURE = {'width': 16, 'layers': 1, 'heads': 2, 'feedForward': 16, 'context': 256}


@unittest.skipIf(torch is None, 'needs PyTorch')
class Evolution(unittest.TestCase):
    def test_goes_on_where_it_was_stopped(self):
        config = {
            'name': 'evolved', 'what': 'A test.', 'family': 'arithmetic', 'seed': 1, 'from': 'base.pt', 'valueWeight': 0.3, 'rounds': 1, 'passes': 1,
            'harvest': {'draw': {'counts': [1, 0, 0]}, 'efforts': ['high'], 'problems': 1, 'samples': 1, 'keep': 1, 'temperature': 1.0},
            'phase': {'batchTokens': 500, 'muonRate': 0.01, 'adamRate': 0.001},
        }
        torch.manual_seed(1)
        with tempfile.TemporaryDirectory() as runs:
            model = Model(len(FAMILIES['arithmetic'].vocabulary), **ARCHITECTURE)
            checkpoint.save(f'{runs}/base.pt', model, family='arithmetic', phase='base', seed=1, trained_tokens=0)
            first = [found for _, found in evolve(config, runs, 1)]
            made = pathlib.Path(runs, 'evolved', 'round-1.pt')
            written = made.stat().st_mtime_ns
            config['rounds'] = 2
            again = [found for _, found in evolve(config, runs, 1)]
            self.assertEqual(made.stat().st_mtime_ns, written)
            self.assertEqual(str(again[:2]), str(first))
            self.assertEqual(len(again), 3)
            harvested = json.loads(pathlib.Path(runs, 'evolved', 'round-2.json').read_text())
            self.assertEqual(harvested['asked'], 64)
            points = curve(config, [{'round': number, **found} for number, found in enumerate(again)])['steps']
            self.assertEqual([point['step'] for point in points], [0, 1, 2])
