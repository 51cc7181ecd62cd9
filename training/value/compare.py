"""Best-of-N on held-out problems by each head: which trace would it pick, and how well does it rank steps?"""

import torch

from training.evaluation.measures import auc, best_right, majority_right, pass_at
from training.model.sample import sample
from training.value.collect import features, step_ends
from training.value.head import values


class Candidates:
    """Samples of held-out problems, with the features at their steps."""

    def __init__(self, model, family, settings, seed):
        vocabulary = family.vocabulary
        problems = next(iter(family.held_out_groups().values()))[:settings['problems']]
        self.samples = max(settings['sizes'])
        self.sizes = settings['sizes']
        repeated = [p for p in problems for _ in range(self.samples)]
        prompts = [family.prompt(p, 'low') for p in repeated]
        written = sample(model, [vocabulary.encode(p) for p in prompts], settings['temperature'], {vocabulary.eos},
                         generator=torch.Generator().manual_seed(seed))
        texts = [vocabulary.decode(one.tokens) for one in written]
        self.right = [family.is_right_answer(p, t) for p, t in zip(repeated, texts)]
        self.answers = [family.answer(t) for t in texts]
        self.steps, self.features = [], []
        for problem, prompt, one in zip(repeated, prompts, texts):
            trace = family.label(problem, prompt, one)
            ends = step_ends(trace, prompt)
            self.features.append(features(model, trace.tokens)[ends])
            inner = [i for i, end in enumerate(ends) if trace.texts()[end] in family.step_ends]
            self.steps.append([(i, trace.labels[ends[i]] == 1) for i in inner])

    def groups(self, items, size):
        """The samples of each problem in groups of `size`."""
        return [items[i:i + size] for i in range(0, len(items), size)]

    def baselines(self):
        found = {}
        for size in self.sizes:
            right = self.groups(self.right, size)
            found[f'majority of {size}'] = majority_right(self.groups(self.answers, size), right)
            found[f'oracle of {size}'] = pass_at(right, size)
        return found

    def measure(self, head):
        """Best-of-N by the last value and by the least, and the AUC over steps and over answers."""
        scored = [values(head, z) for z in self.features]
        last = [row[-1] if row and answer is not None else 0.0 for row, answer in zip(scored, self.answers)]
        least = [min(row) if row and answer is not None else 0.0 for row, answer in zip(scored, self.answers)]
        found = {}
        for size in self.sizes:
            right = self.groups(self.right, size)
            found[f'last, {size}'] = best_right(self.groups(last, size), right)
            found[f'min, {size}'] = best_right(self.groups(least, size), right)
        steps = [(row[i], label) for row, inner in zip(scored, self.steps) for i, label in inner]
        return {**found, 'AUC steps': auc(steps), 'AUC answers': auc(list(zip(last, self.right)))}
