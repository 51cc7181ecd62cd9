"""Net2Net (arXiv 1511.05641): a larger model that computes nearly what a trained smaller one does, and learns on from there.

Twice the width and heads, so that every unit stands twice and what reads it is halved, and a further layer that adds
nothing yet. A little noise lets the two copies of a unit part.
"""

import torch

from training.model.transformer import Model

NOISE = 0.05      # of each matrix's own spread


def twice(matrix):
    """Rows and columns stand twice; what a row reads is halved."""
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
