"""Reference gradients and optimiser steps, for the parity tests of the trainer in the page. All in 64-bit floats.

The loss is that of `TrainEngine` (`src/policy/runtime/train-engine.ts`): -sum of push * log-probability over the written tokens,
plus a weight times the binary cross-entropy of the value head, which does not reach the trunk.
"""

import json
import random

import torch
import torch.nn.functional as F

from training.export.quantise import parameters

TEMPERATURE, VALUE_WEIGHT = 0.8, 0.3
STEPS, RATE, MAX_NORM = 10, 0.0003, 1.0
ENTRIES = 6


def lessons(sequences, generator):
    """Pushes of every written token and labels of some, at random: `[{tokens, start, pushes, values}]`."""
    found = []
    for tokens, start in sequences:
        pushes = [round(generator.uniform(-1, 1), 3) for _ in tokens[start:]]
        values = [{'at': at, 'label': round(generator.random(), 3)}
                  for at in range(start - 1, len(tokens)) if generator.random() < 0.3]
        found.append({'tokens': tokens, 'start': start, 'pushes': pushes, 'values': values})
    return found


def read(model, lesson):
    """`(log-probabilities of what was written, this lesson's loss)`."""
    ids = torch.tensor([lesson['tokens']])
    positions, mask = model.causal(ids.shape[1])
    z = model.trunk(ids, positions, mask)[0]
    every = F.log_softmax(model.head(z) / TEMPERATURE, -1)[:-1].gather(-1, ids[0, 1:, None]).squeeze(-1)
    logs = every[lesson['start'] - 1:]
    loss = -(torch.tensor(lesson['pushes'], dtype=logs.dtype) * logs).sum()
    if lesson['values']:
        values = model.value(z.detach()).squeeze(-1)[[one['at'] for one in lesson['values']]]
        labels = torch.tensor([one['label'] for one in lesson['values']], dtype=values.dtype)
        loss = loss + VALUE_WEIGHT * F.binary_cross_entropy_with_logits(values, labels, reduction='sum')
    return logs, loss


def gradients(model, given):
    """Leaves the gradient of all lessons in the model; returns their log-probabilities."""
    model.zero_grad(set_to_none=True)
    logs = []
    for lesson in given:
        found, loss = read(model, lesson)
        loss.backward()
        logs.append(found.detach())
    return logs


def sign(index):
    """A coin for each index, the same in the test: the sign of a 32-bit product."""
    return 1 if (index * 0x9e3779b1) % 2 ** 32 < 2 ** 31 else -1


def summary(name, tensor, generator):
    """What stands for a tensor: its length, its product with random signs, its largest entry and some more."""
    flat = tensor.detach().double().flatten()
    signs = torch.tensor([sign(i) for i in range(len(flat))], dtype=flat.dtype)
    places = sorted({int(flat.abs().argmax()), *(generator.randrange(len(flat)) for _ in range(ENTRIES - 1))})
    return {'name': name, 'norm': significant(flat.norm()), 'signed': significant((flat * signs).sum()),
            'entries': [[place, significant(flat[place])] for place in places]}


def reference(model, sequences, sha256, seed):
    """The content of a fixture, for a model with the weights that it has as exported. Trains the model."""
    model = model.double().train()
    generator = random.Random(seed)
    given = lessons(sequences, generator)
    logs = gradients(model, given)
    gradient = [summary(name, grad_of(model, name, tensor), generator) for name, tensor in parameters(model)]
    start = {name: tensor.detach().clone() for name, tensor in parameters(model)}
    adam = torch.optim.AdamW(model.parameters(), lr=RATE, betas=(0.9, 0.95), weight_decay=0.0)
    norms = []
    for _ in range(STEPS):
        gradients(model, given)
        norms.append(significant(torch.nn.utils.clip_grad_norm_(model.parameters(), MAX_NORM)))
        adam.step()
    change = [summary(name, tensor - start[name], generator) for name, tensor in parameters(model)]
    return {'weights': sha256, 'temperature': TEMPERATURE, 'valueWeight': VALUE_WEIGHT, 'rate': RATE, 'maxNorm': MAX_NORM,
            'lessons': given, 'logs': [[significant(x) for x in one] for one in logs],
            'gradient': gradient, 'norms': norms, 'change': change}


def grad_of(model, name, tensor):
    # The value head's weight is exported as a vector, a view of the parameter.
    return model.value.weight.grad[0] if name == 'value.weight' else tensor.grad


def significant(x, digits=8):
    return float(f'{float(x):.{digits}g}')


def to_json(content):
    """Compact, with one lesson or tensor a line."""
    text = json.dumps(content, separators=(',', ':'))
    return text.replace('{"tokens"', '\n{"tokens"').replace('{"name"', '\n{"name"') + '\n'
