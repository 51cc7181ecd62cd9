"""What a model writes on problems, and the measures of it."""

import torch

from training.evaluation.measures import auc, best_right, majority_right, pass_at, share
from training.model.sample import sample
from training.traces.vocabulary import END_THINK, EOS, WAIT

TEMPERATURE = 0.7


def thought_value(texts, values):
    """The value at the end of the thinking, or at the end of a direct answer; 0 where there is no end."""
    if END_THINK in texts:
        return values[texts.index(END_THINK)]
    return values[-1] if texts and texts[-1] == EOS else 0.0


class Evaluation:
    def __init__(self, model, family, seed=0):
        self.model, self.family, self.vocabulary = model, family, family.vocabulary
        self.generator = torch.Generator().manual_seed(seed)

    def write(self, problems, effort, temperature, appended=()):
        """`[(texts, values)]`, one a problem, after the prompt and the `appended` texts."""
        prompts = [self.vocabulary.encode([*self.family.prompt(p, effort), *appended]) for p in problems]
        found = sample(self.model, prompts, temperature, {self.vocabulary.eos}, generator=self.generator)
        return [(self.vocabulary.decode(one.tokens), one.values) for one in found]

    def accuracy(self, problems, effort, temperature):
        """`(share right, mean length)`."""
        written = self.write(problems, effort, temperature)
        right = share(self.family.is_right_answer(p, texts) for p, (texts, _) in zip(problems, written))
        return right, sum(len(texts) for texts, _ in written) / len(written)

    def described(self, problems, effort, temperature, start=lambda problem: ()):
        """Of one trace a problem: the share right, mean tokens, mean `Wait`s, and the share that thinks at all."""
        prompts = [self.vocabulary.encode([*self.family.prompt(p, effort), *start(p)]) for p in problems]
        found = sample(self.model, prompts, temperature, {self.vocabulary.eos}, generator=self.generator)
        written = [self.vocabulary.decode(one.tokens) for one in found]
        count = len(problems)
        return {'right': share(self.family.is_right_answer(p, texts) for p, texts in zip(problems, written)),
                'traces': count, 'tokens': sum(map(len, written)) / count,
                'waits': sum(texts.count(WAIT) for texts in written) / count,
                'thinking': share(END_THINK in texts[1:] for texts in written)}

    def sampled(self, problems, effort, samples):
        """What many samples give: a dictionary of measures."""
        repeated = [p for p in problems for _ in range(samples)]
        written = self.write(repeated, effort, TEMPERATURE)
        flags = [self.family.is_right_answer(p, texts) for p, (texts, _) in zip(repeated, written)]
        answers = [self.family.answer(texts) for texts, _ in written]
        last = [thought_value(*one) for one in written]

        def rows(items):
            return [items[i:i + samples] for i in range(0, len(items), samples)]

        steps = []
        for p, (texts, values) in zip(repeated, written):
            prompt = self.family.prompt(p, effort)
            labels = self.family.label(p, prompt, texts).labels[len(prompt):]
            steps += [(value, label == 1) for text, value, label in zip(texts, values, labels)
                      if label >= 0 and text in self.family.step_ends]
        measures = {f'pass@{k}': pass_at(rows(flags), k) for k in (1, 4, 16) if k <= samples}
        return {**measures, 'majority': majority_right(rows(answers), rows(flags)),
                'best by value': best_right(rows(last), rows(flags)),
                'AUC of steps': auc(steps), 'AUC of answers': auc(list(zip(last, flags)))}
