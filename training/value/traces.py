"""The traces that verifier models learn from: `python3 -m training.value.traces training/configs/arithmetic-verifiers.json`.

A policy writes them on training problems. They are written to two files with the same tokens: `process.jsonl` has an exact
label at the end of every step (PRM; Lightman et al. 2023, arXiv 2305.20050), `outcome.jsonl` only whether the answer is
right, on the last token (ORM; Cobbe et al. 2021, arXiv 2110.14168). Nobody imitates them.
"""

import argparse
import json
import random
import time

import torch

from training import checkpoint
from training.families import EVALUATIONS, TEACHERS
from training.rollouts import sample_groups
from training.trace import NO_LABEL
from training.vocabulary import EOS
from training.written import write_traces

BATCH = 64  # problems at a time


def outcome_only(trace):
    """The labels of a trace with all but the last token's masked; None if the text has no end."""
    if trace.texts()[-1] != EOS:
        return None
    return [NO_LABEL] * (len(trace) - 1) + trace.labels[-1:]


def collect(config, runs):
    """Labelled traces of the policy, each with an end."""
    family = config['family']
    vocabulary, evaluation = TEACHERS[family].vocabulary, EVALUATIONS[family]
    policy, _ = checkpoint.load(f"{runs}/{config['from']}")
    rng, generator = random.Random(config['seed']), torch.Generator().manual_seed(config['seed'])
    traces = []
    for _ in range(0, config['problems'], BATCH):
        for problem, prompt, samples in sample_groups(policy, config, BATCH, config['samples'], rng, generator):
            labelled = [evaluation.labelled(problem, prompt, vocabulary.decode(one.tokens)) for one in samples]
            traces += [trace for trace in labelled if outcome_only(trace)]
    return traces


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('config')
    parser.add_argument('--runs', default='training/runs', help='where the policy is read and the traces go')
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    with open(arguments.config) as file:
        config = json.load(file)
    started, traces = time.time(), collect(config, arguments.runs)
    right = sum(trace.labels[-1] for trace in traces)
    write_traces(f"{arguments.runs}/{config['to']}/process.jsonl", traces)
    for trace in traces:
        trace.labels = outcome_only(trace)
    write_traces(f"{arguments.runs}/{config['to']}/outcome.jsonl", traces)
    print(f'{len(traces)} traces, {right / len(traces):.1%} right, {sum(map(len, traces))} tokens, '
          f'{time.time() - started:.0f} s')


if __name__ == '__main__':
    main()
