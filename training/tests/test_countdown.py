"""Rules, expressions, checker and traces of the countdown family."""

import random
import unittest

from training.countdown import teacher
from training.countdown.checker import label_attempt, label_rollout, parse_step
from training.countdown.expression import compose, evaluate, is_right
from training.countdown.problems import TrainingProblems
from training.countdown.rules import apply, moves, reachable, solvable
from training.countdown.tokens import prompt_texts
from training.trace import NO_LABEL

CONTEXT = 256


class Rules(unittest.TestCase):
    def test_apply(self):
        self.assertEqual([apply(6, op, 3) for op in '+-*/'], [9, 3, 18, 2])
        self.assertEqual([apply(3, '-', 6), apply(7, '/', 2), apply(5, '/', 0), apply(100, '*', 2)], [None] * 4)

    def test_reachable(self):
        self.assertEqual(reachable((3, 5)), {8, 2, 15})
        self.assertTrue(solvable((4, 9, 10, 13), 24))
        self.assertFalse(solvable((1, 1, 1, 1), 24))

    def test_moves_leave_one_number_less(self):
        for move in moves((2, 11, 2, 9)):
            self.assertEqual(len(move.state), 3)
            self.assertEqual(move.state[-1], apply(move.left, move.operator, move.right))


class Expressions(unittest.TestCase):
    def test_compose(self):
        steps = [(2, '+', 9, 11), (11, '+', 11, 22), (22, '+', 2, 24)]
        self.assertEqual(' '.join(compose((2, 11, 2, 9), steps)), '( ( 2 + 9 ) + 11 ) + 2')

    def test_compose_prefers_what_was_produced(self):
        steps = [(1, '+', 3, 4), (4, '+', 2, 6), (4, '*', 6, 24)]
        self.assertEqual(' '.join(compose((4, 1, 3, 2), steps)), '4 * ( ( 1 + 3 ) + 2 )')

    def test_evaluate(self):
        self.assertEqual(evaluate('( 2 + 9 ) * 2'.split()), (22, [2, 9, 2]))
        for wrong in ('2 + 9 + 2', '( 2 + 9', '( 2 ) + 3', '7 / 2', '3 - 5', '', '2 +', '( 2 + 9 ) * 2 )', '2 + Wait'):
            self.assertIsNone(evaluate(wrong.split()), wrong)

    def test_is_right(self):
        self.assertTrue(is_right('( ( 2 + 9 ) + 11 ) + 2'.split(), (2, 11, 2, 9), 24))
        self.assertFalse(is_right('( 11 + 11 ) + 2'.split(), (2, 11, 2, 9), 24))


class Checker(unittest.TestCase):
    def test_parse_step(self):
        self.assertEqual(parse_step((2, 11, 2, 9), '2 + 9 = 11 [ 11 2 11 ]'.split()), (11, 2, 11))
        self.assertEqual(parse_step((22, 2), '22 + 2 = 24'.split()), (24,))
        for wrong in ('2 + 9 = 12 [ 11 2 12 ]', '2 + 9 = 11 [ 11 3 11 ]', '3 + 9 = 12 [ 11 2 12 ]', '2 + 9 = 11',
                      '9 + 9 = 18 [ 11 2 18 ]', '2 + 9 = 11 [ 11 2 11', '2 - 9 = 7 [ 11 2 7 ]', '2 + 9', ''):
            self.assertIsNone(parse_step((2, 11, 2, 9), wrong.split()), wrong)

    def test_label_attempt(self):
        right = '2 + 9 = 11 [ 11 2 11 ] 11 + 11 = 22 [ 2 22 ] 22 + 2 = 24'.split()
        self.assertEqual(label_attempt((2, 11, 2, 9), 24, right), ([(9, True), (18, True), (23, True)], True))
        dead = '2 + 9 = 11 [ 11 2 11 ] 11 - 11 = 0 [ 2 0 ] 2 + 0 = 2'.split()
        self.assertEqual(label_attempt((2, 11, 2, 9), 24, dead), ([(9, True), (18, False), (23, False)], False))
        false = '2 + 9 = 12 [ 11 2 11 ] 11 + 11 = 22 [ 2 22 ] 22 + 2 = 24'.split()
        self.assertEqual(label_attempt((2, 11, 2, 9), 24, false), ([(9, False), (18, False), (23, False)], False))

    def test_label_rollout_over_attempts(self):
        prompt = prompt_texts((2, 11, 2, 9), 24, 'high')
        written = ('2 + 9 = 11 [ 11 2 11 ] 11 - 11 = 0 [ 2 0 ] 2 + 0 = 2 Wait 2 + 9 = 11 [ 11 2 11 ] 11 + 11 = 22 '
                   '[ 2 22 ] 22 + 2 = 24 </think> ( ( 2 + 9 ) + 11 ) + 2 <eos>').split()
        trace = label_rollout((2, 11, 2, 9), 24, prompt, written)
        self.assertEqual([label for label in trace.labels if label != NO_LABEL], [1, 1, 0, 0, 1, 1, 1, 1, 1])
        self.assertEqual(sum(trace.weights), 0)

    def test_label_rollout_direct(self):
        prompt = prompt_texts((2, 11, 2, 9), 24, 'none')
        trace = label_rollout((2, 11, 2, 9), 24, prompt, '( 2 + 9 ) + 11 <eos>'.split())
        self.assertEqual([label for label in trace.labels if label != NO_LABEL], [1, 0])


class Traces(unittest.TestCase):
    def setUp(self):
        self.rng, self.problems = random.Random(3), TrainingProblems()

    def test_right_traces_end_with_a_right_expression(self):
        for _ in range(1500):
            numbers, target = self.problems.draw(self.rng, must_be_solvable=True)
            for trace in (teacher.direct_trace(self.rng, numbers, target), teacher.low_trace(self.rng, numbers, target),
                          teacher.high_trace(self.rng, numbers, target)):
                texts = trace.texts()
                start = texts.index('</think>') + 1 if '</think>' in texts else texts.index('<none>') + 1
                self.assertEqual(trace.labels[-1], is_right(texts[start:-1], numbers, target))
                self.assertEqual(sorted(evaluate(texts[start:-1])[1]), sorted(numbers))
                self.assertTrue(trace.labels[-1] or texts[start - 1 - 24 - 2] == '<low>')
                self.assertLessEqual(len(trace), CONTEXT)

    def test_labels_and_weights_agree_with_the_checker(self):
        for _ in range(1500):
            numbers, target = self.problems.draw(self.rng)
            trace = teacher.low_trace(self.rng, numbers, target)
            prompt = prompt_texts(numbers, target, 'low')
            checked = label_rollout(numbers, target, prompt, trace.texts()[len(prompt):])
            self.assertEqual(trace.labels[len(prompt):], checked.labels[len(prompt):])
            self.assertEqual(trace.weights[:len(prompt) - 1], [0] * (len(prompt) - 1))

    def test_corrupted_steps_end_the_trace_with_value_0_and_are_not_learnt(self):
        for _ in range(300):
            numbers, target = self.problems.draw(self.rng)
            trace = teacher.low_trace(self.rng, numbers, target, corruption=1.0)
            if trace.texts()[-1] != '<eos>':
                self.assertEqual((trace.labels[-1], trace.weights[-1]), (0, 0))
                prompt = prompt_texts(numbers, target, 'low')
                checked = label_rollout(numbers, target, prompt, trace.texts()[len(prompt):])
                self.assertEqual(checked.labels[-1], 0)


if __name__ == '__main__':
    unittest.main()
