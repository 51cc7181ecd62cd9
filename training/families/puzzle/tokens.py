"""Vocabulary and prompt of the puzzle family: every word, sign and number from 0 to 99 is one token; the skills' come last."""

from training.traces.vocabulary import BOS, EFFORTS, THINK, Vocabulary

LARGEST = 99
STEP_END = ';'
NAMES = ['Ann', 'Bob', 'Cid', 'Dan', 'Eva', 'Fay', 'Gus', 'Ida']
THINGS = ['apples', 'pears', 'coins', 'books', 'cards', 'shells']
VARIABLES = list('pqrstuvwxyz')
WORDS = ('has more fewer than times as many half and together finds loses gives to buys bags of is years old How does do '
         'have Who a knight knave says are the same different both knights or suppose clash fits nobody difference ok fix open')
QUESTION, ANSWER, REPHRASED, NEXT = 'Sub-question:', 'Answer:', 'In other words:', '<next>'
VALUE, SURE, LIKELY, IMPOSSIBLE = '<value>', 'sure', 'likely', 'impossible'
JUDGE, YES, NO = '<judge>', 'yes', 'no'
VOCABULARY = Vocabulary(['.', '?', STEP_END, ',', '=', '+', '-', '*', '/', *map(str, range(LARGEST + 1)), *NAMES, *THINGS,
                         *VARIABLES, *WORDS.split(), QUESTION, ANSWER, REPHRASED, NEXT, VALUE, SURE, LIKELY, IMPOSSIBLE,
                         JUDGE, YES, NO])


def prompt_texts(text, effort):
    """`<bos> TEXT <low> <think>`; with effort 'none' the answer follows at once, without `<think>`."""
    texts = [BOS, *text, EFFORTS[effort]]
    return texts if effort == 'none' else texts + [THINK]
