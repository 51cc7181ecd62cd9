"""Rejection sampling: `python3 -m training.commands.harvest training/configs/arithmetic-star-traces.json`."""

import argparse
import json

import torch

from training.rl.rejection_sampling import harvest


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('config')
    parser.add_argument('--runs', default='training/runs', help='where checkpoints are read and traces go')
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    with open(arguments.config) as file:
        harvest(json.load(file), arguments.runs)


if __name__ == '__main__':
    main()
