"""Grows a trained model: `python3 -m training.commands.grow training/runs/countdown/final.pt training/runs/countdown-large/grown.pt`."""

import argparse

from training.model import checkpoint
from training.model.growth import grown


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('source')
    parser.add_argument('target')
    parser.add_argument('--layers', type=int, default=5)
    arguments = parser.parse_args()
    model, facts = checkpoint.load(arguments.source)
    checkpoint.save(arguments.target, grown(model, arguments.layers), **facts)


if __name__ == '__main__':
    main()
