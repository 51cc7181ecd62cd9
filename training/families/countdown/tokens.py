"""Vocabulary and prompt of the countdown family: integers 0..199 are single tokens; the judge's come last."""

from training.traces.vocabulary import BOS, EFFORTS, THINK, Vocabulary

LARGEST = 199
STEP_END = ']'   # the last step has no list and ends with the thought
JUDGE, YES, NO = '<judge>', 'yes', 'no'
VOCABULARY = Vocabulary([':', '+', '-', '*', '/', '=', '[', STEP_END, '(', ')']
                        + [str(n) for n in range(LARGEST + 1)] + [JUDGE, YES, NO])


def prompt_texts(numbers, target, effort):
    """`<bos> 24 : 2 11 2 9 <low> <think>`; with effort 'none' the answer follows at once, without `<think>`."""
    texts = [BOS, str(target), ':', *map(str, numbers), EFFORTS[effort]]
    return texts if effort == 'none' else texts + [THINK]


def bracketed(state):
    """The list of numbers left, as written after a step; nothing after the last one."""
    return ['[', *map(str, state), STEP_END] if len(state) > 1 else []
