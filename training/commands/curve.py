"""The learning curve for the page: `python3 -m training.commands.curve RUN public/models/ID --family arithmetic --what "..."`."""

import argparse
import json
import pathlib

from training.families import FAMILIES
from training.rl.curve import curve, to_json


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('run', help='the folder of a run')
    parser.add_argument('folder', help='public/models/ID')
    parser.add_argument('--family', choices=FAMILIES, required=True)
    parser.add_argument('--what', required=True, help='one sentence: what learnt from what')
    arguments = parser.parse_args()
    lines = [json.loads(line) for line in (pathlib.Path(arguments.run) / 'log.jsonl').read_text().splitlines()]
    path = pathlib.Path(arguments.folder) / 'curve.json'
    path.write_text(to_json(curve(lines, arguments.family, arguments.what)))
    print(f'{path}: {path.stat().st_size} bytes')


if __name__ == '__main__':
    main()
