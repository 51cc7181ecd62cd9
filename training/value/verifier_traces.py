"""The traces that verifier models learn from. A policy writes them on training problems; nobody imitates them.

A process reward model (PRM; Lightman et al. 2023, arXiv 2305.20050) learns from an exact label at the end of every step,
an outcome reward model (ORM; Cobbe et al. 2021, arXiv 2110.14168) only from whether the answer is right, on the last token.
"""

import random

import torch

from training.model import checkpoint
from training.families import FAMILIES
from training.data.rollouts import sample_groups
from training.traces.trace import NO_LABEL
from training.traces.vocabulary import EOS

BATCH = 64  # problems at a time


def outcome_only(trace):
    """The labels of a trace with all but the last token's masked; None if the text has no end."""
    if trace.texts()[-1] != EOS:
        return None
    return [NO_LABEL] * (len(trace) - 1) + trace.labels[-1:]


def collect(config, runs):
    """Labelled traces of the policy, each with an end."""
    family = FAMILIES[config['family']]
    policy, _ = checkpoint.load(f"{runs}/{config['from']}")
    rng, generator = random.Random(config['seed']), torch.Generator().manual_seed(config['seed'])
    traces = []
    for _ in range(0, config['problems'], BATCH):
        for problem, prompt, samples in sample_groups(policy, config, BATCH, config['samples'], rng, generator):
            labelled = [family.label(problem, prompt, family.vocabulary.decode(one.tokens)) for one in samples]
            traces += [trace for trace in labelled if outcome_only(trace)]
    return traces
