"""Word problems: who has how many, and what happens. A story grows sentence by sentence until a question fits."""

from training.families.puzzle.fact import Fact, needed, worked
from training.families.puzzle.problem import Problem
from training.families.puzzle.tokens import LARGEST, NAMES, THINGS

FORMS = {'has': 3, 'more': 4, 'fewer': 4, 'times': 3, 'half': 2, 'sum': 3, 'finds': 3, 'loses': 3, 'gives': 3, 'buys': 3}
EVENTS = {'finds', 'loses', 'gives', 'buys'}
MOST_EXTRA = 3    # facts beyond the steps wanted


def number(rng, most):
    """From 2 to `most`, small ones more often; None where there is none."""
    most = min(most, 20 if rng.random() < 0.7 else 60)
    return 2 + int(rng.random() * (most - 1)) if most >= 2 else None


class Story:
    """Who has how many of one thing, as the story goes on. `focus` is who was spoken of last."""

    def __init__(self, rng, thing, names):
        self.rng, self.thing, self.new = rng, thing, list(names)
        self.sentences, self.facts, self.last = [], [], {}
        self.focus = None

    def grow(self):
        """Adds a sentence of a random form, or nothing where its numbers would not fit."""
        form = 'has' if not self.last else self.rng.choices(list(FORMS), FORMS.values())[0]
        if form in EVENTS:
            getattr(self, form)(self._someone(0.6))
        elif self.new:
            self._introduce(form, self.new[-1])

    def _someone(self, focused, but=None):
        if self.focus != but and self.rng.random() < focused:
            return self.focus
        return self.rng.choice([name for name in self.last if name != but])

    def _introduce(self, form, who):
        rng, thing, lead = self.rng, self.thing, (who, 'has')
        if form == 'has':
            n = number(rng, LARGEST)
            return self._tell([*lead, str(n), thing, '.'], Fact((who,), lead, n))
        whom = self._someone(0.7)
        base = self.last[whom]
        if form == 'half':
            return self._tell([*lead, 'half', 'as', 'many', thing, 'as', whom, '.'], worked((who,), lead, base, '/', 2))
        if form == 'times':
            n = rng.randint(2, 5)
            return self._tell([*lead, str(n), 'times', 'as', 'many', thing, 'as', whom, '.'],
                              worked((who,), lead, base, '*', n))
        if form == 'sum':
            if len(self.last) > 1:
                third = self._someone(0.3, but=whom)
                self._tell([*lead, 'as', 'many', thing, 'as', whom, 'and', third, 'together', '.'],
                           worked((who,), lead, base, '+', self.last[third]))
            return None
        n = number(rng, LARGEST - base.value if form == 'more' else base.value)
        if n:
            self._tell([*lead, str(n), form, thing, 'than', whom, '.'],
                       worked((who,), lead, base, '+' if form == 'more' else '-', n))
        return None

    def finds(self, who):
        n = number(self.rng, LARGEST - self.last[who].value)
        if n:
            self._tell([who, 'finds', str(n), self.thing, '.'], self._changed(who, '+', n))

    def loses(self, who):
        n = number(self.rng, self.last[who].value)
        if n:
            self._tell([who, 'loses', str(n), self.thing, '.'], self._changed(who, '-', n))

    def gives(self, who):
        if len(self.last) < 2:
            return
        whom = self._someone(0.3, but=who)
        n = number(self.rng, min(self.last[who].value, LARGEST - self.last[whom].value))
        if n:
            self._tell([who, 'gives', str(n), self.thing, 'to', whom, '.'],
                       self._changed(who, '-', n), self._changed(whom, '+', n))

    def buys(self, who):
        rng, room, n = self.rng, LARGEST - self.last[who].value, self.rng.randint(2, 9)
        if 2 * n <= room:
            m = rng.randint(2, min(room // n, 30))
            bags = worked(('bags',), ('bags',), n, '*', m)
            self._tell([who, 'buys', str(n), 'bags', 'of', str(m), self.thing, '.'], bags, self._changed(who, '+', bags))

    def _changed(self, who, operator, by):
        return worked((who,), (who, 'has'), self.last[who], operator, by)

    def _tell(self, sentence, *facts):
        if None in facts:
            return
        self.sentences.append(sentence)
        self.facts += facts
        self.last.update((fact.subject[0], fact) for fact in facts if fact.lead[-1] == 'has')
        who = sentence[0]
        self.focus = self.rng.choice([who, sentence[-2]]) if sentence[1] == 'gives' else who
        if self.new and self.new[-1] == who:
            self.new.pop()

    def ask(self, steps):
        """`(question, target fact)` that takes so many steps, or None."""
        people = self.rng.sample(list(self.last), len(self.last))
        for form in self.rng.sample(['how many', 'together', 'difference'], 3):
            for who in people:
                for whom in [None] if form == 'how many' else people:
                    question, target = self._question(form, who, whom) if who != whom else (None, None)
                    if target and len(needed(target)) == steps:
                        return question, target
        return None

    def _question(self, form, who, whom):
        thing, own, lead = self.thing, self.last[who], (form,)
        if form == 'how many':
            return ['How', 'many', thing, 'does', who, 'have', '?'], own
        if form == 'together':
            return (['How', 'many', thing, 'do', who, 'and', whom, 'have', 'together', '?'],
                    worked(lead, lead, own, '+', self.last[whom]))
        return (['How', 'many', 'more', thing, 'does', who, 'have', 'than', whom, '?'],
                worked(lead, lead, own, '-', self.last[whom]))


def distract(rng, story, other):
    """Its sentences, with some between them that say nothing of its thing: an age, how many `other` things there are."""
    sentences = list(story.sentences)
    if rng.random() < 0.3:
        age = [rng.choice(NAMES), 'is', str(rng.randint(5, 80)), 'years', 'old', '.']
        sentences.insert(rng.randint(0, len(sentences)), age)
    if rng.random() < 0.3:
        beside = Story(rng, other, rng.sample(NAMES, 3))
        for _ in range(rng.randint(1, 2)):
            beside.grow()
        places = sorted((rng.randint(0, len(sentences)) for _ in beside.sentences), reverse=True)
        for place, sentence in zip(places, reversed(beside.sentences)):
            sentences.insert(place, sentence)
    return sentences


def draw(rng, steps):
    """A story whose question takes exactly so many steps."""
    while True:
        thing, other = rng.sample(THINGS, 2)
        story = Story(rng, thing, rng.sample(NAMES, 5))
        for _ in range(3 * steps + 6):
            story.grow()
            if len(story.facts) < steps - 1:
                continue
            found = story.ask(steps)
            if found:
                question, target = found
                chain = story.facts[:story.facts.index(target)] if target in story.facts else story.facts
                text = [word for sentence in distract(rng, story, other) for word in sentence] + question
                return Problem('story', text, [str(target.value)], [*chain, target], steps=steps)
            if len(story.facts) > steps + MOST_EXTRA:
                break
