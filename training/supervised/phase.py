"""Training on given traces, phase by phase.

Budgets are in tokens, so a run is the same however fast the machine is. Checkpoints go to `training/runs/<name>/`
(the config's `name`, else its family): `<phase>.pt` when a phase is done, `<phase>.partial.pt` every few minutes of it.

A config's `precision` may be `bfloat16`: matrix products of the forward and backward pass are computed in it, everything
else in single precision. On processors with matrix instructions for it that is twice as fast; on others it is slower.
"""

import contextlib
import os
import random
import time

import torch
import torch.nn.functional as F

from training.model import checkpoint
from training.data.batches import collate, split_into_batches
from training.families import FAMILIES
from training.model.transformer import Model, with_vocabulary
from training.model.muon import Muon
from training.data.rollouts import make_rollouts
from training.data.sources import source

POOL = 4000          # traces drawn at a time, to sort them by length
WARM_UP_STEPS = 50
DECAY_FROM = 0.55
SAVE_EVERY = 180     # seconds
LOG_EVERY = 50       # steps


def learning_scale(step, progress):
    """Linear warm-up, then constant, then linear decay to 2%."""
    decay = 1.0 if progress < DECAY_FROM else max(0.02, (1 - progress) / (1 - DECAY_FROM))
    return min(1.0, (step + 1) / WARM_UP_STEPS) * decay


def losses(model, ids, weights, labels):
    """Mean language loss over the weighted tokens, and mean value loss over the labelled ones."""
    logits, values = model(ids)
    each = F.cross_entropy(logits[:, :-1].flatten(0, 1), ids[:, 1:].flatten(), reduction='none')
    weight = weights[:, 1:].flatten()
    language = (each * weight).sum() / weight.sum().clamp(min=1)
    known = (labels >= 0).float()
    error = F.binary_cross_entropy_with_logits(values, labels.clamp(min=0), reduction='none')
    return language, (error * known).sum() / known.sum().clamp(min=1)


def reduced(precision, device):
    """The context in which a model computes: `float32`, or matrix products in `bfloat16`."""
    if precision == 'float32':
        return contextlib.nullcontext()
    return torch.autocast(torch.device(device).type, dtype=getattr(torch, precision))


