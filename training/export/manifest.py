"""Writes a model folder: manifest and weights, and the reference outputs for the parity tests.

The format is that of `public/models/README.md`. `manifest` is the only place that says what is in `manifest.json`.
The reference outputs go to `src/policy/embedded/fixtures/ID.reference.json`.
"""

import datetime
import hashlib
import json
import os
import pathlib

from training.model import checkpoint
from training.families import FAMILIES
from training.export.quantise import exported_tensors, round_to_export
from training.export.reference import reference, to_json

FORMAT = 1
ALIGNMENT = 16
ROOT = pathlib.Path(__file__).parent.parent.parent
FIXTURES = ROOT / 'src' / 'policy' / 'embedded' / 'fixtures'


def pack(tensors):
    """`(bytes of the weights file, entries of the manifest)`."""
    content, entries = bytearray(), []
    for name, kind, array in tensors:
        content += bytes(-len(content) % ALIGNMENT)
        entries.append({'name': name, 'type': kind, 'shape': list(array.shape), 'offset': len(content)})
        content += array.astype('<i1' if kind == 'i8' else '<f4').tobytes()
    return bytes(content), entries


def manifest(name, model, facts, date, weights, entries):
    """The content of `manifest.json`."""
    about = json.loads((ROOT / 'training' / 'configs' / 'models.json').read_text())[name]
    return {
        'format': FORMAT,
        'id': name,
        'name': about['name'],
        'description': about['description'],
        'family': facts['family'],
        # Its place in lists; what it judges and how it learnt from its own traces, where it did.
        **{field: about[field] for field in ('order', 'judges', 'learnt') if field in about},
        'architecture': model.architecture,
        # Tokens are only ever added at the end: an older model lacks the last ones.
        'vocabulary': FAMILIES[facts['family']].vocabulary.texts[:model.architecture['vocabulary']],
        'capabilities': about['capabilities'],
        'parameters': sum(p.numel() for p in model.parameters()),
        'trainedTokens': facts['trained_tokens'],
        'seed': facts['seed'],
        'date': date,
        'files': {'weights': {'path': 'weights.bin', 'bytes': len(weights),
                              'sha256': hashlib.sha256(weights).hexdigest()}},
        'tensors': entries,
    }


def export(path, folder):
    """Writes all files of the model in the checkpoint at `path`."""
    model, facts = checkpoint.load(path)
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    date = datetime.date.fromtimestamp(os.path.getmtime(path)).isoformat()
    weights, entries = pack(exported_tensors(model))
    content = manifest(folder.name, model, facts, date, weights, entries)
    (folder / 'weights.bin').write_bytes(weights)
    (folder / 'manifest.json').write_text(format_manifest(content))
    FIXTURES.mkdir(parents=True, exist_ok=True)
    fixture = to_json(reference(round_to_export(model), FAMILIES[facts['family']], folder.name,
                                content['files']['weights']['sha256']))
    (FIXTURES / f'{folder.name}.reference.json').write_text(fixture)
    print(f'{folder}: {len(weights)} bytes of weights, {len(fixture)} bytes of reference outputs')


def format_manifest(content):
    """Readable JSON: short values and each tensor on one line, the vocabulary on one."""
    lines = []
    for key, value in content.items():
        if key == 'tensors':
            written = '[\n' + ',\n'.join('    ' + json.dumps(entry) for entry in value) + '\n  ]'
        else:
            written = json.dumps(value)
        lines.append(f'  {json.dumps(key)}: {written}')
    return '{\n' + ',\n'.join(lines) + '\n}\n'
