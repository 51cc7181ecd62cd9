"""Token texts and their ids. The control tokens come first, with the same ids in every family."""

PAD, BOS, EOS = '<pad>', '<bos>', '<eos>'
NONE, LOW, HIGH = '<none>', '<low>', '<high>'
THINK, END_THINK, WAIT = '<think>', '</think>', 'Wait'
CONTROL = [PAD, BOS, EOS, NONE, LOW, HIGH, THINK, END_THINK, WAIT]
EFFORTS = {'none': NONE, 'low': LOW, 'high': HIGH}


class Vocabulary:
    """A fixed list of token texts; ids are positions in it."""

    def __init__(self, texts):
        self.texts = CONTROL + list(texts)
        self.ids = {text: i for i, text in enumerate(self.texts)}
        assert len(self.ids) == len(self.texts), 'token texts must be unique'
        self.pad, self.bos, self.eos = self.ids[PAD], self.ids[BOS], self.ids[EOS]

    def __len__(self):
        return len(self.texts)

    def encode(self, texts):
        """Ids of a list of token texts."""
        return [self.ids[text] for text in texts]

    def decode(self, ids):
        """Token texts of a list of ids."""
        return [self.texts[i] for i in ids]
