"""On-policy traces: what the model itself writes on training problems, labelled exactly for the value head."""

import random
import time

import torch

from training.families import ROLLOUTS, TEACHERS
from training.sample import sample


def make_rollouts(model, family, settings, seed):
    """`settings['traces']` labelled traces, equally many at each temperature."""
    vocabulary, kind = TEACHERS[family].vocabulary, ROLLOUTS[family]
    rng, generator = random.Random(seed), torch.Generator(model.cos.device).manual_seed(seed)
    started, traces = time.time(), []
    model.eval()
    for temperature in settings['temperatures']:
        drawn = kind.draw_prompts(rng, settings['traces'] // len(settings['temperatures']))
        written = sample(model, [vocabulary.encode(prompt) for _, prompt in drawn], temperature, {vocabulary.eos},
                         generator=generator)
        for (problem, prompt), found in zip(drawn, written):
            traces.append(kind.label(problem, prompt, vocabulary.decode(found.tokens), **settings.get('label', {})))
    labels = [label for trace in traces for label in trace.labels if label >= 0]
    print(f'rollouts: {len(traces)} traces, {sum(map(len, traces))} tokens, {len(labels)} labels, '
          f'{sum(labels) / len(labels):.3f} of them right, {time.time() - started:.0f} s', flush=True)
    return traces
