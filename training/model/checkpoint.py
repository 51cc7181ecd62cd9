"""Checkpoints: the weights with what made them, and enough to go on where a run stopped."""

import os

import torch

from training.model.transformer import Model


def save(path, model, **rest):
    """Writes model and `rest` to a new file, then puts it in place at once."""
    os.makedirs(os.path.dirname(path), exist_ok=True)
    torch.save(dict(architecture=model.architecture, weights=model.state_dict(), **rest), path + '.part')
    os.replace(path + '.part', path)


def load(path, device='cpu'):
    """`(model, everything else in the file)`."""
    content = torch.load(path, map_location=device)
    architecture = content.pop('architecture')
    model = Model(**architecture).to(device)
    model.load_state_dict(content.pop('weights'))
    return model.eval(), content
