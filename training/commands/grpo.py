"""Reinforcement learning: `python3 -m training.commands.grpo training/configs/arithmetic-zero.json [--resume]`."""

import argparse
import json

import torch

from training.rl.grpo.run import train


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('config')
    parser.add_argument('--resume', action='store_true', help='go on from the last checkpoint')
    parser.add_argument('--runs', default='training/runs', help='where checkpoints are read and go')
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    with open(arguments.config) as file:
        train(json.load(file), arguments.runs, arguments.resume)


if __name__ == '__main__':
    main()
