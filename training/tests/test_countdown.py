"""Rules, expressions, checker and traces of the countdown family."""

import random
import unittest

from training.families.countdown import rollouts, teacher
from training.families.countdown.attempt import states_of
from training.families.countdown.checker import label_attempt, label_rollout, parse_step, read_steps
from training.families.countdown.expression import compose, evaluate, is_right
from training.families.countdown.journey import AFTER_WAIT, JOURNEYS
from training.families.countdown.judge import judge_trace
from training.families.countdown.problems import TrainingProblems
from training.families.countdown.rules import apply, moves, reachable, solvable
from training.families.countdown.spelling import label_spelling
from training.families.countdown.tokens import VOCABULARY, prompt_texts
from training.traces.trace import NO_LABEL

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

    def test_read_steps_stops_at_the_first_illegal_one(self):
        texts = '2 + 9 = 11 [ 11 2 11 ] 11 + 11 = 23 [ 2 23 ] 23 + 2 = 25'.split()
        self.assertEqual(read_steps((2, 11, 2, 9), texts), [(2, '+', 9, 11)])

    def test_label_rollout_over_attempts(self):
        prompt = prompt_texts((2, 11, 2, 9), 24, 'high')
        written = ('2 + 9 = 11 [ 11 2 11 ] 11 - 11 = 0 [ 2 0 ] 2 + 0 = 2 Wait 2 + 9 = 11 [ 11 2 11 ] 11 + 11 = 22 '
                   '[ 2 22 ] 22 + 2 = 24 </think> ( ( 2 + 9 ) + 11 ) + 2 <eos>').split()
        trace = label_rollout((2, 11, 2, 9), 24, prompt, written)
        self.assertEqual([label for label in trace.labels if label != NO_LABEL], [1, 1, 0, 0, 0, 1, 1, 1, 1, 1])
        self.assertEqual(sum(trace.weights), 0)

    def test_label_rollout_direct(self):
        prompt = prompt_texts((2, 11, 2, 9), 24, 'none')
        trace = label_rollout((2, 11, 2, 9), 24, prompt, '( 2 + 9 ) + 11 <eos>'.split())
        self.assertEqual([label for label in trace.labels if label != NO_LABEL], [1, 0])

    def test_labels_inside_an_answer_say_where_it_goes_wrong(self):
        prompt = prompt_texts((2, 11, 2, 9), 24, 'low')
        thought = '2 + 9 = 11 [ 11 2 11 ] 11 + 11 = 22 [ 2 22 ] 22 + 2 = 24 </think> '

        def inside(answer, thought=thought):
            trace = label_rollout((2, 11, 2, 9), 24, prompt, f'{thought}{answer} <eos>'.split())
            labels = label_spelling(trace, (2, 11, 2, 9), 24).labels
            return [int(label) for label in labels[trace.texts().index('</think>') + 1:]]

        self.assertEqual(inside('( 11 + ( 2 + 9 ) ) + 2'), [1] * 12)   # the other way round is right too
        self.assertEqual(inside('( ( 2 + 9 ) - 11 ) + 2'), [1] * 6 + [0] * 6)
        self.assertEqual(inside('( ( 2 + 9 ) + 11 )'), [1] * 9 + [0])   # right so far
        self.assertEqual(inside('2 + 9', '2 + 9 = 11 [ 11 2 11 ] 11 - 11 = 0 [ 2 0 ] 2 + 0 = 2 </think> '), [0] * 4)


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

    def test_a_false_answer_has_value_0_and_is_not_learnt(self):
        false = 0
        for _ in range(300):
            numbers, target = self.problems.draw(self.rng, must_be_solvable=True)
            trace = teacher.low_trace(self.rng, numbers, target, corruption=0.2)
            texts = trace.texts()
            if texts[-1] == '<eos>' and not trace.weights[-1]:
                false += 1
                self.assertFalse(is_right(texts[texts.index('</think>') + 1:-1], numbers, target))
                self.assertEqual(trace.labels[-1], 0)
        self.assertGreater(false, 20)

    def test_shortcuts_are_right_at_once(self):
        shortcuts = teacher.Teacher(shortcut=True)
        for _ in range(300):
            trace = shortcuts.sample(self.rng)
            self.assertNotIn('Wait', trace.texts())
            self.assertEqual((trace.labels[-1], min(trace.weights[9:])), (1, 1))


def split_attempts(trace):
    """`[(texts of an attempt, weight of the Wait before it)]` of a trace with `</think>`."""
    texts, attempts, start, weight = trace.texts(), [], trace.texts().index('<think>') + 1, 1.0
    for i in range(start, texts.index('</think>') + 1):
        if texts[i] in ('Wait', '</think>'):
            attempts.append((texts[start:i], weight))
            start, weight = i + 1, trace.weights[i]
    return attempts


