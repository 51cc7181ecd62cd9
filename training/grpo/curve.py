"""The learning curve as the page plots it: `python3 -m training.grpo.curve training/runs/arithmetic-zero public/models/ID`.

Writes `curve.json` (format: `public/models/README.md`) from the run's log, each point the mean of as many steps as are
needed to have at most `POINTS` of them.
"""

import argparse
import json
import math
import pathlib

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


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('run', help='the folder of a run')
    parser.add_argument('folder', help='public/models/ID')
    parser.add_argument('--family', default='arithmetic')
    parser.add_argument('--what', required=True, help='one sentence: what learnt from what')
    arguments = parser.parse_args()
    lines = [json.loads(line) for line in (pathlib.Path(arguments.run) / 'log.jsonl').read_text().splitlines()]
    path = pathlib.Path(arguments.folder) / 'curve.json'
    path.write_text(to_json(curve(lines, arguments.family, arguments.what)))
    print(f'{path}: {path.stat().st_size} bytes')


if __name__ == '__main__':
    main()
