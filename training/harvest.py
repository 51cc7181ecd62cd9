"""Rejection sampling: `python3 -m training.harvest training/configs/arithmetic-kept.json`.

A model writes several traces on each of many training problems; those that reach the right answer in good form are kept
to be imitated (STaR, Zelikman et al. 2022, arXiv 2203.14465). With each problem one wrong trace is kept too, if there
is one: nobody imitates it, but the value head learns from it. A config's `labels` may be `outcome`: then the value head is not
told which steps are right, only at each of them whether the trace came to the right answer. With `liked` the right traces that are
kept are those which the model's own value head likes most, as rStar-Math keeps them (arXiv 2501.04519), else the first.
"""

import argparse
import json
import math
import random
import time

import torch

from training import checkpoint
from training.evaluate import thought_value
from training.families import ROLLOUTS, TEACHERS
from training.grpo.reward import judge
from training.rollouts import sample_groups
from training.trace import NO_LABEL
from training.written import write_traces

BATCH = 64  # problems at a time


def imitated(trace, start):
    """The trace, with all that the model wrote from `start` on to be learnt."""
    trace.weights[start:] = [1.0] * (len(trace) - start)
    return trace


def labelled_by_outcome(trace, right):
    """The trace, with every label replaced by what it came to."""
    trace.labels = [label if label == NO_LABEL else float(right) for label in trace.labels]
    return trace


def by_value(written):
    """`(texts, values)` of samples, the highest value at the end of the thought first."""
    return sorted(written, key=lambda one: thought_value(*one), reverse=True)


def sort_out(family, problem, prompt, texts, keep, labels='exact'):
    """The traces kept of one problem's samples: up to `keep` right ones, each once, and at most one wrong one."""
    right, wrong = {}, []
    for text in texts:
        is_right = judge(family, problem, text, 0).right
        trace = ROLLOUTS[family].label(problem, prompt, text)
        if labels == 'outcome':
            labelled_by_outcome(trace, is_right)
        if is_right:
            right[tuple(text)] = imitated(trace, len(prompt))
        else:
            wrong.append(trace)
    return list(right.values())[:keep] + wrong[:1]


def harvest(config, runs):
    """Writes the traces kept; returns how many problems were asked and solved, the right and wrong traces, and their tokens."""
    family = config['family']
    vocabulary = TEACHERS[family].vocabulary
    model, _ = checkpoint.load(f"{runs}/{config['from']}")
    rng, generator = random.Random(config['seed']), torch.Generator().manual_seed(config['seed'])
    started, kept, solved = time.time(), [], 0
    for _ in range(0, config['problems'], BATCH):
        for problem, prompt, samples in sample_groups(model, config, BATCH, config['samples'], rng, generator):
            written = [(vocabulary.decode(one.tokens), one.values) for one in samples]
            texts = [text for text, _ in (by_value(written) if config.get('liked') else written)]
            found = sort_out(family, problem, prompt, texts, config['keep'], config.get('labels', 'exact'))
            solved += any(sum(trace.weights) for trace in found)
            kept += found
    write_traces(f"{runs}/{config['to']}", kept)
    right = sum(1 for trace in kept if sum(trace.weights))
    tokens = sum(map(len, kept))
    print(f"{config['to']}: {right} right traces and {len(kept) - right} wrong ones, {tokens} tokens, "
          f'{time.time() - started:.0f} s', flush=True)
    asked = math.ceil(config['problems'] / BATCH) * BATCH
    return {'asked': asked, 'solved': solved, 'right': right, 'wrong': len(kept) - right, 'tokens': tokens}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('config')
    parser.add_argument('--runs', default='training/runs', help='where checkpoints are read and traces go')
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    with open(arguments.config) as file:
        harvest(json.load(file), arguments.runs)


if __name__ == '__main__':
    main()
