"""Writes the held-out problems: `python3 -m training.problems`."""

import json
import pathlib

from training.arithmetic import problems as arithmetic
from training.countdown import problems as countdown

FOLDER = pathlib.Path(__file__).parent.parent / 'src' / 'experiment' / 'held-out'


def countdown_content():
    return {
        'family': 'countdown',
        'seed': countdown.SEED,
        'note': 'Problems never trained on: none of these multisets of numbers was used in training with any target. '
                'First 300 with target 24 (the 100 puzzles of the tree-of-thoughts paper, arXiv 2305.10601, and 200 '
                'drawn by seed from the other solvable ones), then 300 with other targets on the same multisets. '
                'All are solvable in integers from 0 to 199. Written by training/problems.py.',
        'problems': countdown.held_out_problems(),
    }


def arithmetic_content():
    return {
        'family': 'arithmetic',
        'seed': arithmetic.SEED,
        'note': 'Problems never trained on: every product is one of the held-out pairs, which appear in no training '
                'trace. 100 problems each of one, two and three products. Written by training/problems.py.',
        'problems': arithmetic.held_out_problems(),
        'pairs': sorted(map(list, arithmetic.HELD_OUT_PAIRS)),
    }


def to_json(content):
    """JSON with one problem, or one row of short items, a line."""
    parts = []
    for key, value in content.items():
        if isinstance(value, list):
            lines = ',\n'.join('    ' + json.dumps(item) for item in value)
            parts.append(f'  {json.dumps(key)}: [\n{lines}\n  ]')
        else:
            parts.append(f'  {json.dumps(key)}: {json.dumps(value)}')
    return '{\n' + ',\n'.join(parts) + '\n}\n'


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    for content in (countdown_content(), arithmetic_content()):
        path = FOLDER / f"{content['family']}.json"
        path.write_text(to_json(content))
        print(f"{path}: {len(content['problems'])} problems")


if __name__ == '__main__':
    main()
