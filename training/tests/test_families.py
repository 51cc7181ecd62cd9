"""What every family in the table must keep. A new family is tested as soon as it stands there."""

import functools
import json
import pathlib
import random
import unittest

from training.data.held_out import FOLDER, to_json
from training.export import thoughts
from training.families import FAMILIES
from training.traces.trace import NO_LABEL
from training.traces.vocabulary import BOS, EFFORTS, END_THINK, EOS, THINK

TRAINING = pathlib.Path(__file__).parent.parent
ROOT = TRAINING.parent
SAMPLES = 200


def for_every_family(test):
    """Runs `test(self, family, rng)` for each family; a failure says which it was."""
    @functools.wraps(test)
    def run(self):
        for kind, family in FAMILIES.items():
            with self.subTest(kind):
                test(self, family, random.Random(1))
    return run


def held_out(family):
    return [problem for group in family.held_out_groups().values() for problem in group]


class EveryFamily(unittest.TestCase):
    @for_every_family
    def test_lives_in_a_folder_of_its_name(self, family, rng):
        self.assertEqual(type(family).__module__, f'training.families.{family.kind}.family')

    @for_every_family
    def test_ends_steps_with_a_token_of_its_own(self, family, rng):
        self.assertIn(family.step_end, family.vocabulary.ids)
        self.assertEqual(family.step_ends, {family.step_end, END_THINK})

    @for_every_family
    def test_prompts_say_how_much_to_think(self, family, rng):
        for effort, token in EFFORTS.items():
            for problem in held_out(family)[:5]:
                texts = family.prompt(problem, effort)
                self.assertEqual(family.vocabulary.decode(family.vocabulary.encode(texts)), texts)
                self.assertEqual(texts[0], BOS)
                self.assertEqual(texts[-2:] if effort != 'none' else texts[-1:],
                                 [token, THINK] if effort != 'none' else [token])

    @for_every_family
    def test_held_out_files_are_what_the_code_writes(self, family, rng):
        files = family.held_out_files()
        self.assertIn(family.kind, files)
        for name, content in files.items():
            path = FOLDER / f'{name}.json'
            self.assertTrue(path.exists(), f'held-out/{name}.json is missing: run python3 -m training.commands.held_out')
            self.assertEqual(path.read_text(), to_json(content))

    @for_every_family
    def test_held_out_problems_are_never_drawn(self, family, rng):
        kept = {tuple(family.prompt(problem, 'low')) for problem in held_out(family)}
        drawn = [family.prompt(family.draw_training(rng), 'low') for _ in range(SAMPLES)]
        drawn += [family.prompt(problem, 'low') for problem, _ in family.draw_prompts(rng, SAMPLES)]
        self.assertFalse(kept & set(map(tuple, drawn)))
        self.assertEqual(len(drawn), 2 * SAMPLES)

    @for_every_family
    def test_right_traces_of_the_teacher_have_an_answer(self, family, rng):
        teacher, answers = family.teacher(), 0
        for _ in range(SAMPLES):
            trace = teacher.sample(rng)
            texts = trace.texts()
            self.assertLessEqual(set(trace.labels), {NO_LABEL, 0.0, 1.0})
            if END_THINK in texts and trace.labels[-1] == 1:
                written = texts[max(i for i, text in enumerate(texts) if text == THINK) + 1:]
                self.assertIsNotNone(family.answer(written), ' '.join(texts))
                answers += 1
        self.assertGreater(answers, SAMPLES / 10)

    @for_every_family
    def test_nothing_is_no_answer_and_a_text_without_an_end_neither(self, family, rng):
        problem = held_out(family)[0]
        for texts in ([], [EOS], [END_THINK], [END_THINK, EOS], [family.step_end]):
            self.assertFalse(family.is_right_answer(problem, texts))
        self.assertIsNone(family.answer([]))

    @for_every_family
    def test_labels_are_for_the_value_head_alone(self, family, rng):
        for problem, prompt in family.draw_prompts(rng, SAMPLES):
            texts = [*rng.choices(family.vocabulary.texts, k=rng.randint(0, 8)), family.step_end]
            texts = [text for text in texts if text != EOS] + [END_THINK, family.step_end, EOS][:rng.randint(0, 3)]
            trace = family.label(problem, prompt, texts)
            self.assertEqual(trace.texts(), [*prompt, *texts])
            self.assertEqual(set(trace.weights), {0.0})
            self.assertLessEqual(set(trace.labels), {NO_LABEL, 0.0, 1.0})

    @for_every_family
    def test_reference_traces_fit_one_forward_of_the_page(self, family, rng):
        traces = family.reference_traces(rng)
        self.assertGreater(len(traces), 1)
        self.assertTrue(all(0 < len(tokens) <= 256 and max(tokens) < len(family.vocabulary) for tokens in traces))

    @for_every_family
    def test_the_judge_is_asked_in_its_own_words(self, family, rng):
        if family.judging:
            self.assertLessEqual({family.judging.question, family.judging.yes, family.judging.no}, set(family.vocabulary.texts))
            self.assertLessEqual(set(family.judging.groups), set(family.held_out_groups()))

    @for_every_family
    def test_files_for_tests_of_the_page_are_what_the_code_writes(self, family, rng):
        for path, text in family.page_fixtures().items():
            self.assertEqual((ROOT / path).read_text(), text, f'run python3 -m training.commands.fixtures for {path}')

    @for_every_family
    def test_a_config_says_how_a_model_is_trained(self, family, rng):
        configs = [json.loads(path.read_text()) for path in (TRAINING / 'configs').glob('*.json')]
        trained = [config for config in configs if config.get('family') == family.kind and 'phases' in config]
        self.assertTrue(trained, f'no config in training/configs trains a model of the {family.kind} family')

    def test_the_page_is_tested_on_thoughts_of_every_teacher(self):
        self.assertEqual((ROOT / thoughts.PATH).read_text(), thoughts.to_json(),
                         f'run python3 -m training.commands.fixtures for {thoughts.PATH}')
        written = json.loads(thoughts.to_json())
        self.assertEqual(list(written), list(FAMILIES))
        for kind, found in written.items():
            self.assertGreater(len(found['thoughts']), 5, kind)
            self.assertGreater(sum(one['right'] for one in found['thoughts']), 2, kind)


if __name__ == '__main__':
    unittest.main()
