"""One step's gradient updates from the experiences gathered."""

import torch
import torch.nn.functional as F

from training.data.batches import split_into_batches
from training.rl.grpo.batch import collate
from training.rl.grpo.objective import clipped_surrogate, k3
from training.traces.trace import NO_LABEL


def log_chances(logits, ids):
    """The log-probability of each token but the first, `[traces, longest - 1]`."""
    return F.log_softmax(logits[:, :-1], -1).gather(-1, ids[:, 1:, None]).squeeze(-1)


def hidden(model, ids):
    positions, mask = model.causal(ids.shape[1])
    return model.trunk(ids, positions, mask)


def value_loss(model, z, labels):
    """Binary cross-entropy of the value head alone. The trunk is detached, so only GRPO's loss changes the policy."""
    known = (labels != NO_LABEL).float()
    values = model.value(z.detach()).squeeze(-1)
    return (F.binary_cross_entropy_with_logits(values, labels.clamp(min=0), reduction='none') * known).sum()


class Updater:
    """The optimiser, and the reference model that the policy is kept close to."""

    def __init__(self, model, reference, pad, config):
        self.model, self.reference, self.pad, self.config = model, reference, pad, config
        self.adam = torch.optim.AdamW(model.parameters(), lr=config['rate'], betas=(0.9, 0.95), weight_decay=0.0)

    def update(self, groups, rng, scale):
        """`config['updates']` updates, each on its share of the groups. Returns the mean KL and the share of clipped tokens.

        The first update is on the policy that wrote the traces; from the second on the ratio and its clipping matter.
        Groups whose traces all got the same reward are left out: they have no advantages, and would cost time.
        """
        groups = [group for group in groups if any(one.advantage for one in group)]
        for settings in self.adam.param_groups:
            settings['lr'] = self.config['rate'] * scale
        rng.shuffle(groups)
        count = self.config['updates']
        sums = [0.0, 0.0, 0]
        self.model.train()
        for part in range(count):
            experiences = [one for group in groups[part::count] for one in group]
            if not experiences:
                continue
            written = sum(len(one.logs) for one in experiences)
            for batch in split_into_batches(experiences, self.config['batchTokens'], rng):
                for i, value in enumerate(self._accumulate(collate(batch, self.pad), written)):
                    sums[i] += value
            torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
            self.adam.step()
            self.adam.zero_grad(set_to_none=True)
        self.model.eval()
        return sums[0] / max(1, sums[2]), sums[1] / max(1, sums[2])

    def _accumulate(self, batch, written):
        """Adds a batch's gradient. Every token written counts alike, not every trace: with a mean over each trace's tokens
        the first tokens of long thoughts would hardly change, and these are the ones that choose to think."""
        z = hidden(self.model, batch.ids)
        logs = log_chances(self.model.head(z), batch.ids)
        with torch.no_grad():
            reference_logs = log_chances(self.reference.head(hidden(self.reference, batch.ids)), batch.ids)
        old_logs, advantage, mask = batch.old_logs[:, 1:], batch.advantage[:, 1:], batch.mask[:, 1:]
        gain = clipped_surrogate(logs, old_logs, advantage, self.config['clip'])
        distance = k3(logs, reference_logs)
        policy_loss = ((self.config['kl'] * distance - gain) * mask).sum() / written
        values = value_loss(self.model, z, batch.labels) * self.config['valueWeight'] / len(batch.ids)
        (policy_loss + values).backward()
        with torch.no_grad():
            clipped = ((logs - old_logs).exp() - 1).abs() > self.config['clip']
            return (distance * mask).sum().item(), (clipped * mask).sum().item(), int(mask.sum())
