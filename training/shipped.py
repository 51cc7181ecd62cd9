"""Reads a model that ships back as a checkpoint: `python3 -m training.shipped public/models/ID training/runs/NAME/PHASE.pt`.

So that a stage can start from a model whose own checkpoints are gone: its weights are those of the export, rounded to 8
bits, which training soon smooths over.
"""

import argparse
import json
import pathlib

import numpy as np
import torch

from training import checkpoint
from training.model import Model
from training.quantise import dequantise, parameters

TYPES = {'i8': '<i1', 'f32': '<f4'}


def read(folder):
    """`(model, manifest)` of a model folder."""
    folder = pathlib.Path(folder)
    manifest = json.loads((folder / 'manifest.json').read_text())
    content = (folder / manifest['files']['weights']['path']).read_bytes()
    arrays = {}
    for tensor in manifest['tensors']:
        count = int(np.prod(tensor['shape']))
        array = np.frombuffer(content, TYPES[tensor['type']], count, tensor['offset'])
        arrays[tensor['name']] = array.reshape(tensor['shape'])
    model = Model(**manifest['architecture'])
    for name, tensor in parameters(model):
        array = dequantise(arrays[name], arrays[f'{name}.scale']) if tensor.dim() == 2 else arrays[name].copy()
        tensor.data.copy_(torch.from_numpy(array))
    return model.eval(), manifest


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('folder')
    parser.add_argument('checkpoint')
    arguments = parser.parse_args()
    model, manifest = read(arguments.folder)
    checkpoint.save(arguments.checkpoint, model, family=manifest['family'], phase='shipped', seed=manifest['seed'],
                    trained_tokens=manifest['trainedTokens'])
    print(f"{arguments.checkpoint}: {manifest['name']}, {manifest['trainedTokens']} tokens")


if __name__ == '__main__':
    main()
