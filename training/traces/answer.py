"""Where the answer stands in what a model wrote."""

from training.traces.vocabulary import END_THINK, EOS


def answer_texts(texts):
    """What is written between the end of the thought (or the start, without one) and `<eos>`; None without `<eos>`."""
    if not texts or texts[-1] != EOS:
        return None
    return texts[texts.index(END_THINK) + 1 if END_THINK in texts else 0:-1]
