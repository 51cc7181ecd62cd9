"""One step's experience: problems, a group of traces for each, their rewards and advantages."""

from dataclasses import dataclass

from training.families import EVALUATIONS, PROBLEMS, ROLLOUTS, TEACHERS
from training.grpo.objective import advantages
from training.grpo.reward import judge
from training.sample import sample


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
    family, group = config['family'], config['group']
    vocabulary, evaluation = TEACHERS[family].vocabulary, EVALUATIONS[family]
    problems = [PROBLEMS[family].draw_training(rng, **config['draw']) for _ in range(config['problems'])]
    prompts = [evaluation.prompt(problem, rng.choice(config['efforts'])) for problem in problems]
    written = sample(model, [vocabulary.encode(prompt) for prompt in prompts for _ in range(group)],
                     config['temperature'], {vocabulary.eos}, generator=generator)
    groups, judgements = [], []
    for i, (problem, prompt) in enumerate(zip(problems, prompts)):
        samples = written[i * group:(i + 1) * group]
        texts = [vocabulary.decode(one.tokens) for one in samples]
        judged = [judge(family, problem, text, config['formatReward']) for text in texts]
        gains = advantages([one.reward for one in judged], config['deviationFloor'])
        labels = [ROLLOUTS[family].label(problem, prompt, text).labels for text in texts]
        groups.append([Experience(vocabulary.encode(prompt) + one.tokens, len(prompt), one.logs, label, gain)
                       for one, label, gain in zip(samples, labels, gains)])
        judgements += judged
    return groups, judgements
