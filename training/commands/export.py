"""Writes a model folder: `python3 -m training.commands.export CHECKPOINT public/models/ID`."""

import argparse

import torch

from training.export.manifest import export


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('checkpoint')
    parser.add_argument('folder', help='public/models/ID')
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    export(arguments.checkpoint, arguments.folder)


if __name__ == '__main__':
    main()
