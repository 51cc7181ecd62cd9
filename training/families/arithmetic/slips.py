"""Slips of the pen: plausible wrong numbers, inserted (never imitated) so that checks and the value head see some."""


def slip(rng, number):
    """A positive wrong number near `number`: a wrong carry, a wrong digit or a miscount."""
    while True:
        draw = rng.random()
        if draw < 0.5:
            wrong = number + rng.choice([-30, -20, -10, -10, 10, 10, 20, 30])
        elif draw < 0.75:
            wrong = number + rng.choice([-200, -100, 100, 200])
        elif draw < 0.9:
            digits = list(str(number))
            digits[rng.randrange(len(digits))] = str(rng.randint(0, 9))
            wrong = int(''.join(digits))
        else:
            wrong = number + rng.randint(-9, 9)
        if wrong > 0 and wrong != number:
            return wrong
