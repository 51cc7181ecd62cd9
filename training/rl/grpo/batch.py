"""Traces of similar length, padded to tensors."""

from typing import NamedTuple

import torch

from training.traces.trace import NO_LABEL


class Batch(NamedTuple):
    """All `[traces, longest]`; `old_logs`, `advantage` and `mask` stand at the token they belong to."""
    ids: torch.Tensor
    old_logs: torch.Tensor
    advantage: torch.Tensor
    mask: torch.Tensor
    labels: torch.Tensor


def collate(experiences, pad):
    """The mask is 1 where the model wrote: prompts and padding teach nothing."""
    longest = max(map(len, experiences))

    def padded(rows, filler):
        return torch.tensor([row + [filler] * (longest - len(row)) for row in rows])

    def written(values):
        return padded([[0.0] * one.start + value for one, value in zip(experiences, values)], 0.0)

    counts = [len(one.logs) for one in experiences]
    return Batch(padded([one.tokens for one in experiences], pad), written([one.logs for one in experiences]),
                 written([[one.advantage] * count for one, count in zip(experiences, counts)]),
                 written([[1.0] * count for count in counts]),
                 padded([one.labels for one in experiences], NO_LABEL))
