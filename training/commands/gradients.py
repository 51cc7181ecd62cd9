"""Writes what the page's trainer is held against: `python3 -m training.commands.gradients`.

A small random model in the format of `public/models`, and PyTorch's log-probabilities, gradients and optimiser steps of it and of
models that ship, to `src/policy/embedded/trainer/fixtures/`; and GRPO's objective, to `src/train/testing/`.
"""

import hashlib
import json
import pathlib
import random

import torch

from training.export import gradients, shipped
from training.export.manifest import format_manifest, pack
from training.export.quantise import exported_tensors, parameters, round_to_export
from training.families import FAMILIES
from training.model.transformer import Model
from training.rl.grpo import reference

ROOT = pathlib.Path(__file__).parent.parent.parent
OBJECTIVE = ROOT / 'src' / 'train' / 'testing' / 'objective.reference.json'
FIXTURES = ROOT / 'src' / 'policy' / 'embedded' / 'trainer' / 'fixtures'
SHIPPED = 'arithmetic-base', 'arithmetic-small-distilled'
SHAPE = {'width': 64, 'layers': 2, 'heads': 2, 'feedForward': 96, 'context': 64}
SEED = 19
TRACES = 4


def random_model(vocabulary):
    """As none would be initialised: everything takes part."""
    torch.manual_seed(SEED)
    model = Model(vocabulary, **SHAPE)
    for name, tensor in parameters(model):
        if tensor.dim() == 2:
            torch.nn.init.normal_(tensor.data, std=tensor.shape[1] ** -0.5)
        else:
            torch.nn.init.normal_(tensor.data, mean=1.0 if name.endswith('gain') else 0.0, std=0.3)
    return round_to_export(model)


def write_model(model, manifest):
    """A model folder `random` that says what another manifest says; returns the hash of its weights."""
    weights, entries = pack(exported_tensors(model))
    sha256 = hashlib.sha256(weights).hexdigest()
    fields = ('format', 'family', 'vocabulary', 'capabilities', 'trainedTokens', 'seed', 'date')
    content = {**{field: manifest[field] for field in fields}, 'id': 'random', 'name': 'Random',
               'description': 'Random weights, for tests.', 'architecture': model.architecture,
               'parameters': sum(p.numel() for p in model.parameters()),
               'files': {'weights': {'path': 'weights.bin', 'bytes': len(weights), 'sha256': sha256}}, 'tensors': entries}
    folder = FIXTURES / 'random'
    folder.mkdir(parents=True, exist_ok=True)
    (folder / 'weights.bin').write_bytes(weights)
    (folder / 'manifest.json').write_text(format_manifest(content))
    return sha256


def write(name, content):
    text = gradients.to_json(content)
    (FIXTURES / f'{name}.gradients.json').write_text(text)
    print(f'{name}: {len(text)} bytes')


def write_shipped(*names):
    """On traces of their family's teacher. Returns the last one's manifest."""
    for name in names:
        model, manifest = shipped.read(ROOT / 'public' / 'models' / name)
        think = manifest['vocabulary'].index('<think>')
        traces = FAMILIES[manifest['family']].reference_traces(random.Random(SEED))
        read = [(tokens, tokens.index(think) + 1) for tokens in traces if think in tokens]
        write(name, gradients.reference(model, read[:TRACES], manifest['files']['weights']['sha256'], SEED))
    return manifest


def main():
    torch.set_num_threads(1)
    OBJECTIVE.write_text(reference.to_json(reference.reference(SEED)))
    manifest = write_shipped(*SHIPPED)
    count = len(manifest['vocabulary'])
    small = random_model(count)
    sha256 = write_model(small, manifest)
    generator = random.Random(SEED)
    # Ragged, some of one token, up to the whole context.
    drawn = [([generator.randrange(count) for _ in range(length)], start)
             for length, start in ((23, 7), (1, 1), (SHAPE['context'], 1), (12, 12), (41, 30))]
    write('random', gradients.reference(small, drawn, sha256, SEED))


if __name__ == '__main__':
    main()
