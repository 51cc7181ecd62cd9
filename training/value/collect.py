"""The model's own traces on training problems, with rollouts from each step (Math-Shepherd, arXiv 2312.08935)."""

import random
from typing import NamedTuple

import torch

from training.model.sample import sample


class Judged(NamedTuple):
    """The ends of a trace's steps, in order, its `</think>` and `<eos>` among them.

    `features` are the last hidden states there `[ends, width]`, `exact` the exact labels, `hits` the share of the
    rollouts from there that ended right, `right` whether the trace itself did. `problem` is the number of its problem,
    `steps` are the texts of its steps.
    """
    features: torch.Tensor
    exact: list
    hits: list
    right: bool
    problem: int = 0
    steps: tuple = ()


def collect(model, family, settings, seed):
    """`settings['traces']` judged traces, `settings['samples']` of them (by default 1) about the same problem, with
    `settings['rollouts']` rollouts from each step."""
    vocabulary = family.vocabulary
    generator = torch.Generator().manual_seed(seed)

    def write(prefixes):
        found = sample(model, [vocabulary.encode(p) for p in prefixes], settings['temperature'], {vocabulary.eos},
                       generator=generator)
        return [vocabulary.decode(one.tokens) for one in found]

    samples = settings.get('samples', 1)
    problems = [p for p, _ in family.draw_prompts(random.Random(seed), settings['traces'] // samples)
                for _ in range(samples)]
    prompts = [family.prompt(p, 'low') for p in problems]
    traces = [family.label(p, prompt, texts) for p, prompt, texts in zip(problems, prompts, write(prompts))]
    prefixes = [(i, end) for i, trace in enumerate(traces) for end in step_ends(trace, prompts[i])
                for _ in range(settings['rollouts']) if end < len(trace) - 1]
    written = write([traces[i].texts()[:end + 1] for i, end in prefixes])
    hits = {}
    for (i, end), texts in zip(prefixes, written):
        whole = traces[i].texts()[len(prompts[i]):end + 1] + texts
        hits.setdefault((i, end), []).append(family.is_right_answer(problems[i], whole))
    judged = []
    for i, (problem, prompt, trace) in enumerate(zip(problems, prompts, traces)):
        right = family.is_right_answer(problem, trace.texts()[len(prompt):])
        ends = step_ends(trace, prompt)
        shares = [sum(found) / len(found) for found in (hits.get((i, end), [right]) for end in ends)]
        judged.append(Judged(features(model, trace.tokens)[ends], [trace.labels[end] for end in ends], shares, right,
                             i // samples, step_texts(trace, prompt, ends)))
    return [one for one in judged if one.exact]


def step_ends(trace, prompt):
    """Where the value head is read: the labelled tokens after the prompt."""
    return [i for i in range(len(prompt), len(trace)) if trace.labels[i] >= 0]


def step_texts(trace, prompt, ends):
    """What stands between the end of the step before and its own, each as one text."""
    texts = trace.texts()
    return tuple(' '.join(texts[start:end + 1]) for start, end in zip([len(prompt), *(end + 1 for end in ends)], ends))


@torch.no_grad()
def features(model, tokens):
    """The last hidden states of a sequence, `[tokens, width]`."""
    return model.trunk(torch.tensor([tokens]), *model.causal(len(tokens)))[0]
