"""Teacher traces for the tests of the page's verifiers.

Half of them are without slips; each has the checker's verdict on its answer and after every step of its thought.
"""

import json
import random

from training.families.puzzle.problems import KINDS, draw_training
from training.families.puzzle.teacher import Teacher
from training.families.puzzle.tokens import STEP_END
from training.traces.vocabulary import END_THINK, THINK

PATH = 'src/verifiers/testing/puzzle-traces.json'
SEED, COUNT = 11, 60


def described(problem, trace):
    texts = trace.texts()
    start, end = texts.index(THINK) + 1, texts.index(END_THINK)
    return {'text': ' '.join(problem.text), 'thought': ' '.join(texts[start:end]), 'answer': ' '.join(texts[end + 1:-1]),
            'right': trace.labels[-1] == 1,
            'rightSteps': [trace.labels[i] == 1 for i in range(start, end) if texts[i] == STEP_END]}


def traces(rng, slipped):
    """So many low and high thoughts, of every kind equally many, with a slip or without."""
    teacher, found = Teacher(slips=1.0 if slipped else 0.0), []
    while len(found) < COUNT:
        problem = draw_training(rng, KINDS[len(found) % len(KINDS)])
        trace = (teacher.low, teacher.high)[len(found) // len(KINDS) % 2](rng, problem)
        one = trace and described(problem, trace)
        if one and all(one['rightSteps']) != slipped:
            found.append(one)
    return found


def page_fixtures():
    rng = random.Random(SEED)
    found = traces(rng, slipped=False) + traces(rng, slipped=True)
    return {PATH: '[\n' + ',\n'.join('  ' + json.dumps(one) for one in found) + '\n]\n'}
