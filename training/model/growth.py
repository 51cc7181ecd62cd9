"""Net2Net (arXiv 1511.05641): a larger model that computes nearly what a trained smaller one does, and learns on from there.

Twice the width and heads: every unit stands twice, and the weights that read it are halved. A further layer adds nothing
yet. A little noise lets the two copies of a unit become different.
"""

import torch

from training.model.transformer import Model

NOISE = 0.05      # of each matrix's own spread


def twice(matrix):
    """Every row and column twice; the weights are halved."""
    return matrix.repeat(2, 2) / 2


def grown(model, layers, seed=0):
    """A model of twice the width, with `layers` layers."""
    torch.manual_seed(seed)
    shape = dict(model.architecture)
    large = Model(shape['vocabulary'], 2 * shape['width'], layers, 2 * shape['heads'], 2 * shape['feedForward'], shape['context'])
    weights, old = large.state_dict(), model.state_dict()
    for name, tensor in old.items():
        if name in ('cos', 'sin'):
            continue
        if name == 'embedding.weight':
            tensor = tensor.repeat(1, 2)
        elif name in ('head.weight', 'value.weight'):
            tensor = tensor.repeat(1, 2) / 2
        elif name.endswith('qkv.weight'):
            tensor = torch.cat([twice(part) for part in tensor.chunk(3)])
        elif tensor.dim() == 2:
            tensor = twice(tensor)
        elif name != 'value.bias':
            tensor = tensor.repeat(2)
        if tensor.dim() == 2:
            tensor = tensor + NOISE * tensor.std() * torch.randn_like(tensor)
        weights[name] = tensor
    large.load_state_dict(weights)
    return large.eval()
