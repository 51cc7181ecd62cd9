"""Budget forcing (s1, arXiv 2501.19393) as the page does it (`src/strategies/budget-forcing.ts`).

An end of the thinking is dropped and `Wait` put in its place, so many times; at the limit of thinking tokens the end is
forced.
"""

import torch

from training.model.sample import sample
from training.traces.vocabulary import END_THINK, EOS, WAIT

THINKING_TOKENS = 160


class Forcing:
    """Greedy or sampled traces of one model with forced waits."""

    def __init__(self, model, family, temperature, seed=0):
        self.model, self.temperature = model, temperature
        self.family, self.vocabulary = family, family.vocabulary
        self.generator = torch.Generator().manual_seed(seed)

    def write(self, prefixes, stop, most):
        """What follows each prefix (texts), at most `most[i]` tokens."""
        found = sample(self.model, [self.vocabulary.encode(p) for p in prefixes], self.temperature,
                       {self.vocabulary.ids[text] for text in stop}, generator=self.generator)
        return [self.vocabulary.decode(one.tokens[:count]) for one, count in zip(found, most)]

    def think(self, problems, effort, waits):
        """The thought of each problem with `waits` forced waits: texts between prompt and `</think>`."""
        prompts = [self.family.prompt(p, effort) for p in problems]
        thoughts = [[] for _ in problems]
        for round in range(waits + 1):
            going = [i for i, t in enumerate(thoughts) if len(t) + (round > 0) < THINKING_TOKENS]
            for i in going if round else ():
                thoughts[i].append(WAIT)
            written = self.write([prompts[i] + thoughts[i] for i in going], {END_THINK, EOS},
                                 [THINKING_TOKENS - len(thoughts[i]) for i in going])
            for i, texts in zip(going, written):
                thoughts[i] += [text for text in texts if text not in (END_THINK, EOS)]
        return thoughts

    def right(self, problems, effort, thoughts):
        """Whether the answer after each thought is right."""
        prefixes = [[*self.family.prompt(p, effort), *t, END_THINK] for p, t in zip(problems, thoughts)]
        answers = self.write(prefixes, {EOS}, [32] * len(problems))
        return [self.family.is_right_answer(p, [END_THINK, *texts]) for p, texts in zip(problems, answers)]
