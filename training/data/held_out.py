"""The files of held-out problems, and of those that the page trains on, which the page and the command line read too."""

import json
import pathlib

from training.families import FAMILIES

ROOT = pathlib.Path(__file__).parent.parent.parent
FOLDER = ROOT / 'src' / 'experiment' / 'held-out'
TRAINING_FOLDER = ROOT / 'src' / 'train' / 'problems'


def contents():
    """`{name: content}` of all families."""
    return {name: content for family in FAMILIES.values() for name, content in family.held_out_files().items()}


def training_contents():
    """`{name: content}` of what the page trains on."""
    return {name: content for family in FAMILIES.values() for name, content in family.training_files().items()}


def to_json(content):
    """JSON with one problem, or one row of short items, a line."""
    parts = []
    for key, value in content.items():
        if isinstance(value, list):
            lines = ',\n'.join('    ' + json.dumps(item) for item in value)
            parts.append(f'  {json.dumps(key)}: [\n{lines}\n  ]')
        else:
            parts.append(f'  {json.dumps(key)}: {json.dumps(value)}')
    return '{\n' + ',\n'.join(parts) + '\n}\n'
