"""Batched sampling with a key-value cache. Used for rollouts and evaluation; the site has its own engine."""

from typing import NamedTuple

import torch
import torch.nn.functional as F


class Sample(NamedTuple):
    """What a model wrote after a prompt, the value head's probability after each token, and the logarithm of the
    probability with which each was drawn (at the given temperature)."""
    tokens: list
    values: list
    logs: list


class Cache:
    """Keys and values of one layer for a batch of rows, each row at its own length."""

    def __init__(self, keys, values, longest):
        rows, heads, count, width = keys.shape
        self.keys = keys.new_zeros(rows, heads, longest, width)
        self.values = values.new_zeros(rows, heads, longest, width)
        self.keys[:, :, :count], self.values[:, :, :count] = keys, values
        self.lengths, self.seen = None, 0

    def __call__(self, k, v):
        """Stores one new token a row, and gives all that may be attended to."""
        rows = torch.arange(len(k), device=k.device)
        self.keys[rows, :, self.lengths] = k[:, :, 0]
        self.values[rows, :, self.lengths] = v[:, :, 0]
        return self.keys[:, :, :self.seen], self.values[:, :, :self.seen]

    def keep(self, rows):
        self.keys, self.values = self.keys[rows], self.values[rows]


class Recorder:
    """Passes keys and values through at the prefill, and keeps them."""

    def __call__(self, k, v):
        self.keys, self.values = k, v
        return k, v


@torch.no_grad()
def sample(model, prompts, temperature, stop, batch=256, generator=None):
    """One `Sample` a prompt (lists of ids), ending with a token of `stop` or where the context is full.

    `temperature` 0 takes the likeliest token.
    """
    results = [None] * len(prompts)
    order = sorted(range(len(prompts)), key=lambda i: len(prompts[i]))
    for start in range(0, len(order), batch):
        chosen = order[start:start + batch]
        for i, found in zip(chosen, _sample_batch(model, [prompts[i] for i in chosen], temperature, stop, generator)):
            results[i] = found
    return results


def _prefill(model, prompts, context):
    """`(caches, lengths, last hidden states)` of prompts of different lengths, padded on the right."""
    device, count = model.cos.device, max(map(len, prompts))
    ids = torch.tensor([prompt + [0] * (count - len(prompt)) for prompt in prompts], device=device)
    lengths = torch.tensor(list(map(len, prompts)), device=device)
    recorders = [Recorder() for _ in model.layers]
    z = model.trunk(ids, *model.causal(count), recorders)
    caches = [Cache(r.keys, r.values, context) for r in recorders]
    return caches, lengths, z[torch.arange(len(prompts)), lengths - 1]


def _sample_batch(model, prompts, temperature, stop, generator):
    context = len(model.cos)
    caches, lengths, z = _prefill(model, prompts, context)
    rows = list(range(len(prompts)))              # which prompt each row of the caches belongs to
    done = [False] * len(prompts)
    out = [Sample([], [], []) for _ in prompts]
    positions = torch.arange(context, device=lengths.device)
    while rows:
        logits = model.head(z)
        if temperature > 0:
            log_chances = F.log_softmax(logits / temperature, -1)
            tokens = torch.multinomial(log_chances.exp(), 1, generator=generator).squeeze(-1)
        else:
            log_chances = F.log_softmax(logits, -1)
            tokens = logits.argmax(-1)
        logs = log_chances.gather(-1, tokens[:, None]).squeeze(-1).tolist()
        seen = int(lengths.max()) + 1
        mask = torch.where(positions[:seen] <= lengths[:, None], 0.0, -1e9)[:, None, None]
        for cache in caches:
            cache.lengths, cache.seen = lengths, seen
        z = model.trunk(tokens[:, None], lengths[:, None], mask, caches)[:, 0]
        values = torch.sigmoid(model.value(z).squeeze(-1)).tolist()
        for row, token, value, log in zip(rows, tokens.tolist(), values, logs):
            if not done[row]:
                out[row].tokens.append(token)
                out[row].values.append(value)
                out[row].logs.append(log)
                done[row] = token in stop or len(prompts[row]) + len(out[row].tokens) == context
        lengths = (lengths + 1).clamp(max=context - 1)
        keep = [i for i, row in enumerate(rows) if not done[row]]
        if not keep or len(keep) <= len(rows) * 0.75:
            index = torch.tensor(keep, dtype=torch.long, device=lengths.device)
            lengths, z, rows = lengths[index], z[index], [rows[i] for i in keep]
            for cache in caches:
                cache.keep(index)
    return out
