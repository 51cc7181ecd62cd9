"""Tests of the puzzle family."""

import itertools
import random
import unittest

from training.families.puzzle import problems, slips
from training.families.puzzle.chain_checker import read_body
from training.families.puzzle.checker import checker_of, label_rollout
from training.families.puzzle.drills import judge_trace, judged_rollout, value_trace
from training.families.puzzle.fact import operate, rephrased
from training.families.puzzle.solution import CONTEXT
from training.families.puzzle.sums import sums_trace
from training.families.puzzle.teacher import SLIPS, Teacher, direct_trace
from training.families.puzzle.tokens import IMPOSSIBLE, JUDGE, LIKELY, NEXT, NO, QUESTION, REPHRASED, SURE, VALUE, YES
from training.tests.puzzle_examples import equations, knights, story
from training.tests.puzzle_reading import brute_force
from training.traces.trace import NO_LABEL
from training.traces.vocabulary import END_THINK, EOS, THINK, WAIT

def thought_of(trace):
    texts = trace.texts()
    return texts[texts.index(THINK) + 1:texts.index(END_THINK)]


class Problems(unittest.TestCase):
    def test_the_answer_is_that_of_brute_force(self):
        rng = random.Random(1)
        for kind, sizes, _ in itertools.product(problems.KINDS, (problems.USUAL, problems.HARDER), range(60)):
            problem = problems.draw_training(rng, kind, sizes)
            self.assertEqual(' '.join(problem.answer), brute_force(problem.kind, problem.text), ' '.join(problem.text))
            low, high = sizes[kind]
            self.assertIn(len(problem.island.people) if problem.island else problem.steps, range(low, high + 1))

    def test_one_supposition_about_anybody_decides_everything(self):
        rng = random.Random(2)
        for _ in range(100):
            island = problems.draw_training(rng, 'knights').island
            for person, knight in itertools.product(range(len(island.people)), (True, False)):
                known = island.learn(island.everything, person, knight)
                self.assertEqual(island.decided(known), 'fits' if known & island.solution else 'clash')

    def test_held_out_problems_are_never_drawn(self):
        held_out = problems.held_out()
        self.assertEqual(len({tuple(problem.text) for _, problem in held_out}), 1200)
        self.assertTrue(all(problems.is_held_out(problem.text) for _, problem in held_out))
        rng = random.Random(3)
        self.assertFalse(any(problems.is_held_out(problems.draw_training(rng).text) for _ in range(2000)))


