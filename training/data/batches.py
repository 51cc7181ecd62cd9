"""Batches of traces of similar length."""

import torch

from training.traces.trace import NO_LABEL


def split_into_batches(traces, tokens, rng):
    """Batches of about `tokens` tokens each, padding included, in random order."""
    ordered = sorted(traces, key=len)
    batches, start = [], 0
    while start < len(ordered):
        count = max(1, tokens // len(ordered[start]))
        longest = len(ordered[min(start + count, len(ordered)) - 1])
        batch = ordered[start:start + max(1, tokens // longest)]
        batches.append(batch)
        start += len(batch)
    rng.shuffle(batches)
    return batches


def collate(batch, pad, device='cpu'):
    """`(ids, weights, labels)`, each `[traces, longest]`."""
    longest = max(map(len, batch))

    def padded(rows, filler, kind):
        return torch.tensor([row + [filler] * (longest - len(row)) for row in rows], dtype=kind, device=device)

    return (padded([t.tokens for t in batch], pad, torch.long),
            padded([t.weights for t in batch], 0.0, torch.float32),
            padded([t.labels for t in batch], NO_LABEL, torch.float32))
