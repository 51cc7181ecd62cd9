"""Grows a trained model: `python3 -m training.grow training/runs/countdown/final.pt training/runs/countdown-large/grown.pt`.

Net2Net (arXiv 1511.05641): twice the width and heads, so that every unit stands twice and what reads it is halved, and a
further layer that adds nothing yet. But for a little noise, which lets the twins part, the large model computes what the
small one did, and learns on from there.
"""

import argparse

import torch

from training import checkpoint
from training.model import Model

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


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('source')
    parser.add_argument('target')
    parser.add_argument('--layers', type=int, default=5)
    arguments = parser.parse_args()
    model, facts = checkpoint.load(arguments.source)
    checkpoint.save(arguments.target, grown(model, arguments.layers), **facts)


if __name__ == '__main__':
    main()
