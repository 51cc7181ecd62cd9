"""Measures of the judge beside the value head, on the model's own traces of held-out problems (temperature 0.7, one chain).

After each step `<judge>` is inserted, and the probability of `yes` against `no` is read (arXiv 2408.15240). Where the judge is asked
about the last step alone, as in puzzles, the value head still says whether all is right so far.
"""

import torch

from training.evaluation.measures import best_right
from training.model.sample import sample
from training.traces.vocabulary import END_THINK, EOS


@torch.no_grad()
def judge(model, family, prefixes):
    """p(yes) / (p(yes) + p(no)) after each prefix (ids) and the question."""
    judging = family.judging
    question, yes, no = (family.vocabulary.ids[text] for text in (judging.question, judging.yes, judging.no))
    found = []
    for prefix in prefixes:
        logits, _ = model(torch.tensor([prefix + [question]]))
        found.append(torch.sigmoid(logits[0, -1, yes] - logits[0, -1, no]).item())
    return found


def held_out(family, count):
    """The first problems, of each kind in turn."""
    groups = family.held_out_groups()
    return [problem for row in zip(*(groups[name] for name in family.judging.groups)) for problem in row][:count]


def steps(family, problem, prompt, texts):
    """`[(where it ends, should the judge say yes, is all right so far)]` of each step of a thought."""
    labels = family.label(problem, prompt, texts).labels[len(prompt):]
    thought = texts.index(END_THINK) if END_THINK in texts else len(texts)
    ends = [i for i in range(thought) if labels[i] >= 0 and texts[i] != EOS]
    right = [labels[i] == 1 for i in ends]
    return list(zip(ends, family.judging.verdicts(problem, texts, ends, right), right))


def measure(model, family, problems, samples):
    """`{name: ([(score, right)] of all steps, best of N)}` of the judge and of the value head."""
    vocabulary = family.vocabulary
    problems = [problem for problem in problems for _ in range(samples)]
    prompts = [family.prompt(problem, 'low') for problem in problems]
    written = sample(model, [vocabulary.encode(prompt) for prompt in prompts], 0.7, {vocabulary.eos},
                     generator=torch.Generator().manual_seed(0))
    by_judge, by_value, right, whole = [], [], [], []
    for problem, prompt, one in zip(problems, prompts, written):
        texts = vocabulary.decode(one.tokens)
        found = steps(family, problem, prompt, texts)
        scores = judge(model, family, [vocabulary.encode(prompt) + one.tokens[:end + 1] for end, _, _ in found])
        by_judge += [(score, yes) for score, (_, yes, _) in zip(scores, found)]
        by_value += [(one.values[end], all_right) for end, _, all_right in found]
        right.append(family.is_right_answer(problem, texts))
        judged = found and family.answer(texts)
        whole.append((family.judging.of_trace(scores), one.values[found[-1][0]]) if judged else (0.0, 0.0))

    def best(which):
        return best_right([[pair[which] for pair in whole[i:i + samples]] for i in range(0, len(whole), samples)],
                          [right[i:i + samples] for i in range(0, len(right), samples)])

    return {'judge': (by_judge, best(0)), 'value head': (by_value, best(1))}