class PhaseTrainer:
    """One phase of a run: its optimisers, its random numbers and its counters."""

    def __init__(self, model, config, index, runs='training/runs'):
        self.model, self.family, self.phase = model, FAMILIES[config['family']], config['phases'][index]
        phase = self.phase
        self.source = source(self.family, phase, runs)
        self.value_weight = config['valueWeight']
        self.precision = config.get('precision', 'float32')
        self.seed = config['seed'] * 1000 + index
        self.rng = random.Random(self.seed)
        self.rollouts, self.round = [], -1
        self.muon = Muon(model.hidden_matrices(), phase['muonRate'], precision=getattr(torch, self.precision))
        self.adam = torch.optim.AdamW(model.other_parameters(), lr=phase['adamRate'], betas=(0.9, 0.98),
                                      weight_decay=0.0)
        self.step = self.tokens = 0

    def run(self, save):
        """Trains to the phase's token budget. Calls `save` every `SAVE_EVERY` seconds, between two pools."""
        started, saved = time.time(), time.time()
        first_token = self.tokens
        sums, count = [0.0, 0.0], 0
        self.model.train()
        while self.tokens < self.phase['tokens']:
            for batch in self._pool():
                if self.tokens >= self.phase['tokens']:
                    break
                for i, loss in enumerate(self._update(batch)):
                    sums[i] += loss
                count += 1
                if self.step % LOG_EVERY == 0:
                    speed = (self.tokens - first_token) / (time.time() - started)
                    print(f"{self.phase['name']} step {self.step} tokens {self.tokens} tokens/s {speed:.0f} "
                          f'language {sums[0] / count:.4f} value {sums[1] / count:.4f}', flush=True)
                    sums, count = [0.0, 0.0], 0
            if time.time() - saved > SAVE_EVERY:
                save(self)
                saved = time.time()

    def _pool(self):
        """The next batches: traces of the source, and a share of the model's own, written anew each round."""
        share, settings = 0.0, self.phase.get('rollouts')
        if settings:
            share = settings['share']
            current = int(self.tokens / self.phase['tokens'] * settings['rounds'])
            if current != self.round:
                self.round = current
                self.rollouts = make_rollouts(self.model, self.family, settings, self.seed + 100 * (current + 1))
                self.model.train()
        traces = [self.rng.choice(self.rollouts) if self.rng.random() < share else self.source.sample(self.rng)
                  for _ in range(POOL)]
        return split_into_batches(traces, self.phase['batchTokens'], self.rng)

    def _update(self, batch):
        scale = learning_scale(self.step, self.tokens / self.phase['tokens'])
        ids, weights, labels = collate(batch, self.family.vocabulary.pad, self.model.cos.device)
        with reduced(self.precision, ids.device):
            language, value = losses(self.model, ids, weights, labels)
        (language + self.value_weight * value).backward()
        torch.nn.utils.clip_grad_norm_(self.model.other_parameters(), 1.0)
        for group in self.adam.param_groups:
            group['lr'] = self.phase['adamRate'] * scale
        self.adam.step()
        self.adam.zero_grad(set_to_none=True)
        self.muon.step(scale)
        self.step += 1
        self.tokens += sum(map(len, batch))
        return language.item(), value.item()

    def state(self):
        return dict(step=self.step, tokens=self.tokens, random=self.rng.getstate(), round=self.round,
                    rollouts=self.rollouts, muon=self.muon.state_dict(), adam=self.adam.state_dict())

    def restore(self, state):
        self.step, self.tokens = state['step'], state['tokens']
        self.round, self.rollouts = state['round'], state['rollouts']
        self.rng.setstate(state['random'])
        self.muon.load_state_dict(state['muon'])
        self.adam.load_state_dict(state['adam'])


def begin(config, index, folder, device):
    """`(model, tokens trained so far)` at the start of a phase.

    The model is untrained, or another run's checkpoint (`from`, relative to the folder of all runs), or what the phase
    before left. Tokens that were added to the vocabulary since are added to it.
    """
    torch.manual_seed(config['seed'])
    tokens = len(FAMILIES[config['family']].vocabulary)
    if index == 0 and 'from' not in config:
        return Model(tokens, **config['architecture']).to(device), 0
    path = f"{folder}/{config['phases'][index - 1]['name']}.pt" if index else f"{os.path.dirname(folder)}/{config['from']}"
    model, content = checkpoint.load(path, device)
    return with_vocabulary(model, tokens), content['trained_tokens']


def run_phase(config, index, folder, resume, device):
    """Trains one phase, from its start or from where it was stopped."""
    name = config['phases'][index]['name']
    path, partial = f'{folder}/{name}.pt', f'{folder}/{name}.partial.pt'
    state = None
    if resume and os.path.exists(partial):
        model, content = checkpoint.load(partial, device)
        before, state = content['tokens_before'], content['state']
    else:
        model, before = begin(config, index, folder, device)
    trainer = PhaseTrainer(model, config, index, os.path.dirname(folder))
    if state:
        trainer.restore(state)
    facts = dict(family=config['family'], phase=name, seed=config['seed'])

    def save_partial(trainer):
        checkpoint.save(partial, model, **facts, trained_tokens=before + trainer.tokens, tokens_before=before,
                        state=trainer.state())

    trainer.run(save_partial)
    checkpoint.save(path, model, **facts, trained_tokens=before + trainer.tokens)
    if os.path.exists(partial):
        os.remove(partial)
    print(f'{name} done: {trainer.tokens} tokens, {trainer.step} steps, {path}', flush=True)
