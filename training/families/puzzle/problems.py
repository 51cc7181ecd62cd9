"""Which problems are trained on and which are held out: one in ten by the checksum of its text, never drawn in training."""

import functools
import random
import zlib

from training.families.puzzle import equations, knights, story

SEED = 4321
GENERATORS = {'story': story.draw, 'equations': equations.draw, 'knights': knights.draw}
KINDS = list(GENERATORS)
USUAL = {'story': (2, 6), 'equations': (2, 6), 'knights': (3, 4)}   # steps, or people
SHORT = {'story': (2, 3), 'equations': (2, 3), 'knights': (3, 3)}
HARDER = {'story': (7, 9), 'equations': (7, 9), 'knights': (5, 5)}


def is_held_out(text):
    return zlib.crc32(' '.join(text).encode()) % 10 == 0


def draw(rng, kind, sizes, held_out):
    while True:
        problem = GENERATORS[kind](rng, rng.randint(*sizes[kind]))
        if is_held_out(problem.text) == held_out:
            return problem


def draw_training(rng, kind=None, sizes=USUAL):
    """A training problem; every kind is as likely."""
    return draw(rng, kind or rng.choice(KINDS), sizes, held_out=False)


@functools.lru_cache(None)
def held_out():
    """`[(set, problem)]`: 300 of each kind as in training, 100 of each kind that are harder, all with different texts."""
    rng, found, seen = random.Random(SEED), [], set()
    for name, sizes, count in (('held-out', USUAL, 300), ('harder', HARDER, 100)):
        for kind in KINDS:
            wanted = len(found) + count
            while len(found) < wanted:
                problem = draw(rng, kind, sizes, held_out=True)
                if tuple(problem.text) not in seen:
                    seen.add(tuple(problem.text))
                    found.append((name, problem))
    return found


def held_out_groups():
    """`{name: problems}` by kind, and the harder ones by kind."""
    found = {}
    for name, problem in held_out():
        group = problem.kind if name == 'held-out' else f'{problem.kind}, harder'
        found.setdefault(group, []).append(problem)
    return found


def held_out_files():
    return {'puzzle': {
        'about': 'Problems never trained on: the CRC-32 checksum of the text is divisible by 10, and the generators of '
                 'training problems leave those out. Set "held-out": 300 of each kind, like those trained on (2 to 6 '
                 'steps; 3 or 4 people). Set "harder": 100 of each kind, larger than any trained on (7 to 9 steps; 5 '
                 'people). Written by training/commands/held_out.py.',
        'problems': held_out_problems(),
    }}


def held_out_problems():
    """As written to the held-out file."""
    return [{'kind': problem.kind, 'text': ' '.join(problem.text), 'answer': ' '.join(problem.answer),
             'steps': problem.steps, 'set': name} for name, problem in held_out()]
