"""Value heads from different labels: `python3 -m training.commands.value_heads training/configs/countdown-value.json`.

On the frozen trunk of a trained model (`from`) it fits one linear head for each kind of label, writes each as a
checkpoint with the same weights (`training/runs/<name>/<label>.pt`, ready for export) and compares them on held-out
problems. The judged traces and the candidates are kept, so that a second run starts where the first one stopped.
"""

import argparse
import copy
import json
import os

import torch

from training.families import FAMILIES
from training.model import checkpoint
from training.value import targets
from training.value.collect import collect
from training.value.compare import Candidates
from training.value.head import fit_temporal_difference, fit_to, fit_to_preferences

LABELS = {'exact': targets.exact, 'shepherd-soft': targets.soft, 'shepherd-hard': targets.hard,
          'outcome': targets.outcome, 'spread-outcome': targets.spread_outcome}


def kept(path, make):
    """What `make` gives, made once and kept at `path`."""
    if not os.path.exists(path):
        os.makedirs(os.path.dirname(path), exist_ok=True)
        torch.save(make(), path + '.part')
        os.replace(path + '.part', path)
    return torch.load(path)


def with_head(model, head):
    other = copy.deepcopy(model)
    other.value.weight.data[0], other.value.bias.data[0] = head
    return other


def line(name, measures):
    return f'{name}: ' + ', '.join(f'{key} {value:.3f}' for key, value in measures.items())


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('config')
    parser.add_argument('--runs', default='training/runs')
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    with open(arguments.config) as file:
        config = json.load(file)
    folder, family = f"{arguments.runs}/{config['name']}", FAMILIES[config['family']]
    model, facts = checkpoint.load(f"{arguments.runs}/{config['from']}")
    judged = kept(f'{folder}/judged.traces', lambda: collect(model, family, config['collect'], config['seed']))
    heads = {name: fit_to(judged, label) for name, label in LABELS.items()}
    heads['temporal-difference'] = fit_temporal_difference(judged, **config['temporalDifference'])
    if 'preferences' in config:
        heads['preferences'] = fit_to_preferences(judged, **config['preferences'])
    for name, head in heads.items():
        checkpoint.save(f'{folder}/{name}.pt', with_head(model, head), **{**facts, 'phase': name})
    print(f'{len(judged)} traces, {sum(len(trace.exact) for trace in judged)} ends of steps')
    candidates = kept(f'{folder}/candidates.traces',
                      lambda: Candidates(model, family, config['compare'], config['seed'] + 1))
    print(line('baselines', candidates.baselines()))
    heads['as trained'] = (model.value.weight.data[0], model.value.bias.data[0])
    for name, head in heads.items():
        print(line(name, candidates.measure(head)), flush=True)


if __name__ == '__main__':
    main()
