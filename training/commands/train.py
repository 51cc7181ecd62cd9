"""Trains a model: `python3 -m training.commands.train training/configs/countdown.json [--phase N] [--resume] [--device cuda]`."""

import argparse
import json
import os

import torch

from training.supervised.phase import run_phase


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('config')
    parser.add_argument('--phase', type=int, help='only this phase, counted from 1')
    parser.add_argument('--resume', action='store_true', help='go on from the last checkpoint')
    parser.add_argument('--device', default='cpu')
    parser.add_argument('--runs', default='training/runs', help='where checkpoints go')
    arguments = parser.parse_args()
    if arguments.device == 'cpu':
        torch.set_num_threads(1)
    with open(arguments.config) as file:
        config = json.load(file)
    folder = f"{arguments.runs}/{config.get('name', config['family'])}"
    for index, phase in enumerate(config['phases']):
        done = os.path.exists(f"{folder}/{phase['name']}.pt")
        if arguments.phase in (None, index + 1) and not (arguments.resume and arguments.phase is None and done):
            run_phase(config, index, folder, arguments.resume, arguments.device)


if __name__ == '__main__':
    main()
