"""One step's experience: problems, a group of traces for each, their rewards and advantages."""

from dataclasses import dataclass

from training.families import FAMILIES
from training.rl.grpo.objective import advantages
from training.rl.reward import judge
from training.data.rollouts import sample_groups


@dataclass(frozen=True)
class Experience:
    """One trace. `start` is where the model began to write, `logs` the old log-probabilities of what it wrote."""
    tokens: list
    start: int
    logs: list
    labels: list
    advantage: float

    def __len__(self):
        return len(self.tokens)


def gather(model, config, rng, generator):
    """`([the experiences of each problem], [judgements])` of `config['problems']` problems, `config['group']` traces each."""
    family = FAMILIES[config['family']]
    vocabulary = family.vocabulary
    groups, judgements = [], []
    for problem, prompt, samples in sample_groups(model, config, config['problems'], config['group'], rng, generator):
        texts = [vocabulary.decode(one.tokens) for one in samples]
        judged = [judge(family, problem, text, config['formatReward']) for text in texts]
        gains = advantages([one.reward for one in judged], config['deviationFloor'])
        labels = [family.label(problem, prompt, text).labels for text in texts]
        groups.append([Experience(vocabulary.encode(prompt) + one.tokens, len(prompt), one.logs, label, gain)
                       for one, label, gain in zip(samples, labels, gains)])
        judgements += judged
    return groups, judgements
