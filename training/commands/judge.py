"""Measures the judge beside the value head: `python3 -m training.commands.judge CHECKPOINT [--problems 300] [--samples 16]`.

Printed for both: how often the likelier word is exact, the AUC over steps, and best-of-N by the score of the trace (the
last step's, or in puzzles the lowest).
"""

import argparse
import sys

import torch

from training.evaluation.judge import held_out, measure
from training.evaluation.measures import auc, share
from training.export.quantise import round_to_export
from training.families import FAMILIES
from training.model import checkpoint


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('checkpoint')
    parser.add_argument('--problems', type=int, default=300)
    parser.add_argument('--samples', type=int, default=16)
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    model, facts = checkpoint.load(arguments.checkpoint)
    family = FAMILIES[facts['family']]
    if not family.judging or model.embedding.num_embeddings != len(family.vocabulary):
        judges = ' and '.join(f'{one.kind} ({len(one.vocabulary)} words)' for one in FAMILIES.values() if one.judging)
        sys.exit(f'Only models of {judges} can judge; this one is of {family.kind} ({model.embedding.num_embeddings} words).')
    problems = held_out(family, arguments.problems)
    for name, (scored, best) in measure(round_to_export(model), family, problems, arguments.samples).items():
        exact = share((score > 0.5) == label for score, label in scored)
        print(f'{name}: {exact:.1%} of {len(scored)} steps judged rightly, AUC {auc(scored):.3f}, '
              f'best of {arguments.samples} {best:.1%}')


if __name__ == '__main__':
    main()
