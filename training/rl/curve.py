"""The learning curve of a run of reinforcement learning, as the page plots it (`curve.json`, `public/models/README.md`).

Each point is the mean of as many steps as are needed to have at most `POINTS` of them.
"""

import json
import math

POINTS = 200
MEASURES = {'reward': 4, 'accuracy': 4, 'thinking': 4, 'tokens': 1, 'waits': 3, 'kl': 4}


def decimate(lines, points=POINTS):
    """`[{step, ...}]`, at most `points` of them; `step` is the last of those that a point stands for."""
    stride = math.ceil(len(lines) / points)
    chunks = [lines[i:i + stride] for i in range(0, len(lines), stride)]
    return [{'step': chunk[-1]['step'], **{name: round(sum(line[name] for line in chunk) / len(chunk), digits)
                                           for name, digits in MEASURES.items()}} for chunk in chunks]


def curve(lines, family, what):
    return {'format': 1, 'family': family, 'what': what, 'steps': decimate(lines)}


def to_json(content):
    """One point a line."""
    head = {key: value for key, value in content.items() if key != 'steps'}
    points = ',\n'.join('    ' + json.dumps(point, separators=(',', ':')) for point in content['steps'])
    return json.dumps(head)[:-1] + ', "steps": [\n' + points + '\n]}\n'
