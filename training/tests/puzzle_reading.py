"""A second reading of puzzles, for the tests: texts taken apart word by word, and solved without the generators' facts."""

import itertools

from training.families.puzzle.tokens import NAMES, THINGS


def sentences_of(text):
    """`(sentences as lists of words, question)`."""
    *sentences, question = ' '.join(text).replace(' ?', ' .').split(' .')[:-1]
    return [sentence.split() for sentence in sentences], question.split()


def brute_force(kind, text):
    """The answer as one text."""
    return {'story': solve_story, 'equations': solve_equations, 'knights': solve_knights}[kind](*sentences_of(text))


def solve_story(sentences, question):
    """Keeps how many of everything everybody has."""
    owned = {}
    for words in sentences:
        who, verb, *rest = words
        numbers = [int(word) for word in words if word.isdigit()]
        others = [word for word in rest if word in NAMES]
        if verb == 'is':
            continue
        thing = next(word for word in rest if word in THINGS)

        def of(name):
            return owned[name, thing]

        if verb == 'has':
            if 'more' in rest:
                owned[who, thing] = of(others[0]) + numbers[0]
            elif 'fewer' in rest:
                owned[who, thing] = of(others[0]) - numbers[0]
            elif 'times' in rest:
                owned[who, thing] = of(others[0]) * numbers[0]
            elif 'half' in rest:
                owned[who, thing] = of(others[0]) // 2
            else:
                owned[who, thing] = sum(map(of, others)) if others else numbers[0]
        elif verb == 'gives':
            owned[who, thing] -= numbers[0]
            owned[others[0], thing] += numbers[0]
        else:
            owned[who, thing] += {'finds': numbers[0], 'loses': -numbers[0], 'buys': numbers[0] * numbers[-1]}[verb]
    thing = next(word for word in question if word in THINGS)
    counts = [owned[name, thing] for name in question if name in NAMES]
    return str(counts[0] - counts[1] if 'than' in question else sum(counts))


def solve_equations(sentences, question):
    """Tries for each variable, as soon as all others of an equation are known, every number from 0 to 99."""
    known = {}
    while question[0] not in known:
        for words in sentences:
            left, right = (side.split() for side in ' '.join(words).split(' = '))
            unknown = {word for word in words if word.isalpha()} - set(known)
            if len(unknown) == 1:
                variable = unknown.pop()
                fitting = [n for n in range(100) if is_so(left, right, {**known, variable: n})]
                if len(fitting) == 1:
                    known[variable] = fitting[0]
    return str(known[question[0]])


def is_so(left, right, values):
    return worth(left, values) == worth(right, values) is not None


def worth(words, values):
    """The value of `3 * v + 4`, from left to right; None where a division is not exact."""
    total, *rest = [values.get(word, word) if word.isalpha() else int(word) if word.isdigit() else word for word in words]
    for sign, value in zip(rest[::2], rest[1::2]):
        if sign == '/':
            total = None if value == 0 or total % value else total // value
        else:
            total = total + value if sign == '+' else total - value if sign == '-' else total * value
    return total


def solve_knights(sentences, _):
    """Tries every way in which people can be knights and knaves."""
    people = sorted({word for words in sentences for word in words if word in NAMES})
    found = []
    for statuses in itertools.product((True, False), repeat=len(people)):
        knight = dict(zip(people, statuses))
        if all(knight[words[0]] == says(words[2:], knight) for words in sentences):
            found.append([name for name in people if knight[name]] or ['nobody'])
    assert len(found) == 1, found
    return ' '.join(found[0])


def says(words, knight):
    first, second = knight[words[0]], knight.get(words[2] if len(words) > 2 else None)
    if words[-1] == 'same':
        return first == second
    if words[-1] == 'different':
        return first != second
    if words[-1] == 'knights':
        return first and second
    return first or second if words[1] == 'or' else first == (words[-1] == 'knight')
