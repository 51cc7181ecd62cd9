"""Which products are trained on and which are held out: every product of a held-out problem is a held-out pair."""

import random

SEED = 77
HELD_OUT_SHARE = 0.18
REINFORCEMENT_PAIRS = 80  # training pairs that the corpus leaves out, for reinforcement learning


def _split():
    pairs = [(left, right) for left in range(12, 100) for right in range(3, 10) if left % 10]
    random.Random(SEED).shuffle(pairs)
    count = int(len(pairs) * HELD_OUT_SHARE)
    return pairs[:count], pairs[count:]


HELD_OUT_PAIRS, TRAINING_PAIRS = _split()
PAIRS = {'all': TRAINING_PAIRS, 'corpus': TRAINING_PAIRS[REINFORCEMENT_PAIRS:],
         'reinforcement': TRAINING_PAIRS[:REINFORCEMENT_PAIRS]}
COUNTS = (0.35, 0.35, 0.3)  # how often a training problem has one, two, three products
HARDER = (4, 5)             # products: more than any training problem has
BIGGER = (1, 2)             # products of factors that are larger than any trained on
BIGGER_PAIRS = [(left, right) for left in range(100, 1000) for right in range(3, 10) if left % 10]


def products(terms):
    return [left * right for _, left, right in terms]


def running_sums(terms, values):
    """The sums after each term, for product values that may be wrong."""
    sums = [values[0]]
    for (sign, _, _), value in zip(terms[1:], values[1:]):
        sums.append(sums[-1] + value if sign == '+' else sums[-1] - value)
    return sums


def answer(terms):
    return running_sums(terms, products(terms))[-1]


def draw(rng, pairs, count):
    """Terms `(sign, left, right)` whose sums are all at least 10, so that nothing goes below zero."""
    while True:
        terms = [('+' if i == 0 else rng.choice('+-'), *rng.choice(pairs)) for i in range(count)]
        if min(running_sums(terms, products(terms))) >= 10:
            return terms


def draw_training(rng, pairs='all', counts=COUNTS):
    return draw(rng, PAIRS[pairs], rng.choices([1, 2, 3], counts)[0])


def held_out_groups():
    """`{name: problems}` by the number of products."""
    found = {'one product': [], 'two products': [], 'three products': []}
    for problem in held_out_problems():
        terms = [(term['sign'], term['left'], term['right']) for term in problem['terms']]
        list(found.values())[len(terms) - 1].append(terms)
    return found


def held_out_files():
    """The harder and the bigger ones are in files of their own: the page never loads them."""
    return {
        'arithmetic': {
            'family': 'arithmetic',
            'seed': SEED,
            'note': 'Problems never trained on: every product is one of the held-out pairs, which appear in no training '
                    'trace. 100 problems each of one, two and three products. Written by training/commands/held_out.py.',
            'problems': held_out_problems(),
            'pairs': sorted(map(list, HELD_OUT_PAIRS)),
        },
        'arithmetic-harder': {
            'family': 'arithmetic',
            'seed': SEED,
            'note': 'Longer than any problem trained on: 100 problems each of four and five products, all of them held-out '
                    'pairs (see arithmetic.json). Written by training/commands/held_out.py.',
            'problems': harder_problems(),
        },
        'arithmetic-bigger': {
            'family': 'arithmetic',
            'seed': SEED,
            'note': 'Larger numbers than in any problem trained on: 100 problems each of one and two products, the left '
                    'factors from 101 to 999. Written by training/commands/held_out.py.',
            'problems': bigger_problems(),
        },
    }


def training_files():
    return {'arithmetic-pairs': {
        'family': 'arithmetic',
        'note': 'Products that reinforcement learning is trained on: no corpus of a base model has them, and no held-out '
                'problem. Written by training/commands/page_problems.py.',
        'pairs': sorted(map(list, PAIRS['reinforcement'])),
    }}


def held_out_problems():
    """100 problems each of one, two and three products, shuffled, as written to the held-out file."""
    return _held_out(random.Random(SEED + 1), (1, 2, 3), HELD_OUT_PAIRS)


def harder_problems():
    """The same with four and with five products. A seed of its own leaves the other sets as they were."""
    return _held_out(random.Random(SEED + 2), HARDER, HELD_OUT_PAIRS)


def bigger_problems():
    """The same with one and with two products with three-digit factors, also with a seed of its own."""
    return _held_out(random.Random(SEED + 3), BIGGER, BIGGER_PAIRS)


def _held_out(rng, counts, pairs):
    problems, seen = [], set()
    for done, count in enumerate(counts):
        while len(problems) < 100 * (done + 1):
            terms = tuple(draw(rng, pairs, count))
            if terms not in seen:
                seen.add(terms)
                problems.append({'terms': [dict(zip(('sign', 'left', 'right'), term)) for term in terms],
                                 'answer': answer(terms)})
    rng.shuffle(problems)
    return problems
