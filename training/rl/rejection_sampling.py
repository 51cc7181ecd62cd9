"""Rejection sampling: a model writes several traces on each of many training problems, and some are kept.

Those that reach the right answer in good form are kept to be imitated (STaR, Zelikman et al. 2022, arXiv 2203.14465).
With each problem one wrong trace is kept too, if there is one: nobody imitates it, but the value head learns from it.

A config's `labels` may be `outcome`: then the value head does not learn which steps are right, only at each of them
whether the trace came to the right answer. With `liked` the right traces kept are those which the model's own value head
scores highest, as in rStar-Math (arXiv 2501.04519); else the first.
"""

import math
import random
import time

import torch

from training.model import checkpoint
from training.evaluation.evaluation import thought_value
from training.families import FAMILIES
from training.rl.reward import judge
from training.data.rollouts import sample_groups
from training.traces.trace import NO_LABEL
from training.data.written import write_traces

BATCH = 64  # problems at a time


def imitated(trace, start):
    """The trace, with all that the model wrote from `start` on to be learnt."""
    trace.weights[start:] = [1.0] * (len(trace) - start)
    return trace


def labelled_by_outcome(trace, right):
    """The trace, with every label replaced by its outcome."""
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
        trace = family.label(problem, prompt, text)
        if labels == 'outcome':
            labelled_by_outcome(trace, is_right)
        if is_right:
            right[tuple(text)] = imitated(trace, len(prompt))
        else:
            wrong.append(trace)
    return list(right.values())[:keep] + wrong[:1]


def harvest(config, runs):
    """Writes the traces kept; returns how many problems were sampled (`asked`) and solved, the right and wrong traces, and their tokens."""
    family = FAMILIES[config['family']]
    vocabulary = family.vocabulary
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
    sampled = math.ceil(config['problems'] / BATCH) * BATCH
    return {'asked': sampled, 'solved': solved, 'right': right, 'wrong': len(kept) - right, 'tokens': tokens}
