"""Measures every stage of the R1 recipe on held-out problems: `python3 -m training.stages_table [--only NAME] [--write]`.

With weights rounded to 8 bits, as exported. `--write` also puts what was measured into
`training/results/arithmetic-stages.json`; with `--problems 0` the table is printed from there.
"""

import argparse
import json
import os
import pathlib

import torch

from training import checkpoint
from training.arithmetic.tokens import to_texts
from training.evaluate import TEMPERATURE, Evaluation
from training.measures import wilson
from training.export.quantise import round_to_export

ROOT = pathlib.Path(__file__).parent
RESULTS = ROOT / 'results' / 'arithmetic-stages.json'
COLUMNS = {'none': 'no thinking, greedy', 'low': '`<low>`, greedy', 'high': '`<high>`, greedy',
           'sampled': f'`<high>`, T {TEMPERATURE}', 'begun': 'thought begun, greedy'}


def begin(problem):
    """`47*6=`: a thought begun for the model, so that it cannot choose to answer at once."""
    _, left, right = problem[0]
    return to_texts(f'{left}*{right}=')


def measure_stage(path, limit):
    """All columns of one checkpoint."""
    model, facts = checkpoint.load(path)
    evaluation = Evaluation(round_to_export(model), facts['family'])
    groups = evaluation.kind.groups().values()
    problems = [p for group in groups for p in group[:limit]]
    return {'trainedTokens': facts['trained_tokens'], 'steps': facts.get('steps'),
            'parameters': sum(p.numel() for p in model.parameters()),
            'none': evaluation.described(problems, 'none', 0), 'low': evaluation.described(problems, 'low', 0),
            'high': evaluation.described(problems, 'high', 0),
            'sampled': evaluation.described(problems, 'high', TEMPERATURE),
            'begun': evaluation.described(problems, 'high', 0, begin)}


def row(name, found):
    """One line of a Markdown table, with 95 % intervals."""
    cells = [name]
    for column in COLUMNS:
        one = found[column]
        low, high = wilson(one['right'] * one['traces'], one['traces'])
        cells.append(f"{one['right']:.0%} ({low * 100:.0f}–{high * 100:.0f})")
    sampled = found['sampled']
    cells += [f"{found['high']['tokens']:.0f}", f"{found['high']['waits']:.2f}",
              f"{sampled['tokens']:.0f}", f"{sampled['waits']:.2f}"]
    return '| ' + ' | '.join(cells) + ' |'


HEAD = ['stage', *COLUMNS.values(), 'tokens, greedy', 'Wait, greedy', 'tokens, sampled', 'Wait, sampled']


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('--problems', type=int, default=100, help='at most this many of each group')
    parser.add_argument('--runs', default='training/runs')
    parser.add_argument('--only', default='', help='the stages whose name has this')
    parser.add_argument('--write', action='store_true')
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    stages = json.loads((ROOT / 'configs' / 'arithmetic-stages.json').read_text())
    results = json.loads(RESULTS.read_text()) if RESULTS.exists() else {}
    print('| ' + ' | '.join(HEAD) + ' |\n|' + ' --- |' * len(HEAD))
    for name, path in stages.items():
        if arguments.only not in name:
            continue
        if arguments.problems and os.path.exists(f'{arguments.runs}/{path}'):
            results[name] = measure_stage(f'{arguments.runs}/{path}', arguments.problems)
        if name in results:
            print(row(name, results[name]), flush=True)
    if arguments.write:
        RESULTS.parent.mkdir(exist_ok=True)
        RESULTS.write_text(json.dumps({name: results[name] for name in stages if name in results}, indent=1) + '\n')


if __name__ == '__main__':
    main()
