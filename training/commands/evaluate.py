"""Measures a checkpoint on held-out problems: `python3 -m training.commands.evaluate CHECKPOINT [--problems N] [--samples N]`.

For each group of problems: greedy and one sample at temperature 0.7 in each effort, then from several samples
pass@k, the majority, the best by value, and how well the value head ranks steps and answers.
"""

import argparse

import torch

from training.evaluation.evaluation import TEMPERATURE, Evaluation
from training.export.quantise import round_to_export
from training.families import FAMILIES
from training.model import checkpoint


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('checkpoint')
    parser.add_argument('--problems', type=int, default=300, help='at most this many of each group')
    parser.add_argument('--samples', type=int, default=16)
    parser.add_argument('--exported', action='store_true', help='with weights rounded to 8 bits, as exported')
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    model, facts = checkpoint.load(arguments.checkpoint)
    evaluation = Evaluation(round_to_export(model) if arguments.exported else model, FAMILIES[facts['family']])
    print(f"{facts['family']}, {facts['trained_tokens']} tokens")
    for name, problems in evaluation.family.held_out_groups().items():
        problems = problems[:arguments.problems]
        print(f'{name} ({len(problems)} problems)')
        for effort in ('none', 'low', 'high'):
            for temperature in (0, TEMPERATURE):
                right, length = evaluation.accuracy(problems, effort, temperature)
                print(f'  {effort:4} T {temperature:.1f}: {right:6.1%}  {length:5.1f} tokens', flush=True)
        for effort in ('none', 'low'):
            measures = evaluation.sampled(problems, effort, arguments.samples)
            print(f'  {effort:4} of {arguments.samples}: '
                  + ', '.join(f'{key} {value:.3f}' for key, value in measures.items()), flush=True)


if __name__ == '__main__':
    main()
