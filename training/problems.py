"""Writes the held-out problems: `python3 -m training.problems`."""

import json
import pathlib

from training.arithmetic import problems as arithmetic
from training.countdown import problems as countdown
from training.puzzles import problems as puzzles

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


def harder_arithmetic_content():
    """In a file of its own: the page never loads it."""
    return {
        'family': 'arithmetic',
        'seed': arithmetic.SEED,
        'note': 'Longer than any problem trained on: 100 problems each of four and five products, all of them held-out '
                'pairs (see arithmetic.json). Written by training/problems.py.',
        'problems': arithmetic.harder_problems(),
    }


def bigger_arithmetic_content():
    """In a file of its own, for the same reason."""
    return {
        'family': 'arithmetic',
        'seed': arithmetic.SEED,
        'note': 'Larger numbers than in any problem trained on: 100 problems each of one and two products, the left '
                'factors from 101 to 999. Written by training/problems.py.',
        'problems': arithmetic.bigger_problems(),
    }


def puzzle_content():
    return {
        'about': 'Problems never trained on: the CRC-32 checksum of the text is divisible by 10, and the generators of '
                 'training problems leave those out. Set "held-out": 300 of each kind, like those trained on (2 to 6 '
                 'steps; 3 or 4 people). Set "harder": 100 of each kind, larger than any trained on (7 to 9 steps; 5 '
                 'people). Written by training/problems.py.',
        'problems': puzzles.held_out_problems(),
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


CONTENTS = {'countdown': countdown_content, 'arithmetic': arithmetic_content,
            'arithmetic-harder': harder_arithmetic_content, 'arithmetic-bigger': bigger_arithmetic_content,
            'puzzle': puzzle_content}


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, content in CONTENTS.items():
        path, content = FOLDER / f'{name}.json', content()
        path.write_text(to_json(content))
        print(f"{path}: {len(content['problems'])} problems")


if __name__ == '__main__':
    main()
