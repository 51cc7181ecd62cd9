"""The traces that verifier models learn from: `python3 -m training.commands.verifier_traces training/configs/arithmetic-verifiers.json`.

They are written to two files with the same tokens: `process.jsonl` with a label on every step, `outcome.jsonl` with one
on the last token.
"""

import argparse
import json
import time

import torch

from training.data.written import write_traces
from training.value.verifier_traces import collect, outcome_only


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
