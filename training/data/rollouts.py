"""On-policy traces: what the model itself writes on training problems. Labelled exactly, they are for the value head."""

import random
import time

import torch

from training.families import FAMILIES
from training.model.sample import sample


def sample_groups(model, config, problems, group, rng, generator):
    """`[(problem, prompt texts, samples)]`: a group of samples on each of so many training problems."""
    family = FAMILIES[config['family']]
    vocabulary = family.vocabulary
    drawn = [family.draw_training(rng, **config['draw']) for _ in range(problems)]
    prompts = [family.prompt(problem, rng.choice(config['efforts'])) for problem in drawn]
    written = sample(model, [vocabulary.encode(prompt) for prompt in prompts for _ in range(group)],
                     config['temperature'], {vocabulary.eos}, generator=generator)
    return [(*pair, written[i * group:(i + 1) * group]) for i, pair in enumerate(zip(drawn, prompts))]


def make_rollouts(model, family, settings, seed):
    """`settings['traces']` labelled traces, equally many at each temperature."""
    vocabulary = family.vocabulary
    rng, generator = random.Random(seed), torch.Generator(model.cos.device).manual_seed(seed)
    started, traces = time.time(), []
    model.eval()
    for temperature in settings['temperatures']:
        drawn = family.draw_prompts(rng, settings['traces'] // len(settings['temperatures']))
        written = sample(model, [vocabulary.encode(prompt) for _, prompt in drawn], temperature, {vocabulary.eos},
                         generator=generator)
        for (problem, prompt), found in zip(drawn, written):
            traces.append(family.label(problem, prompt, vocabulary.decode(found.tokens), **settings.get('label', {})))
    labels = [label for trace in traces for label in trace.labels if label >= 0]
    print(f'rollouts: {len(traces)} traces, {sum(map(len, traces))} tokens, {len(labels)} labels, '
          f'{sum(labels) / len(labels):.3f} of them right, {time.time() - started:.0f} s', flush=True)
    return traces
