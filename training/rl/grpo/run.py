"""A run of GRPO. Writes to `training/runs/<name>/`: `log.jsonl`, one line a step; `final.pt`, and `partial.pt` every few minutes."""

import copy
import json
import os
import random
import time

import torch

from training.model import checkpoint
from training.families import FAMILIES
from training.rl.grpo.rollout import gather
from training.rl.grpo.update import Updater

SAVE_EVERY = 120  # seconds
WARM_UP_STEPS = 5


def summary(judgements, traces):
    """What the log keeps of a step's traces."""
    count = len(judgements)

    def mean(numbers):
        return round(sum(numbers) / count, 4)

    return {'reward': mean(one.reward for one in judgements), 'accuracy': mean(one.right for one in judgements),
            'formed': mean(one.formed for one in judgements), 'tokens': mean(len(one.logs) for one in traces),
            'thinking': mean(one.thought > 0 for one in judgements), 'waits': mean(one.waits for one in judgements)}


class Run:
    """A policy, the optimiser, the random numbers and the step; enough to stop and go on."""

    def __init__(self, config, runs, device='cpu'):
        self.config = config
        self.model, self.facts = checkpoint.load(f"{runs}/{config['from']}", device)
        reference = copy.deepcopy(self.model)
        vocabulary = FAMILIES[config['family']].vocabulary
        self.updater = Updater(self.model, reference, vocabulary.pad, config)
        self.rng = random.Random(config['seed'])
        self.generator = torch.Generator(device).manual_seed(config['seed'])
        self.step = self.sampled = 0

    def advance(self):
        """One step; returns its line of the log."""
        started = time.time()
        groups, judgements = gather(self.model, self.config, self.rng, self.generator)
        traces = [one for group in groups for one in group]
        self.step += 1
        self.sampled += sum(len(one.logs) for one in traces)
        kl, clipped = self.updater.update(groups, self.rng, min(1.0, self.step / WARM_UP_STEPS))
        return {'step': self.step, **summary(judgements, traces), 'kl': round(kl, 5), 'clipped': round(clipped, 5),
                'seconds': round(time.time() - started, 2)}

    def save(self, path, **rest):
        checkpoint.save(path, self.model, family=self.config['family'], phase=self.config['name'],
                        seed=self.config['seed'], trained_tokens=self.facts['trained_tokens'] + self.sampled,
                        steps=self.step, **rest)

    def save_partial(self, path):
        self.save(path, state=dict(adam=self.updater.adam.state_dict(), random=self.rng.getstate(),
                                   generator=self.generator.get_state(), sampled=self.sampled))

    def restore(self, path):
        model, content = checkpoint.load(path)
        self.model.load_state_dict(model.state_dict())
        state = content['state']
        self.updater.adam.load_state_dict(state['adam'])
        self.rng.setstate(state['random'])
        self.generator.set_state(state['generator'])
        self.step, self.sampled = content['steps'], state['sampled']


def keep_lines(path, count):
    """Cuts the log back to what a restored run has done."""
    with open(path, 'a+') as file:
        file.seek(0)
        lines = file.readlines()
        file.truncate(sum(len(line.encode()) for line in lines[:count]))


def train(config, runs, resume=False):
    folder = f"{runs}/{config['name']}"
    os.makedirs(folder, exist_ok=True)
    log, partial = f'{folder}/log.jsonl', f'{folder}/partial.pt'
    run = Run(config, runs)
    if resume and os.path.exists(partial):
        run.restore(partial)
    keep_lines(log, run.step)
    saved = time.time()
    with open(log, 'a', buffering=1) as lines:
        while run.step < config['steps']:
            line = run.advance()
            lines.write(json.dumps(line) + '\n')
            print(json.dumps(line), flush=True)
            if time.time() - saved > SAVE_EVERY:
                run.save_partial(partial)
                saved = time.time()
    run.save(f'{folder}/final.pt')
    if os.path.exists(partial):
        os.remove(partial)
