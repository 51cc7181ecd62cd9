"""Measures budget forcing: `python3 -m training.commands.waits CHECKPOINT [--waits 0 1 2 4] [--effort high] [--temperature 0]`.

Printed for each number of waits: the share right, the mean length of the thinking, and what the waits made of the
answers that were right without any.
"""

import argparse

import torch

from training.evaluation.budget_forcing import Forcing
from training.export.quantise import round_to_export
from training.families import FAMILIES
from training.model import checkpoint


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('checkpoint')
    parser.add_argument('--waits', type=int, nargs='+', default=[0, 1, 2, 4])
    parser.add_argument('--effort', default='high')
    parser.add_argument('--temperature', type=float, default=0.0)
    parser.add_argument('--problems', type=int, default=300)
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    model, facts = checkpoint.load(arguments.checkpoint)
    forcing = Forcing(round_to_export(model), FAMILIES[facts['family']], arguments.temperature)
    problems = next(iter(forcing.family.held_out_groups().values()))[:arguments.problems]
    first = None
    for waits in arguments.waits:
        thoughts = forcing.think(problems, arguments.effort, waits)
        right = forcing.right(problems, arguments.effort, thoughts)
        first = right if first is None else first
        kept = sum(a and b for a, b in zip(first, right)) / max(1, sum(first))
        print(f'{waits} waits: {sum(right) / len(right):6.1%} of {len(right)}, '
              f'{sum(map(len, thoughts)) / len(thoughts):5.1f} thinking tokens, '
              f'{kept:.1%} of the right ones kept', flush=True)


if __name__ == '__main__':
    main()
