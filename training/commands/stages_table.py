"""Measures every stage of the R1 recipe on held-out problems: `python3 -m training.commands.stages_table [--only NAME] [--write]`.

`--write` also puts what was measured into `training/results/arithmetic-stages.json`; with `--problems 0` the table is
printed from there.
"""

import argparse
import json
import os
import pathlib

import torch

from training.evaluation.stages import HEAD, measure_stage, row


ROOT = pathlib.Path(__file__).parent.parent
RESULTS = ROOT / 'results' / 'arithmetic-stages.json'


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('--problems', type=int, default=100, help='at most this many of each group')
    parser.add_argument('--runs', default='training/runs')
    parser.add_argument('--only', default='', help='the stages whose name has this')
    parser.add_argument('--write', action='store_true')
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    stages = json.loads((ROOT / 'configs' / 'arithmetic-stages.json').read_text())
    results = json.loads(RESULTS.read_text()) if RESULTS.exists() else {}
    print('| ' + ' | '.join(HEAD) + ' |\n|' + ' --- |' * len(HEAD))
    for name, path in stages.items():
        if arguments.only not in name:
            continue
        if arguments.problems and os.path.exists(f'{arguments.runs}/{path}'):
            results[name] = measure_stage(f'{arguments.runs}/{path}', arguments.problems)
        if name in results:
            print(row(name, results[name]), flush=True)
    if arguments.write:
        RESULTS.parent.mkdir(exist_ok=True)
        RESULTS.write_text(json.dumps({name: results[name] for name in stages if name in results}, indent=1) + '\n')


if __name__ == '__main__':
    main()
