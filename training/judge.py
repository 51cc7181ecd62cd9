"""Measures the judge beside the value head: `python3 -m training.judge CHECKPOINT [--problems 300] [--samples 16]`.

On the model's own traces of held-out problems (temperature 0.7, one chain): after each step `<judge>` is put in and the
chance of `yes` against `no` read (arXiv 2408.15240). Printed: how often the likelier word is exact, the AUC of both over
steps, and best-of-N by the last step's score. In puzzles the judge is asked about the last step alone, where the value
head says whether all is right so far; so there the lowest of its scores is the trace's.
"""

import argparse
import sys

import torch

from training import checkpoint
from training.countdown.tokens import JUDGE, NO, YES
from training.families import EVALUATIONS, TEACHERS
from training.measures import auc, best_right, share
from training.puzzles.checker import checker_of
from training.export.quantise import round_to_export
from training.sample import sample
from training.vocabulary import END_THINK, EOS

# The families whose models can have learnt to judge, with their held-out problems. They ask in the same words.
GROUPS = {'countdown': ['target 24'], 'puzzle': ['story', 'equations', 'knights']}


@torch.no_grad()
def judge(model, vocabulary, prefixes):
    """p(yes) / (p(yes) + p(no)) after each prefix (ids) and `<judge>`."""
    asked, yes, no = (vocabulary.ids[text] for text in (JUDGE, YES, NO))
    found = []
    for prefix in prefixes:
        logits, _ = model(torch.tensor([prefix + [asked]]))
        found.append(torch.sigmoid(logits[0, -1, yes] - logits[0, -1, no]).item())
    return found


def held_out(family, count):
    """The first problems, of each kind in turn."""
    groups = EVALUATIONS[family].groups()
    return [problem for row in zip(*(groups[name] for name in GROUPS[family])) for problem in row][:count]


def steps(family, problem, prompt, texts):
    """`[(where it ends, should the judge say yes, is all right so far)]` of each step of a thought."""
    labels = EVALUATIONS[family].labelled(problem, prompt, texts).labels[len(prompt):]
    thought = texts.index(END_THINK) if END_THINK in texts else len(texts)
    ends = [i for i in range(thought) if labels[i] >= 0 and texts[i] != EOS]
    right = [labels[i] == 1 for i in ends]
    return list(zip(ends, last_right(problem, texts, ends) if family == 'puzzle' else right, right))


def last_right(puzzle, texts, ends):
    """Whether each step of a puzzle's thought, taken alone, follows from those before it."""
    checker, found, start = checker_of(puzzle), [], 0
    for end in ends:
        checker.step(texts[start:end])
        found.append(checker.last_right)
        start = end + 1
    return found


def measure(model, family, problems, samples):
    """`{name: ([(score, right)] of all steps, best of N)}` of the judge and of the value head."""
    kind, vocabulary = EVALUATIONS[family], TEACHERS[family].vocabulary
    problems = [problem for problem in problems for _ in range(samples)]
    prompts = [kind.prompt(problem, 'low') for problem in problems]
    written = sample(model, [vocabulary.encode(prompt) for prompt in prompts], 0.7, {vocabulary.eos},
                     generator=torch.Generator().manual_seed(0))
    by_judge, by_value, right, whole = [], [], [], []
    for problem, prompt, one in zip(problems, prompts, written):
        texts = vocabulary.decode(one.tokens)
        found = steps(family, problem, prompt, texts)
        scores = judge(model, vocabulary, [vocabulary.encode(prompt) + one.tokens[:end + 1] for end, _, _ in found])
        by_judge += [(score, yes) for score, (_, yes, _) in zip(scores, found)]
        by_value += [(one.values[end], all_right) for end, _, all_right in found]
        right.append(kind.is_right_answer(problem, texts))
        judged = found and kind.answer(texts)
        whole.append((min(scores) if family == 'puzzle' else scores[-1], one.values[found[-1][0]]) if judged else (0.0, 0.0))

    def best(which):
        return best_right([[pair[which] for pair in whole[i:i + samples]] for i in range(0, len(whole), samples)],
                          [right[i:i + samples] for i in range(0, len(right), samples)])

    return {'judge': (by_judge, best(0)), 'value head': (by_value, best(1))}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('checkpoint')
    parser.add_argument('--problems', type=int, default=300)
    parser.add_argument('--samples', type=int, default=16)
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    model, facts = checkpoint.load(arguments.checkpoint)
    family = facts['family']
    if family not in GROUPS or model.embedding.num_embeddings != len(TEACHERS[family].vocabulary):
        judges = ' and '.join(f'{name} ({len(TEACHERS[name].vocabulary)} words)' for name in GROUPS)
        sys.exit(f'Only models of {judges} can judge; this one is of {family} ({model.embedding.num_embeddings} words).')
    problems = held_out(family, arguments.problems)
    for name, (scored, best) in measure(round_to_export(model), family, problems, arguments.samples).items():
        exact = share((score > 0.5) == label for score, label in scored)
        print(f'{name}: {exact:.1%} of {len(scored)} steps judged rightly, AUC {auc(scored):.3f}, '
              f'best of {arguments.samples} {best:.1%}')


if __name__ == '__main__':
    main()
