"""Muon: momentum whose update is made orthogonal, for the hidden matrices."""

import torch

COEFFICIENTS = (3.4445, -4.7750, 2.0315)
ITERATIONS = 5


def orthogonalise(matrix):
    """Newton-Schulz iteration that drives all singular values towards 1."""
    a, b, c = COEFFICIENTS
    x = matrix / (matrix.norm() + 1e-7)
    tall = x.shape[0] > x.shape[1]
    x = x.t() if tall else x
    for _ in range(ITERATIONS):
        gram = x @ x.t()
        x = a * x + (b * gram + c * gram @ gram) @ x
    return x.t() if tall else x


class Muon:
    """`precision` is that of the iteration: it need not be exact."""

    def __init__(self, parameters, rate, momentum=0.95, decay=0.01, precision=torch.float32):
        self.parameters, self.rate, self.momentum, self.decay, self.precision = list(parameters), rate, momentum, decay, precision
        self.buffers = [torch.zeros_like(p) for p in self.parameters]

    @torch.no_grad()
    def step(self, scale):
        """One update with the rate times `scale`; clears the gradients."""
        rate = self.rate * scale
        for p, buffer in zip(self.parameters, self.buffers):
            buffer.mul_(self.momentum).add_(p.grad)
            update = orthogonalise(p.grad.add(buffer, alpha=self.momentum).to(self.precision)).to(p.dtype)
            p.mul_(1 - rate * self.decay)
            p.add_(update, alpha=-rate * max(1, p.shape[0] / p.shape[1]) ** 0.5)
            p.grad = None

    def state_dict(self):
        return {'buffers': self.buffers}

    def load_state_dict(self, state):
        for buffer, saved in zip(self.buffers, state['buffers']):
            buffer.copy_(saved)