class Journeys(unittest.TestCase):
    def setUp(self):
        rng, problems = random.Random(4), TrainingProblems()
        self.problems = [problems.draw(rng, must_be_solvable=True) for _ in range(2000)]
        self.traces = {effort: [teacher.thinking_trace(rng, *p, effort, efforts=JOURNEYS) for p in self.problems] for effort in ('low', 'high')}

    def test_a_success_is_confirmed_and_its_wait_not_imitated(self):
        confirmed = 0
        for (numbers, target), trace in zip(self.problems, self.traces['high']):
            attempts = split_attempts(trace)
            for (texts, _), (following, weight) in zip(attempts, attempts[1:]):
                if label_attempt(numbers, target, texts)[1]:
                    confirmed += 1
                    self.assertEqual((texts, 0), (following, weight))
        self.assertGreater(confirmed, 200)

    def test_the_second_attempt_that_is_imitated_begins_with_another_number(self):
        for (numbers, target), trace in zip(self.problems, self.traces['high']):
            attempts, texts = [texts for texts, _ in split_attempts(trace)], trace.texts()
            if len(attempts) > 1 and not label_attempt(numbers, target, attempts[0])[1]:
                if trace.weights[texts.index('Wait') + 1]:
                    self.assertNotEqual(attempts[0][0], attempts[1][0])

    def test_what_follows_a_wait_weighs_more(self):
        weights = {w for trace in self.traces['high'] if 'Wait' in trace.texts()
                   for w in trace.weights[trace.texts().index('Wait') + 1:][:3]}
        self.assertEqual(weights, {0, AFTER_WAIT})

    def test_a_failure_is_followed_by_another_attempt(self):
        again = 0
        for (numbers, target), trace in zip(self.problems, self.traces['high']):
            attempts = [texts for texts, _ in split_attempts(trace)]
            failed = [texts for texts in attempts if not label_attempt(numbers, target, texts)[1]]
            again += len(failed) != len({' '.join(texts) for texts in failed})
        self.assertLess(again, 10)

    def test_at_low_effort_no_wait_is_imitated(self):
        weights = [weight for trace in self.traces['low'] for _, weight in split_attempts(trace)[1:]]
        self.assertGreater(len(weights), 100)
        self.assertEqual(set(weights), {0})

    def test_at_high_effort_ends_after_failures_have_a_real_share(self):
        ends, waits = 0, 0
        for (numbers, target), trace in zip(self.problems, self.traces['high']):
            attempts = split_attempts(trace)
            last, second = attempts[-1][0], attempts[1:]
            ends += len(attempts) > 1 and not label_attempt(numbers, target, last)[1]
            waits += sum(weight for _, weight in second[1:])
        self.assertTrue(1.4 < ends / waits < 3, (ends, waits))

    def test_states_of(self):
        self.assertEqual(states_of((2, 11, 2, 9), [(2, '+', 9, 11), (11, '+', 11, 22)]), [(2, 11, 11), (2, 22)])


class JourneysFromRollouts(unittest.TestCase):
    def label(self, thought, answer, count=60):
        """Journeys from a model's text; its last number is varied, for they are drawn by it."""
        prompt = prompt_texts((2, 11, 2, 9), 24, 'high')
        found = []
        for i in range(count):
            written = [*thought.split(), '</think>', *answer.split(), *(['+'] * i), '<eos>']
            trace = rollouts.label(((2, 11, 2, 9), 24), prompt, written, journeys=0.8)
            if sum(trace.weights):
                found.append((trace, len(prompt) + len(thought.split())))
        return found

    def test_a_failure_goes_on_with_an_unforced_wait_and_other_steps(self):
        failed = '2 + 9 = 11 [ 11 2 11 ] 11 - 11 = 0 [ 2 0 ] 2 + 0 = 2'
        found = self.label(failed, '2')
        self.assertGreater(len(found), 25)
        for trace, end in found:
            self.assertEqual((sum(trace.weights[:end + 1]), trace.texts()[end]), (0, 'Wait'))
            self.assertFalse(' '.join(trace.texts()[end + 1:]).startswith(failed))
            self.assertLessEqual(len(trace), CONTEXT)

    def test_a_success_is_confirmed(self):
        right = '2 + 9 = 11 [ 11 2 11 ] 11 + 11 = 22 [ 2 22 ] 22 + 2 = 24'
        for trace, end in self.label(right, '2'):
            self.assertEqual(trace.texts()[end:end + 25], ['Wait', *right.split()][:25])
            self.assertEqual((trace.weights[end], trace.labels[end], trace.labels[-1]), (0, 1, 1))

    def test_at_most_seven_attempts(self):
        failed = '2 + 9 = 11 [ 11 2 11 ] 11 - 11 = 0 [ 2 0 ] 2 + 0 = 2'
        self.assertEqual(self.label(' Wait '.join([failed] * 7), '2'), [])
        self.assertTrue(all(len(trace) <= CONTEXT for trace, _ in self.label(' Wait '.join([failed] * 6), '2')))


class Judge(unittest.TestCase):
    def test_answers_are_exact_and_balanced(self):
        rng, problems, answers = random.Random(5), TrainingProblems(), []
        for _ in range(3000):
            numbers, target = problems.draw(rng, must_be_solvable=True)
            trace = judge_trace(rng, numbers, target)
            texts = trace.texts()
            asked = texts.index('<judge>')
            start = max(i for i in range(asked) if texts[i] in ('<think>', 'Wait')) + 1
            labels, _ = label_attempt(numbers, target, texts[start:asked])
            self.assertEqual(texts[asked + 1:], ['yes' if labels[-1][1] else 'no', '<eos>'])
            self.assertEqual((sum(trace.weights[:asked + 1]), trace.labels[asked]), (0, labels[-1][1]))
            answers.append(labels[-1][1])
        self.assertTrue(0.42 < sum(answers) / len(answers) < 0.58, sum(answers))

    def test_the_judge_speaks_at_the_end_of_the_vocabulary(self):
        self.assertEqual(VOCABULARY.texts[-3:], ['<judge>', 'yes', 'no'])


if __name__ == '__main__':
    unittest.main()
