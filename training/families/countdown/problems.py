"""Which problems are trained on and which are held out. A held-out multiset is never used with any target."""

import functools
import itertools
import pathlib
import random

from training.families.countdown.rules import reachable, solvable

SEED = 1234
PUZZLES = pathlib.Path(__file__).parent / 'tree_of_thoughts_100.txt'
ALL = list(itertools.combinations_with_replacement(range(1, 14), 4))


def tree_of_thoughts_puzzles():
    """The published list, as sorted multisets."""
    lines = PUZZLES.read_text().splitlines()
    return [tuple(sorted(map(int, line.split()))) for line in lines if line and not line.startswith('#')]


@functools.lru_cache(None)
def held_out_sources():
    """`{multiset: source}`: the published puzzles, and 200 more that are solvable for 24."""
    sources = {puzzle: 'tree-of-thoughts' for puzzle in tree_of_thoughts_puzzles()}
    others = [numbers for numbers in ALL if solvable(numbers, 24) and numbers not in sources]
    sources.update((numbers, 'random') for numbers in random.Random(SEED).sample(others, 200))
    return sources


def held_out_problems():
    """300 problems with target 24 and 300 with other targets, as written to the held-out file."""
    rng = random.Random(SEED + 1)
    sources = sorted(held_out_sources().items())
    rng.shuffle(sources)
    problems = [{'numbers': rng.sample(numbers, 4), 'target': 24, 'source': source} for numbers, source in sources]
    rng.shuffle(sources)
    for numbers, _ in sources:
        targets = [target for target in sorted(reachable(numbers)) if 10 <= target <= 99 and target != 24]
        problems.append({'numbers': rng.sample(numbers, 4), 'target': rng.choice(targets), 'source': 'other-target'})
    return problems


def held_out_groups():
    """`{name: problems}`, each problem `(numbers, target)`."""
    found = {'target 24': [], 'tree of thoughts': [], 'other targets': []}
    for problem in held_out_problems():
        entry = (tuple(problem['numbers']), problem['target'])
        found['other targets' if problem['source'] == 'other-target' else 'target 24'].append(entry)
        if problem['source'] == 'tree-of-thoughts':
            found['tree of thoughts'].append(entry)
    return found


def held_out_files():
    return {'countdown': {
        'family': 'countdown',
        'seed': SEED,
        'note': 'Problems never trained on: none of these multisets of numbers was used in training with any target. '
                'First 300 with target 24 (the 100 puzzles of the tree-of-thoughts paper, arXiv 2305.10601, and 200 '
                'drawn by seed from the other solvable ones), then 300 with other targets on the same multisets. '
                'All are solvable in integers from 0 to 199. Written by training/commands/held_out.py.',
        'problems': held_out_problems(),
    }}


def training_files():
    return {'countdown-games': {
        'family': 'countdown',
        'note': 'Games of 24 that reinforcement learning is trained on: solvable in integers from 0 to 199, and no held-out '
                'multiset. Written by training/commands/page_problems.py.',
        'games': [' '.join(map(str, numbers)) for numbers in _training_problems(1.0).solvable24],
    }}


class TrainingProblems:
    """Draws training problems; what is held out is not in its lists."""

    def __init__(self, share24=0.7, share_unsolvable=0.2):
        self.share24, self.share_unsolvable = share24, share_unsolvable
        self.multisets = [numbers for numbers in ALL if numbers not in held_out_sources()]
        self.solvable24 = [numbers for numbers in self.multisets if solvable(numbers, 24)]
        self.unsolvable24 = [numbers for numbers in self.multisets if not solvable(numbers, 24)]
        self.targets = {numbers: sorted(t for t in reachable(numbers) if 1 <= t <= 99) for numbers in self.multisets}

    def draw(self, rng, must_be_solvable=False):
        """`(numbers, target)`, the numbers shuffled."""
        if rng.random() < self.share24:
            unsolvable = not must_be_solvable and rng.random() < self.share_unsolvable
            numbers, target = rng.choice(self.unsolvable24 if unsolvable else self.solvable24), 24
        else:
            numbers = rng.choice(self.multisets)
            any_target = not must_be_solvable and rng.random() < 0.15
            target = rng.randint(1, 99) if any_target else rng.choice(self.targets[numbers])
        return tuple(rng.sample(numbers, 4)), target


@functools.lru_cache(None)
def _training_problems(share24):
    return TrainingProblems(share24)


def draw_any(rng, must_be_solvable, share24=0.7):
    """A training problem on which a model writes its own trace."""
    return _training_problems(share24).draw(rng, must_be_solvable)


def draw_training(rng, share24=0.7):
    """A solvable training problem, for reinforcement learning."""
    return _training_problems(share24).draw(rng, must_be_solvable=True)