class Traces(unittest.TestCase):
    def test_the_checker_labels_every_thought_as_the_teacher_does(self):
        rng, teacher = random.Random(4), Teacher()
        for i in range(1200):
            problem = problems.draw_training(rng)
            trace = (teacher.low, teacher.high, teacher.questioned, teacher.rephrased)[i % 4](rng, problem)
            if trace:
                start = trace.texts().index(THINK) + 1
                checked = label_rollout(problem, trace.texts()[:start], trace.texts()[start:])
                self.assertEqual(trace.labels, checked.labels, ' '.join(trace.texts()))

    def test_every_trace_fits_the_context_and_its_prompt_is_not_imitated(self):
        rng, teacher = random.Random(5), Teacher()
        for _ in range(1000):
            trace = teacher.sample(rng)
            self.assertLessEqual(len(trace), CONTEXT)
            effort = next(i for i, text in enumerate(trace.texts()) if text in ('<none>', '<low>', '<high>'))
            self.assertEqual(set(trace.weights[:effort + 1]), {0.0})

    def test_without_slips_everything_is_right(self):
        rng, teacher = random.Random(6), Teacher(slips=0.0)
        for i in range(300):
            trace = (teacher.low, teacher.high, teacher.packed)[i % 3](rng, problems.draw_training(rng))
            self.assertEqual(set(trace.labels) - {NO_LABEL}, {1.0})

    def test_what_is_imitated_is_right_where_all_before_is(self):
        """The first wrong step of a thought has a part that is not imitated."""
        rng, teacher = random.Random(7), Teacher()
        for _ in range(600):
            trace = teacher.low(rng, problems.draw_training(rng))
            if trace and 0.0 in trace.labels:
                first = trace.labels.index(0.0)
                start = max(i for i in range(first) if trace.texts()[i] in (';', THINK))
                self.assertIn(0.0, trace.weights[start + 1:first], ' '.join(trace.texts()))

    def test_steps_are_terse_or_worked_out_and_checks_always_worked_out(self):
        rng, teacher = random.Random(8), Teacher(slips=0.0, terse=0.5)
        found = set()
        for _ in range(200):
            problem = problems.draw_training(rng, 'equations')
            facts = {' '.join(fact.lead): fact for fact in problem.chain}
            for step in ' '.join(thought_of(teacher.high(rng, problem))).split(' ;')[:-1]:
                lead, rest = step.replace('Wait ', '').strip().split(' = ', 1)
                body, fact = read_body(rest.replace(' ok', '').split()), facts[f'{lead} =']
                self.assertIsNotNone(body, step)
                formula, working, result = body
                found.add((bool(formula), bool(working), result is not None))
                if 'Wait' in step:
                    self.assertEqual((bool(formula), bool(working), result),
                                     (bool(fact.formula()), bool(fact.operator), fact.value))
        self.assertEqual(found, {(False, False, True), (False, True, True), (True, True, True), (True, False, False)})

    def test_equations_are_planned_from_the_question_on(self):
        thought = ' '.join(thought_of(Teacher(slips=0.0).questioned(random.Random(1), equations())))
        self.assertEqual(thought.replace('Sub-question: ', '').replace(' Answer:', ''),
                         '3 * v ? ; 3 * v = w + 4 ; w ? ; w = u * 2 ; u ? ; u = 10 ; w ? ; w = 10 * 2 = 20 ; '
                         '3 * v ? ; 3 * v = 20 + 4 = 24 ; v ? ; v = 24 / 3 = 8 ;')

    def test_a_statement_holds_whatever_comes_after_its_line(self):
        rng = random.Random(14)
        for _ in range(200):
            problem = problems.draw_training(rng, 'knights')
            attempt = ' '.join(thought_of(Teacher(slips=0.0).low(rng, problem))).split('Wait ')[0].split(' ;')[:-1]
            if attempt[-1].strip() == 'fits':
                looked_at = [line.split(' , ')[0].strip() for line in attempt[1:-1] if not line.endswith('open')]
                self.assertEqual(sorted(looked_at), sorted(' '.join(sentence) for sentence in problem.island.sentences))

    def test_forced_waits_are_not_imitated_and_others_are(self):
        rng, teacher = random.Random(9), Teacher()
        for _ in range(200):
            problem = problems.draw_training(rng, rng.choice(['story', 'equations']))
            for write, weight in ((teacher.low, 0.0), (teacher.high, 1.0)):
                trace = write(rng, problem)
                waits = [i for i, text in enumerate(trace.texts()) if text == WAIT] if trace else []
                self.assertLessEqual({trace.weights[i] for i in waits} if waits else set(), {weight})

    def test_a_clash_leads_to_the_contrary_supposition(self):
        rng, teacher = random.Random(10), Teacher()
        contrary = {'knight': 'knave', 'knave': 'knight'}
        for _ in range(200):
            attempts = ' '.join(thought_of(teacher.low(rng, problems.draw_training(rng, 'knights')))).split('Wait ')
            for before, after in zip(attempts, attempts[1:]):
                if 'clash' in before:
                    _, name, status, *_ = before.split()
                    self.assertEqual(after.split()[:3], ['suppose', name, contrary[status]])
            self.assertTrue(attempts[-1].endswith('fits ;'))

    def test_slips_are_wrong_and_the_rest_can_be_worked_out(self):
        rng = random.Random(11)
        for _ in range(200):
            chain = problems.draw_training(rng, 'story').chain
            found = slips.slip(rng, chain, 0, {}, [3, 8])
            if found:
                self.assertNotEqual(found.result, chain[0].value)
                self.assertIn(found.result, range(100))
        self.assertGreater(SLIPS['high'], SLIPS['low'])


