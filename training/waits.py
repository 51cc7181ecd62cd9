"""Measures budget forcing: `python3 -m training.waits CHECKPOINT [--waits 0 1 2 4] [--effort high] [--temperature 0]`.

Budget forcing (s1, arXiv 2501.19393) as the page does it (`src/strategies/budget-forcing.ts`): an end of the thinking is
dropped and `Wait` put in its place, so many times; at the limit of thinking tokens the end is forced. Printed for each
number of waits: the share right, the mean length of the thinking, and what the waits made of the answers with none.
"""

import argparse

import torch

from training import checkpoint
from training.families import EVALUATIONS, TEACHERS
from training.export.quantise import round_to_export
from training.sample import sample
from training.vocabulary import END_THINK, EOS, WAIT

THINKING_TOKENS = 160


class Forcing:
    """Greedy or sampled traces of one model with forced waits."""

    def __init__(self, model, family, temperature, seed=0):
        self.model, self.temperature = model, temperature
        self.kind, self.vocabulary = EVALUATIONS[family], TEACHERS[family].vocabulary
        self.generator = torch.Generator().manual_seed(seed)

    def write(self, prefixes, stop, most):
        """What follows each prefix (texts), at most `most[i]` tokens."""
        found = sample(self.model, [self.vocabulary.encode(p) for p in prefixes], self.temperature,
                       {self.vocabulary.ids[text] for text in stop}, generator=self.generator)
        return [self.vocabulary.decode(one.tokens[:count]) for one, count in zip(found, most)]

    def think(self, problems, effort, waits):
        """The thought of each problem with `waits` forced waits: texts between prompt and `</think>`."""
        prompts = [self.kind.prompt(p, effort) for p in problems]
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
        prefixes = [[*self.kind.prompt(p, effort), *t, END_THINK] for p, t in zip(problems, thoughts)]
        answers = self.write(prefixes, {EOS}, [32] * len(problems))
        return [self.kind.is_right_answer(p, [END_THINK, *texts]) for p, texts in zip(problems, answers)]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('checkpoint')
    parser.add_argument('--waits', type=int, nargs='+', default=[0, 1, 2, 4])
    parser.add_argument('--effort', default='high')
    parser.add_argument('--temperature', type=float, default=0.0)
    parser.add_argument('--problems', type=int, default=300)
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    model, facts = checkpoint.load(arguments.checkpoint)
    forcing = Forcing(round_to_export(model), facts['family'], arguments.temperature)
    problems = next(iter(forcing.kind.groups().values()))[:arguments.problems]
    first = None
    for waits in arguments.waits:
        thoughts = forcing.think(problems, arguments.effort, waits)
        right = forcing.right(problems, arguments.effort, thoughts)
        first = right if first is None else first
        kept = sum(a and b for a, b in zip(first, right)) / max(1, sum(first))
        print(f'{waits} waits: {sum(right) / len(right):6.1%} of {len(right)}, '
              f'{sum(map(len, thoughts)) / len(thoughts):5.1f} thinking tokens, '
              f'{kept:.1%} of the right ones kept', flush=True)


if __name__ == '__main__':
    main()
