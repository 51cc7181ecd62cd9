"""A linear value head on frozen features: logistic regression with soft targets."""

import torch
import torch.nn.functional as F

from training.value.targets import preferences, temporal_difference

PENALTY = 1e-4


def fit(features, targets, start=None):
    """`(weight [width], bias)` with the least cross-entropy, from `start` on."""
    width = features.shape[1]
    weight, bias = start or (torch.zeros(width), torch.zeros(()))
    parameters = [weight.clone().requires_grad_(), bias.clone().requires_grad_()]
    optimiser = torch.optim.LBFGS(parameters, max_iter=300, history_size=20, line_search_fn='strong_wolfe')

    def loss():
        optimiser.zero_grad()
        logits = features @ parameters[0] + parameters[1]
        value = F.binary_cross_entropy_with_logits(logits, targets) + PENALTY * parameters[0].square().sum()
        value.backward()
        return value

    optimiser.step(loss)
    return tuple(p.detach() for p in parameters)


def fit_to(traces, label):
    """A head for the targets that `label` gives along each trace."""
    chosen = [(trace.features[i], target) for trace in traces for i, target in label(trace)]
    return fit(torch.stack([z for z, _ in chosen]), torch.tensor([target for _, target in chosen]))


def fit_temporal_difference(traces, discount, sweeps):
    """Fitted value iteration: each sweep fits a head to the targets of the one before."""
    head = (torch.zeros(traces[0].features.shape[1]), torch.zeros(()))
    for _ in range(sweeps):
        current = head
        head = fit_to(traces, lambda trace: temporal_difference(trace, values(current, trace.features), discount))
    return head


def fit_to_preferences(traces, margin):
    """A head that puts the better step of each pair above the other one: the Bradley-Terry loss. It does not determine
    the bias, so a value of 0.5 does not mean an even chance."""
    pairs = preferences(traces, margin)
    differences = torch.stack([better.features[i] - worse.features[j] for (better, i), (worse, j) in pairs])
    weight, _ = fit(torch.cat([differences, -differences]), torch.cat([torch.ones(len(pairs)), torch.zeros(len(pairs))]))
    return weight, torch.zeros(())


def values(head, features):
    weight, bias = head
    return torch.sigmoid(features @ weight + bias).tolist()