class Skills(unittest.TestCase):
    def setUp(self):
        self.rng, self.teacher = random.Random(12), Teacher()

    def test_answers_of_drills_are_balanced(self):
        for write, asked, words in ((judge_trace, JUDGE, {YES, NO}), (value_trace, VALUE, {SURE, LIKELY, IMPOSSIBLE})):
            found = []
            for _ in range(300):
                trace = write(self.rng, problems.draw_training(self.rng))
                self.assertEqual(trace.texts()[-3], asked)
                self.assertEqual(trace.weights[-3:], [0.0, 4.0, 1.0])
                found.append(trace.texts()[-2])
            self.assertEqual(set(found), words)
            for word in words:
                self.assertAlmostEqual(found.count(word) / 300, 1 / len(words), delta=0.12)

    def test_the_judge_agrees_with_the_checker(self):
        for _ in range(200):
            problem = problems.draw_training(self.rng)
            texts = judge_trace(self.rng, problem).texts()
            if texts[1:1 + len(problem.text)] != problem.text:   # another problem had to be found
                continue
            checker, step = checker_of(problem), []
            for text in texts[texts.index(THINK) + 1:-3]:
                step.append(text)
                if text == ';':
                    checker.step(step[:-1])
                    step = []
            self.assertEqual(texts[-2], YES if checker.last_right else NO, ' '.join(texts))

    def test_of_what_a_model_wrote_itself_one_step_is_asked_about(self):
        problem = story()
        prompt = ['<bos>', *problem.text, '<low>', THINK]
        written = 'Ann has 7 ; Bob has Ann + 5 = 7 + 5 = 13 ; Bob has 9 ; </think> 9 <eos>'.split()
        asked = [judged_rollout(self.rng, problem, prompt, written) for _ in range(200)]
        ends = {' '.join(trace.texts()[len(prompt):]) for trace in asked if trace}
        self.assertEqual(ends, {'Ann has 7 ; <judge> yes <eos>', f'{" ".join(written[:16])} <judge> no <eos>',
                                f'{" ".join(written[:20])} <judge> no <eos>'})
        self.assertTrue(all(sum(trace.weights) == 5.0 for trace in asked if trace))
        self.assertIsNone(judged_rollout(self.rng, problem, prompt, written[:5]))

    def test_sub_questions_name_what_the_step_is_about(self):
        for _ in range(100):
            problem = problems.draw_training(self.rng, self.rng.choice(['story', 'equations']))
            trace = self.teacher.questioned(self.rng, problem)
            if trace:
                asked = [i for i, text in enumerate(trace.texts()) if text == QUESTION]
                self.assertEqual([trace.weights[i] for i in asked], [0.0] + [1.0] * (len(asked) - 1))
                for part in ' '.join(trace.texts()).split(f'{QUESTION} ')[1:]:
                    question, rest = part.split(' ? ; Answer: ')
                    self.assertTrue(rest.startswith(question))

    def test_rephrasing(self):
        self.assertEqual(' '.join(rephrased(story().chain)),
                         'Ann = 7 , Bob = Ann + 5 , Bob = Bob - 4 , Ann = Ann + 4 , together = Ann + Bob , together ?')
        self.assertEqual(' '.join(rephrased(equations().chain)), 'u = 10 , w = u * 2 , 3 * v - 4 = w , v ?')
        problem = knights()
        texts = self.teacher.rephrased(self.rng, problem).texts()
        said = ' '.join(texts[texts.index(REPHRASED) + 1:texts.index(';')])
        self.assertEqual(sorted(said.split(' , ')), sorted(' '.join(problem.text).split(' . ')))

    def test_worked_examples(self):
        for _ in range(30):
            trace = self.teacher.packed(self.rng, problems.draw_training(self.rng))
            if trace:
                texts = trace.texts()
                self.assertIn(texts.count(NEXT), (1, 2, 3))
                self.assertEqual(texts.count(THINK), texts.count(NEXT) + 1)
                self.assertEqual((texts[-1], texts.count('<bos>')), (EOS, 1))

    def test_sums_are_true_and_only_their_results_are_imitated(self):
        for _ in range(100):
            trace = sums_trace(self.rng)
            for i, text in enumerate(trace.texts()):
                if text == ';':
                    left, operator, right, equals, result = trace.texts()[i - 5:i]
                    self.assertEqual((equals, operate(int(left), operator, int(right))), ('=', int(result)))
                    self.assertEqual(trace.weights[i - 5:i + 1], [0, 0, 0, 0, 1, 0])

    def test_direct(self):
        problem = story()
        self.assertEqual(direct_trace(self.rng, problem).texts(), ['<bos>', *problem.text, '<none>', '19', EOS])


if __name__ == '__main__':
    unittest.main()
