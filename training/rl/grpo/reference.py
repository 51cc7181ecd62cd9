"""An update's objective token by token, which the page's training is held against."""

import json
import random

import torch

from training.rl.grpo.objective import advantages, clipped_surrogate, k3

CLIP, KL, FLOOR = 0.2, 0.02, 0.1


def reference(seed):
    """Groups of traces with made-up rewards and log-probabilities, and how hard `rl/grpo/update.py` pushes each token.

    A push is minus the derivative of the update's loss by the token's log-probability. `kl` and `clipped` are sums over
    tokens, the latter of those whose gain is clipped.
    """
    rng = random.Random(seed)
    groups = [[{'reward': rng.choice((0, 0.1, 1.1)), **_logs(rng, rng.randint(1, 6))} for _ in range(4)] for _ in range(3)]
    for group in groups:
        for trace, gain in zip(group, advantages([one['reward'] for one in group], FLOOR)):
            trace['advantage'] = gain
    traces = [trace for group in groups for trace in group]
    old, now, kept = (torch.tensor([value for trace in traces for value in trace[key]], dtype=torch.float64)
                      for key in ('old', 'now', 'reference'))
    gains = torch.tensor([trace['advantage'] for trace in traces for _ in trace['now']], dtype=torch.float64)
    now.requires_grad_()
    surrogate, distance = clipped_surrogate(now, old, gains, CLIP), k3(now, kept)
    (KL * distance - surrogate).sum().div(len(now)).backward()
    pushes = iter((-now.grad).tolist())
    for trace in traces:
        trace['pushes'] = [next(pushes) for _ in trace['now']]
    clipped = surrogate < (now - old).exp() * gains
    return {'clip': CLIP, 'beta': KL, 'floor': FLOOR, 'kl': distance.sum().item(), 'clipped': int(clipped.sum()),
            'groups': groups}


def _logs(rng, length):
    now = [-rng.expovariate(1.0) for _ in range(length)]
    return {'now': now, 'old': [value + rng.gauss(0, 0.3) for value in now],
            'reference': [value + rng.gauss(0, 0.5) for value in now]}


def to_json(content):
    """One group a line."""
    head = json.dumps({key: value for key, value in content.items() if key != 'groups'})
    return head[:-1] + ', "groups": [\n' + ',\n'.join(json.dumps(group) for group in content['groups']) + '\n]}\n'
