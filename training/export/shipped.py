"""Reads a model folder back.

With it a stage can start from a model whose own checkpoints are gone. The weights are those of the export, rounded to
8 bits; training soon smooths that over.
"""

import json
import pathlib

import numpy as np
import torch

from training.model.transformer import Model
from training.export.quantise import dequantise, parameters

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
