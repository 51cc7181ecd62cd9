"""Derivations, traces and checker of the arithmetic family."""

import random
import re
import unittest

from training.families.arithmetic import problems
from training.families.arithmetic.checker import Checker, label_rollout, read_answer
from training.families.arithmetic.derivation import DIRECT, ROUND_UP, SPLIT, write_product
from training.families.arithmetic.drills import drill_trace
from training.families.arithmetic.slips import slip
from training.families.arithmetic.teacher import CONTEXT, Solution, Teacher, direct_trace
from training.families.arithmetic.tokens import VOCABULARY, prompt_texts, to_formula, to_texts
from training.traces.trace import NO_LABEL, Trace

TERMS = [('+', 47, 6), ('+', 38, 4)]


def evaluate(formula):
    """The value of sums and differences of products, left to right."""
    total = 0
    for sign, left, right in re.findall(r'(^|[+-])(\d+)(?:\*(\d+))?', formula):
        total += (-1 if sign == '-' else 1) * int(left) * int(right or 1)
    return total


def known(trace):
    return [label for label in trace.labels if label != NO_LABEL]


class Tokens(unittest.TestCase):
    def test_digits_stand_least_significant_first(self):
        self.assertEqual(to_texts('47*6=282;'), ['7@0', '4@1', '*', '6@0', '=', '2@0', '8@1', '2@2', ';'])
        self.assertEqual(to_formula(to_texts('47*6=282;')), '47*6=282;')

    def test_a_digit_out_of_place_is_no_number(self):
        self.assertEqual(to_formula(['7@0', '4@2', ';']), '?7;')


class Journeys(unittest.TestCase):
    def test_a_forced_wait_is_not_imitated_and_one_check_follows_each(self):
        rng, teacher = random.Random(5), Teacher(drills=0, direct=0, high=0, forced=1.0)
        for _ in range(100):
            trace = teacher.sample(rng)
            texts = trace.texts()
            waits = [i for i, text in enumerate(texts) if text == 'Wait']
            self.assertGreater(len(waits), 0)
            self.assertEqual({trace.weights[i] for i in waits}, {0.0})
            self.assertEqual(sum(text in ('ok', 'fix') for text in texts), len(waits))
            self.assertLessEqual(len(trace), CONTEXT)

    def test_shortcuts_are_right_at_once(self):
        rng, teacher = random.Random(6), Teacher(drills=0, direct=0, high=0.5, shortcut=True)
        for _ in range(50):
            trace = teacher.sample(rng)
            self.assertNotIn('Wait', trace.texts())
            self.assertEqual(set(known(trace)), {1.0})


class Derivations(unittest.TestCase):
    def test_every_method_gives_the_product(self):
        for method, formula in ((DIRECT, '=282'), (SPLIT, '=40*6+7*6=240+42=282'), (ROUND_UP, '=50*6-3*6=300-18=282')):
            trace = Trace(VOCABULARY)
            self.assertEqual(write_product(trace, random.Random(0), 47, 6, method), 282)
            self.assertEqual(to_formula(trace.texts()), formula)
            self.assertEqual(set(trace.weights), {1.0})

    def test_a_slip_is_not_learnt(self):
        trace = Trace(VOCABULARY)
        value = write_product(trace, random.Random(0), 47, 6, DIRECT, slips=1.0)
        self.assertNotEqual(value, 282)
        self.assertEqual(trace.weights, [1.0] + [0.0] * len(str(value)))

    def test_slips_are_wrong_and_positive(self):
        rng = random.Random(1)
        for number in range(1, 900, 7):
            wrong = slip(rng, number)
            self.assertTrue(wrong > 0 and wrong != number)


