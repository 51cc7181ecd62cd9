"""A training sequence: tokens with a weight in the language loss and a label for the value head."""

NO_LABEL = -1.0


class Trace:
    """Grows token by token; `weights` are the language loss's, `labels` the value head's (NO_LABEL: masked)."""

    def __init__(self, vocabulary):
        self.vocabulary = vocabulary
        self.tokens, self.weights, self.labels = [], [], []

    def __len__(self):
        return len(self.tokens)

    def add(self, *texts, weight=1.0):
        """Appends token texts, all with one weight and without a label."""
        self.tokens += self.vocabulary.encode(texts)
        self.weights += [float(weight)] * len(texts)
        self.labels += [NO_LABEL] * len(texts)

    def label(self, right, position=-1):
        """Labels the token at `position` (by default the last): can the trace still reach a right answer?"""
        self.labels[position] = 1.0 if right else 0.0

    def repeat(self, start, end):
        """Appends the tokens from `start` to `end` once more, with their labels, all of them imitated."""
        self.tokens += self.tokens[start:end]
        self.weights += [1.0] * (end - start)
        self.labels += self.labels[start:end]

    def texts(self):
        return self.vocabulary.decode(self.tokens)
