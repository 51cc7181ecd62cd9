"""Where a phase's traces come from: a teacher, a base model's corpus, or a file of traces that a model wrote."""

from training.data.written import WrittenTraces


def source(family, phase, runs):
    """An object with `sample(rng)`, from the phase's `corpus`, `traces` or `teacher`."""
    if 'corpus' in phase:
        return family.corpus(**phase['corpus'])
    if 'traces' in phase:
        return WrittenTraces(family, f"{runs}/{phase['traces']}", phase.get('most'))
    return family.teacher(**phase['teacher'])
