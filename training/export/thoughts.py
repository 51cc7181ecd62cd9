"""Thoughts of every teacher, for the test that the page cuts steps and reads answers as `training/` does."""

import json
import random

from training.families import FAMILIES
from training.traces.steps import ends_of_steps
from training.traces.vocabulary import END_THINK

PATH = 'src/policy/embedded/testing/thoughts.json'
SEED, COUNT = 17, 8   # of each group of held-out problems


def described(family, problem, trace):
    """`prompt` and `written` are token texts; `steps` are the lengths of the steps of the thought, in tokens."""
    prompt = family.prompt(problem, 'low')
    written = trace.texts()[len(prompt):]
    thought = written[:written.index(END_THINK)]
    ends = ends_of_steps(thought, family.step_end)
    return {'problem': {'family': family.kind, **family.page_problem(problem)}, 'prompt': prompt,
            'written': written, 'steps': [end - start for start, end in zip([0, *ends], ends)],
            'right': family.is_right_answer(problem, written)}


def thoughts(family):
    rng, found = random.Random(SEED), []
    for problems in family.held_out_groups().values():
        traces = [(problem, family.thought(rng, problem)) for problem in problems[:COUNT]]
        found += [described(family, problem, trace) for problem, trace in traces if trace]
    return found


def to_json():
    """One thought a line."""
    families = []
    for kind, family in FAMILIES.items():
        lines = ',\n'.join('    ' + json.dumps(one) for one in thoughts(family))
        vocabulary = json.dumps(family.vocabulary.texts)
        families.append(f'  {json.dumps(kind)}: {{"stepEnd": {json.dumps(family.step_end)}, "vocabulary": {vocabulary}, '
                        f'"thoughts": [\n{lines}\n  ]}}')
    return '{\n' + ',\n'.join(families) + '\n}\n'
