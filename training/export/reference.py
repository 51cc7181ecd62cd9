"""Reference outputs of an exported model, for the parity tests of the engine in the browser."""

import json
import random

import torch

EVERY = 5
SEED = 7


@torch.no_grad()
def reference(model, family, name, sha256):
    """The content of the fixture: logits and value at every fifth position and the last one of each sequence."""
    sequences = []
    for tokens in family.reference_traces(random.Random(SEED)):
        logits, values = model(torch.tensor([tokens]))
        positions = sorted({*range(0, len(tokens), EVERY), len(tokens) - 1})
        sequences.append({
            'tokens': tokens,
            'positions': positions,
            'logits': [[significant(x) for x in logits[0, i].tolist()] for i in positions],
            'values': [significant(x) for x in torch.sigmoid(values[0])[positions].tolist()],
        })
    return {'id': name, 'weights': sha256, 'sequences': sequences}


def significant(x, digits=6):
    return float(f'{x:.{digits}g}')


def to_json(content):
    """Compact, with one row of logits a line."""
    return json.dumps(content, separators=(',', ':')).replace('],[', '],\n[').replace('{"tokens"', '\n{"tokens"') + '\n'
