"""Nothing held out is ever trained on."""

import json
import random
import re
import unittest

from training.data.held_out import FOLDER, TRAINING_FOLDER, to_json, training_contents
from training.families import FAMILIES
from training.families.arithmetic import problems as arithmetic
from training.families.arithmetic.teacher import Teacher as ArithmeticTeacher
from training.families.arithmetic.tokens import PLACES, to_formula
from training.families.countdown import problems as countdown
from training.families.countdown.rules import solvable
from training.families.countdown.teacher import Teacher as CountdownTeacher
from training.families.puzzle.problems import is_held_out
from training.families.puzzle.teacher import Teacher as PuzzleTeacher

SAMPLES = 20000


def read(name):
    return json.loads((FOLDER / f'{name}.json').read_text())


class CountdownHeldOut(unittest.TestCase):
    def setUp(self):
        self.written = read('countdown')
        self.held_out = {tuple(sorted(p['numbers'])) for p in self.written['problems']}

    def test_file_holds_what_it_promises(self):
        problems = self.written['problems']
        self.assertEqual([p['target'] for p in problems[:300]], [24] * 300)
        self.assertEqual(len({tuple(sorted(p['numbers'])) for p in problems[:300]}), 300)
        sources = [p['source'] for p in problems]
        self.assertEqual([sources.count(s) for s in ('tree-of-thoughts', 'random', 'other-target')], [100, 200, 300])
        self.assertEqual({tuple(sorted(p['numbers'])) for p in problems if p['source'] == 'tree-of-thoughts'},
                         set(countdown.tree_of_thoughts_puzzles()))
        for p in problems:
            self.assertTrue(solvable(tuple(p['numbers']), p['target']))
        self.assertTrue(all(10 <= p['target'] <= 99 and p['target'] != 24 for p in problems[300:]))

    def test_training_list_is_disjoint(self):
        self.assertEqual(len(self.held_out), 300)
        self.assertFalse(self.held_out & set(countdown.TrainingProblems().multisets))

    def test_samples_are_disjoint(self):
        teacher, rng = CountdownTeacher(corruption=0.08), random.Random(5)
        for _ in range(SAMPLES):
            numbers = teacher.sample(rng).texts()[3:7]
            self.assertNotIn(tuple(sorted(map(int, numbers))), self.held_out)

    def test_rollout_prompts_are_disjoint(self):
        for (numbers, _), _ in FAMILIES['countdown'].draw_prompts(random.Random(6), 5000):
            self.assertNotIn(tuple(sorted(numbers)), self.held_out)


