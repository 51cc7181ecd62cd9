"""A puzzle: its text, and what there is to find out."""


class Problem:
    """`text` and `answer` are token texts. A story or equations have a `chain` of facts, the last of them the answer;
    knights have `island` (people and what they say). `steps` counts the necessary ones: the chain of a story holds
    everything that happens on the way, as one reads it."""

    __slots__ = ('kind', 'text', 'answer', 'chain', 'island', 'steps')

    def __init__(self, kind, text, answer, chain=None, island=None, steps=None):
        self.kind, self.text, self.answer = kind, text, answer
        self.chain, self.island = chain, island
        self.steps = len(chain) if steps is None else steps
