"""Turns a model that ships into a checkpoint: `python3 -m training.commands.shipped public/models/ID training/runs/NAME/PHASE.pt`."""

import argparse

from training.model import checkpoint
from training.export.shipped import read


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('folder')
    parser.add_argument('checkpoint')
    arguments = parser.parse_args()
    model, manifest = read(arguments.folder)
    checkpoint.save(arguments.checkpoint, model, family=manifest['family'], phase='shipped', seed=manifest['seed'],
                    trained_tokens=manifest['trainedTokens'])
    print(f"{arguments.checkpoint}: {manifest['name']}, {manifest['trainedTokens']} tokens")


if __name__ == '__main__':
    main()
