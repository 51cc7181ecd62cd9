"""Measures a checkpoint on held-out problems: `python3 -m training.evaluate CHECKPOINT [--problems N] [--samples N]`.

For each group of problems: greedy and one sample at temperature 0.7 in each effort, then from several samples
pass@k, the majority, the best by value, and how well the value head ranks steps and answers.
"""

import argparse

import torch

from training import checkpoint
from training.families import EVALUATIONS, TEACHERS
from training.measures import auc, best_right, majority_right, pass_at, share
from training.export.quantise import round_to_export
from training.sample import sample
from training.vocabulary import END_THINK, EOS, WAIT

TEMPERATURE = 0.7


def thought_value(texts, values):
    """The value at the end of the thinking, or at the end of a direct answer; 0 where there is no end."""
    if END_THINK in texts:
        return values[texts.index(END_THINK)]
    return values[-1] if texts and texts[-1] == EOS else 0.0


class Evaluation:
    def __init__(self, model, family, seed=0):
        self.model, self.kind, self.vocabulary = model, EVALUATIONS[family], TEACHERS[family].vocabulary
        self.generator = torch.Generator().manual_seed(seed)

    def write(self, problems, effort, temperature, appended=()):
        """`[(texts, values)]`, one a problem, after the prompt and the `appended` texts."""
        prompts = [self.vocabulary.encode([*self.kind.prompt(p, effort), *appended]) for p in problems]
        found = sample(self.model, prompts, temperature, {self.vocabulary.eos}, generator=self.generator)
        return [(self.vocabulary.decode(one.tokens), one.values) for one in found]

    def accuracy(self, problems, effort, temperature):
        """`(share right, mean length)`."""
        written = self.write(problems, effort, temperature)
        right = share(self.kind.is_right_answer(p, texts) for p, (texts, _) in zip(problems, written))
        return right, sum(len(texts) for texts, _ in written) / len(written)

    def described(self, problems, effort, temperature, start=lambda problem: ()):
        """Of one trace a problem: the share right, mean tokens, reflection words a trace, and how many think at all."""
        prompts = [self.vocabulary.encode([*self.kind.prompt(p, effort), *start(p)]) for p in problems]
        found = sample(self.model, prompts, temperature, {self.vocabulary.eos}, generator=self.generator)
        written = [self.vocabulary.decode(one.tokens) for one in found]
        count = len(problems)
        return {'right': share(self.kind.is_right_answer(p, texts) for p, texts in zip(problems, written)),
                'traces': count, 'tokens': sum(map(len, written)) / count,
                'waits': sum(texts.count(WAIT) for texts in written) / count,
                'thinking': share(END_THINK in texts[1:] for texts in written)}

    def sampled(self, problems, effort, samples):
        """What many samples give: a dictionary of measures."""
        repeated = [p for p in problems for _ in range(samples)]
        written = self.write(repeated, effort, TEMPERATURE)
        flags = [self.kind.is_right_answer(p, texts) for p, (texts, _) in zip(repeated, written)]
        answers = [self.kind.answer(texts) for texts, _ in written]
        last = [thought_value(*one) for one in written]

        def rows(items):
            return [items[i:i + samples] for i in range(0, len(items), samples)]

        steps = []
        for p, (texts, values) in zip(repeated, written):
            prompt = self.kind.prompt(p, effort)
            labels = self.kind.labelled(p, prompt, texts).labels[len(prompt):]
            steps += [(value, label == 1) for text, value, label in zip(texts, values, labels)
                      if label >= 0 and text in self.kind.STEP_ENDS]
        measures = {f'pass@{k}': pass_at(rows(flags), k) for k in (1, 4, 16) if k <= samples}
        return {**measures, 'majority': majority_right(rows(answers), rows(flags)),
                'best by value': best_right(rows(last), rows(flags)),
                'AUC of steps': auc(steps), 'AUC of answers': auc(list(zip(last, flags)))}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('checkpoint')
    parser.add_argument('--problems', type=int, default=300, help='at most this many of each group')
    parser.add_argument('--samples', type=int, default=16)
    parser.add_argument('--exported', action='store_true', help='with weights rounded to 8 bits, as exported')
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    model, facts = checkpoint.load(arguments.checkpoint)
    evaluation = Evaluation(round_to_export(model) if arguments.exported else model, facts['family'])
    print(f"{facts['family']}, {facts['trained_tokens']} tokens")
    for name, problems in evaluation.kind.groups().items():
        problems = problems[:arguments.problems]
        print(f'{name} ({len(problems)} problems)')
        for effort in ('none', 'low', 'high'):
            for temperature in (0, TEMPERATURE):
                right, length = evaluation.accuracy(problems, effort, temperature)
                print(f'  {effort:4} T {temperature:.1f}: {right:6.1%}  {length:5.1f} tokens', flush=True)
        for effort in ('none', 'low'):
            measures = evaluation.sampled(problems, effort, arguments.samples)
            print(f'  {effort:4} of {arguments.samples}: '
                  + ', '.join(f'{key} {value:.3f}' for key, value in measures.items()), flush=True)


if __name__ == '__main__':
    main()
