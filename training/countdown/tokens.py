"""Vocabulary and prompt of the countdown family: integers 0..199 are single tokens."""

from training.vocabulary import BOS, EFFORTS, THINK, Vocabulary

LARGEST = 199
VOCABULARY = Vocabulary([':', '+', '-', '*', '/', '=', '[', ']', '(', ')'] + [str(n) for n in range(LARGEST + 1)])


def prompt_texts(numbers, target, effort):
    """`<bos> 24 : 2 11 2 9 <low> <think>`; with effort 'none' the answer follows at once, without `<think>`."""
    texts = [BOS, str(target), ':', *map(str, numbers), EFFORTS[effort]]
    return texts if effort == 'none' else texts + [THINK]
