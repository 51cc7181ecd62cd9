"""Measures the judge beside the value head: `python3 -m training.judge CHECKPOINT [--problems 300] [--samples 16]`.

On the model's own traces of held-out problems (temperature 0.7, one chain): after each step `<judge>` is put in and the
chance of `yes` against `no` read (arXiv 2408.15240). Printed: how often the likelier word is exact, the AUC of both over
steps, and best-of-N by the last step's score.
"""

import argparse

import torch

from training import checkpoint
from training.countdown import evaluation as kind
from training.countdown.tokens import JUDGE, NO, VOCABULARY, YES
from training.measures import auc, best_right, share
from training.quantise import round_to_export
from training.sample import sample
from training.vocabulary import END_THINK


@torch.no_grad()
def judge(model, prefixes):
    """p(yes) / (p(yes) + p(no)) after each prefix (ids) and `<judge>`."""
    asked, yes, no = (VOCABULARY.ids[text] for text in (JUDGE, YES, NO))
    found = []
    for prefix in prefixes:
        logits, _ = model(torch.tensor([prefix + [asked]]))
        found.append(torch.sigmoid(logits[0, -1, yes] - logits[0, -1, no]).item())
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('checkpoint')
    parser.add_argument('--problems', type=int, default=300)
    parser.add_argument('--samples', type=int, default=16)
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    model, _ = checkpoint.load(arguments.checkpoint)
    model = round_to_export(model)
    problems = [p for p in kind.groups()['target 24'][:arguments.problems] for _ in range(arguments.samples)]
    prompts = [kind.prompt(p, 'low') for p in problems]
    written = sample(model, [VOCABULARY.encode(p) for p in prompts], 0.7, {VOCABULARY.eos},
                     generator=torch.Generator().manual_seed(0))
    by_judge, by_value, right, last = [], [], [], []
    for problem, prompt, one in zip(problems, prompts, written):
        texts = VOCABULARY.decode(one.tokens)
        labels = kind.labelled(problem, prompt, texts).labels[len(prompt):]
        thought = texts.index(END_THINK) if END_THINK in texts else len(texts)
        ends = [i for i in range(thought) if labels[i] >= 0]
        scores = judge(model, [VOCABULARY.encode(prompt) + one.tokens[:i + 1] for i in ends])
        by_judge += [(score, labels[i] == 1) for i, score in zip(ends, scores)]
        by_value += [(one.values[i], labels[i] == 1) for i in ends]
        right.append(kind.is_right_answer(problem, texts))
        last.append((scores[-1], one.values[ends[-1]]) if ends and kind.answer(texts) else (0.0, 0.0))

    def best(which):
        size = arguments.samples
        return best_right([[pair[which] for pair in last[i:i + size]] for i in range(0, len(last), size)],
                          [right[i:i + size] for i in range(0, len(right), size)])

    for name, scored, which in (('judge', by_judge, 0), ('value head', by_value, 1)):
        exact = share((score > 0.5) == label for score, label in scored)
        print(f'{name}: {exact:.1%} of {len(scored)} steps judged rightly, AUC {auc(scored):.3f}, '
              f'best of {arguments.samples} {best(which):.1%}')


if __name__ == '__main__':
    main()
