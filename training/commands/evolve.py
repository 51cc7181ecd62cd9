"""Self-evolution: `python3 -m training.commands.evolve training/configs/arithmetic-evolved.json [--write] [--curve FOLDER]`."""

import argparse
import json
import pathlib

import torch

from training.rl.curve import to_json
from training.rl.evolution import HEAD, curve, evolve, row


RESULTS = pathlib.Path(__file__).parent.parent / 'results'


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('config')
    parser.add_argument('--runs', default='training/runs')
    parser.add_argument('--problems', type=int, default=100, help='at most this many held-out ones of each group')
    parser.add_argument('--write', action='store_true', help='put what was measured into training/results')
    parser.add_argument('--curve', help='public/models/ID: puts it into curve.json there, for the page')
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    with open(arguments.config) as file:
        config = json.load(file)
    rounds = []
    for number, found in evolve(config, arguments.runs, arguments.problems):
        rounds.append({'round': number, **found})
        print(row(number, found), flush=True)
    print('| ' + ' | '.join(HEAD) + ' |\n|' + ' --- |' * len(HEAD))
    print('\n'.join(row(found['round'], found) for found in rounds))
    if arguments.curve:
        (pathlib.Path(arguments.curve) / 'curve.json').write_text(to_json(curve(config, rounds)))
    if arguments.write:
        (RESULTS / f"{config['name']}.json").write_text(json.dumps(rounds, indent=1) + '\n')


if __name__ == '__main__':
    main()