class ArithmeticHeldOut(unittest.TestCase):
    def setUp(self):
        self.written = read('arithmetic')
        self.held_out = {tuple(pair) for pair in self.written['pairs']}

    def test_file_holds_what_it_promises(self):
        counts = [len(p['terms']) for p in self.written['problems']]
        self.assertEqual([counts.count(n) for n in (1, 2, 3)], [100, 100, 100])
        for p in self.written['problems']:
            total = sum((1 if t['sign'] == '+' else -1) * t['left'] * t['right'] for t in p['terms'])
            self.assertEqual(p['answer'], total)
            self.assertTrue(all((t['left'], t['right']) in self.held_out for t in p['terms']))

    def test_harder_file_holds_what_it_promises(self):
        problems = read('arithmetic-harder')['problems']
        counts = [len(p['terms']) for p in problems]
        self.assertEqual((len(counts), counts.count(4), counts.count(5)), (200, 100, 100))
        self.assertEqual(len({json.dumps(p['terms']) for p in problems}), 200)
        for p in problems:
            total = sum((1 if t['sign'] == '+' else -1) * t['left'] * t['right'] for t in p['terms'])
            self.assertEqual((p['terms'][0]['sign'], p['answer']), ('+', total))
            self.assertTrue(all((t['left'], t['right']) in self.held_out for t in p['terms']))

    def test_harder_problems_are_longer_than_any_drawn_for_training(self):
        rng = random.Random(8)
        longest = max(len(arithmetic.draw_training(rng, pairs)) for pairs in arithmetic.PAIRS for _ in range(SAMPLES))
        self.assertEqual((longest, min(arithmetic.HARDER)), (3, 4))

    def test_bigger_file_holds_what_it_promises(self):
        problems = read('arithmetic-bigger')['problems']
        counts = [len(p['terms']) for p in problems]
        self.assertEqual((len(counts), counts.count(1), counts.count(2)), (200, 100, 100))
        self.assertEqual(len({json.dumps(p['terms']) for p in problems}), 200)
        for p in problems:
            total = sum((1 if t['sign'] == '+' else -1) * t['left'] * t['right'] for t in p['terms'])
            self.assertEqual((p['terms'][0]['sign'], p['answer']), ('+', total))
            self.assertTrue(10 <= total < 10 ** PLACES)
            self.assertTrue(all(100 <= t['left'] <= 999 and t['left'] % 10 and 3 <= t['right'] <= 9 for t in p['terms']))

    def test_bigger_factors_are_larger_than_any_trained_on(self):
        largest = max(left for left, _ in [*arithmetic.TRAINING_PAIRS, *arithmetic.HELD_OUT_PAIRS])
        self.assertEqual((largest, min(left for left, _ in arithmetic.BIGGER_PAIRS)), (99, 101))

    def test_training_list_is_disjoint(self):
        self.assertEqual(self.held_out, set(arithmetic.HELD_OUT_PAIRS))
        self.assertFalse(self.held_out & set(arithmetic.TRAINING_PAIRS))

    def test_samples_are_disjoint(self):
        teacher, rng = ArithmeticTeacher(), random.Random(5)
        for _ in range(SAMPLES):
            formula = to_formula(teacher.sample(rng).texts())
            pairs = {(int(a), int(b)) for a, b in re.findall(r'(\d+)\*(\d+)', formula)}
            self.assertFalse(pairs & self.held_out)

    def test_rollout_prompts_are_disjoint(self):
        for terms, _ in FAMILIES['arithmetic'].draw_prompts(random.Random(6), 5000):
            self.assertFalse({term[1:] for term in terms} & self.held_out)


class PuzzlesHeldOut(unittest.TestCase):
    def setUp(self):
        self.written = read('puzzle')

    def test_file_holds_what_it_promises(self):
        found = [(p['set'], p['kind']) for p in self.written['problems']]
        for kind in ('story', 'equations', 'knights'):
            self.assertEqual((found.count(('held-out', kind)), found.count(('harder', kind))), (300, 100))
        self.assertTrue(all(is_held_out(p['text'].split()) for p in self.written['problems']))

    def test_samples_are_disjoint(self):
        teacher, rng = PuzzleTeacher(), random.Random(5)
        for _ in range(SAMPLES // 4):
            for text in re.findall(r'(?:<bos>|<next>) (.*?) <(?:none|low|high)>', ' '.join(teacher.sample(rng).texts())):
                self.assertFalse(is_held_out(text.split()))

    def test_rollout_prompts_are_disjoint(self):
        for problem, _ in FAMILIES['puzzle'].draw_prompts(random.Random(6), 2000):
            self.assertFalse(is_held_out(problem.text))


class TrainedOnInThePage(unittest.TestCase):
    def test_files_are_as_written(self):
        for name, content in training_contents().items():
            self.assertEqual((TRAINING_FOLDER / f'{name}.json').read_text(), to_json(content))

    def test_pairs_are_those_that_reinforcement_learning_is_for(self):
        pairs = {tuple(pair) for pair in training_contents()['arithmetic-pairs']['pairs']}
        self.assertEqual(pairs, set(arithmetic.PAIRS['reinforcement']))
        self.assertEqual(len(pairs), 80)
        self.assertFalse(pairs & (set(arithmetic.HELD_OUT_PAIRS) | set(arithmetic.PAIRS['corpus'])))

    def test_games_are_solvable_and_not_held_out(self):
        games = [tuple(map(int, game.split())) for game in training_contents()['countdown-games']['games']]
        self.assertFalse(set(games) & set(countdown.held_out_sources()))
        self.assertTrue(all(solvable(game, 24) for game in games))


if __name__ == '__main__':
    unittest.main()
