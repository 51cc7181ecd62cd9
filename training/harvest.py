"""Rejection sampling: `python3 -m training.harvest training/configs/arithmetic-kept.json`.

A model writes several traces on each of many training problems; those that reach the right answer in good form are kept
to be imitated (STaR, Zelikman et al. 2022, arXiv 2203.14465). With each problem one wrong trace is kept too, if there
is one: nobody imitates it, but the value head learns from it.
"""

import argparse
import json
import random
import time

import torch

from training import checkpoint
from training.families import ROLLOUTS, TEACHERS
from training.grpo.reward import judge
from training.rollouts import sample_groups
from training.written import write_traces

BATCH = 64  # problems at a time


def imitated(trace, start):
    """The trace, with all that the model wrote from `start` on to be learnt."""
    trace.weights[start:] = [1.0] * (len(trace) - start)
    return trace


def sort_out(family, problem, prompt, texts, keep):
    """The traces kept of one problem's samples: up to `keep` right ones, each once, and at most one wrong one."""
    right, wrong = {}, []
    for text in texts:
        trace = ROLLOUTS[family].label(problem, prompt, text)
        if judge(family, problem, text, 0).right:
            right[tuple(text)] = imitated(trace, len(prompt))
        else:
            wrong.append(trace)
    return list(right.values())[:keep] + wrong[:1]


def harvest(config, runs):
    family = config['family']
    vocabulary = TEACHERS[family].vocabulary
    model, _ = checkpoint.load(f"{runs}/{config['from']}")
    rng, generator = random.Random(config['seed']), torch.Generator().manual_seed(config['seed'])
    started, kept = time.time(), []
    for _ in range(0, config['problems'], BATCH):
        for problem, prompt, samples in sample_groups(model, config, BATCH, config['samples'], rng, generator):
            texts = [vocabulary.decode(one.tokens) for one in samples]
            kept += sort_out(family, problem, prompt, texts, config['keep'])
    write_traces(f"{runs}/{config['to']}", kept)
    right = sum(1 for trace in kept if sum(trace.weights))
    print(f"{config['to']}: {right} right traces and {len(kept) - right} wrong ones, {sum(map(len, kept))} tokens, "
          f'{time.time() - started:.0f} s', flush=True)


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