class Traces(unittest.TestCase):
    def test_learnt_equations_are_true(self):
        """Every number that is learnt follows from what stands before it; the last answer is right if labelled so."""
        rng, teacher = random.Random(4), Teacher(drills=0.0)
        for _ in range(3000):
            trace = teacher.sample(rng)
            texts = trace.texts()
            self.assertLessEqual(len(trace), CONTEXT)
            formula = to_formula(texts)
            problem = re.search(r'<bos>(.*?)<(none|low|high)>', formula)[1]
            answer = read_answer(texts[self.answer_start(texts):])
            self.assertEqual(trace.labels[-1], answer == evaluate(problem))
            self.check_learnt(trace)

    @staticmethod
    def answer_start(texts):
        return texts.index('</think>') + 1 if '</think>' in texts else texts.index('<none>') + 1

    def check_learnt(self, trace):
        """In each step whose tokens are all learnt, all sides of the equation are equal."""
        texts, start = trace.texts(), 0
        if '<think>' not in texts:
            return
        start = texts.index('<think>') + 1
        for i in range(start, texts.index('</think>')):
            if texts[i] == ';':
                if all(trace.weights[start:i]):
                    formula = to_formula([t for t in texts[start:i] if t not in ('Wait', 'ok', 'fix')])
                    self.assertEqual(len({evaluate(side) for side in formula.split('=')}), 1, formula)
                start = i + 1

    def test_direct(self):
        self.assertEqual(to_formula(direct_trace(TERMS).texts()), '<bos>47*6+38*4<none>434<eos>')

    def test_drills_are_true(self):
        rng = random.Random(5)
        for _ in range(500):
            for step in to_formula(drill_trace(rng).texts()[2:]).strip(';').split(';'):
                left, right = step.strip('=').split('=')
                self.assertEqual(evaluate(left), int(right))

    def test_labels_agree_with_the_checker(self):
        rng = random.Random(6)
        for _ in range(3000):
            terms = problems.draw_training(rng)
            effort = rng.choice(['low', 'high'])
            trace = Solution(rng, terms, effort).write()
            if trace:
                prompt = prompt_texts(terms, effort)
                checked = label_rollout(terms, prompt, trace.texts()[len(prompt):])
                self.assertEqual(trace.labels, checked.labels, to_formula(trace.texts()))


class Labels(unittest.TestCase):
    def labels(self, written, terms=TERMS):
        texts = []
        for part in re.findall(r'Wait|ok|fix|</think>|<eos>|[\d*+=;-]+', written):
            texts += [part] if part in VOCABULARY.ids else to_texts(part)
        return known(label_rollout(terms, prompt_texts(terms, 'low'), texts))

    def test_right(self):
        self.assertEqual(self.labels('47*6=282;38*4=30*4+8*4=120+32=152;282+152=434;</think>434<eos>'), [1] * 5)

    def test_wrong_product(self):
        self.assertEqual(self.labels('47*6=282;38*4=162;282+162=444;</think>444<eos>'), [1, 0, 0, 0, 0])

    def test_wrong_sum_and_wrong_copy(self):
        self.assertEqual(self.labels('47*6=282;38*4=152;282+152=444;</think>444<eos>'), [1, 1, 0, 0, 0])
        self.assertEqual(self.labels('47*6=282;38*4=152;282+153=435;</think>435<eos>'), [1, 1, 0, 0, 0])
        self.assertEqual(self.labels('47*6=282;39*4=156;282+156=438;</think>438<eos>'), [1, 0, 0, 0, 0])

    def test_a_fix_makes_it_right_again(self):
        written = '47*6=292;38*4=152;292+152=444;Wait47*6=40*6+7*6=240+42=282fix;282+152=434;</think>434<eos>'
        self.assertEqual(self.labels(written), [0, 0, 0, 1, 1, 1, 1])

    def test_a_sum_check(self):
        written = '47*6=282;38*4=152;282+152=444;Wait282+152=434fix;</think>434<eos>'
        self.assertEqual(self.labels(written), [1, 1, 0, 1, 1, 1])

    def test_larger_numbers(self):
        terms = [('+', 123, 4), ('-', 58, 7)]
        for product in ('123*4=492;', '123*4=120*4+3*4=480+12=492;', '123*4=100*4+23*4=400+92=492;'):
            self.assertEqual(self.labels(f'{product}58*7=406;492-406=86;</think>86<eos>', terms), [1] * 5)
        self.assertEqual(self.labels('123*4=482;58*7=406;482-406=76;</think>76<eos>', terms), [0] * 5)
        self.assertEqual(self.labels('23*4=92;58*7=406;492-406=86;</think>86<eos>', terms), [0, 0, 0, 1, 1])
        self.assertEqual(self.labels('999*9=8991;999*9=8991;8991+8991=17982;</think>17982<eos>', [('+', 999, 9)] * 2), [1] * 5)

    def test_nonsense(self):
        self.assertFalse(Checker(TERMS).step(to_texts('47*=6')))
        self.assertEqual(self.labels('47*6=282;;</think>434<eos>'), [1, 0, 1, 1])
        self.assertEqual(self.labels('47*6=282;38*4=152;38*4=152;282+152=434;434+152=586;'), [1, 1, 0, 0, 0])

    def test_anything_written_gets_labels(self):
        rng = random.Random(8)
        pieces = ['47*6=282;', '38*4=152;', '282+152=434;', '434+152=586;', '38*4=', '=152;', '+', ';', 'Wait',
                  'ok', 'fix', '</think>', '<eos>']
        for _ in range(3000):
            self.labels(''.join(rng.choices(pieces, k=rng.randint(0, 12))), TERMS[:rng.randint(1, 2)])


if __name__ == '__main__':
    unittest.main()
