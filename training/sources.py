"""Where a phase's traces come from: a teacher, a base model's corpus, or a file of traces that a model wrote."""

from training.arithmetic.corpus import Corpus
from training.families import TEACHERS
from training.written import WrittenTraces

CORPORA = {'arithmetic': Corpus}


def source(family, phase, runs):
    """An object with `sample(rng)`, as the phase's `corpus`, `traces` or `teacher` asks for it."""
    if 'corpus' in phase:
        return CORPORA[family](**phase['corpus'])
    if 'traces' in phase:
        return WrittenTraces(family, f"{runs}/{phase['traces']}", phase.get('most'))
    return TEACHERS[family](**phase['teacher'])
