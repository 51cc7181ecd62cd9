"""Adding a family touches its folder and four files: the table, a config, and two that commands write.

A family is added to a copy of `training/`. On the way Python and the tests must name each thing that is still missing.
"""

import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

try:
    import torch
except ImportError:
    torch = None

from training.families.family import Family
from training.tests import new_family

ROOT = pathlib.Path(__file__).parent.parent.parent
READ_BY_TESTS = ['src/experiment/held-out', 'src/policy/embedded/testing', 'src/verifiers/testing']
TABLE = 'training/families/__init__.py'
CONFIG = 'training/configs/reversal.json'
HELD_OUT = 'src/experiment/held-out/reversal.json'
THOUGHTS = 'src/policy/embedded/testing/thoughts.json'
FOLDER = 'training/families/reversal/'


class NewFamily(unittest.TestCase):
    def setUp(self):
        self.root = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        shutil.copytree(ROOT / 'training', self.root / 'training', ignore=shutil.ignore_patterns('runs', '__pycache__'))
        for folder in READ_BY_TESTS:
            shutil.copytree(ROOT / folder, self.root / folder)
        self.before = self.files()

    def files(self):
        """`{path: content}` of the copy."""
        return {str(path.relative_to(self.root)): path.read_bytes() for path in self.root.rglob('*')
                if path.is_file() and '__pycache__' not in path.parts and 'runs' not in path.parts}

    def write(self, path, text):
        (self.root / path).parent.mkdir(exist_ok=True)
        (self.root / path).write_text(text.lstrip('\n'))

    def run_in_copy(self, *arguments):
        """`(did it succeed, what it printed)` of a module of the copy."""
        done = subprocess.run([sys.executable, '-m', *arguments], cwd=self.root, capture_output=True, text=True, check=False)
        return done.returncode == 0, done.stdout + done.stderr

    def run_tests(self):
        return self.run_in_copy('unittest', 'training.tests.test_families', 'training.tests.test_layers')

    def register(self):
        """The only edit of a file that is there already."""
        table = (self.root / TABLE).read_text()
        table = table.replace('\n\nFAMILIES', '\nfrom training.families.reversal.family import Reversal\n\nFAMILIES')
        self.write(TABLE, table.replace('(Countdown(),', '(Reversal(), Countdown(),'))

    def test_each_step_says_what_is_left_and_four_files_are_touched(self):
        self.write(f'{FOLDER}__init__.py', '"""Reversed digits."""\n')
        self.write(f'{FOLDER}family.py', new_family.NOTHING_YET)
        self.register()
        done, printed = self.run_tests()
        self.assertFalse(done)
        for member in Family.__abstractmethods__:
            self.assertRegex(printed, rf'abstract method.*\b{member}\b')

        for name in ('tokens', 'problems', 'checker', 'teacher', 'family'):
            self.write(f'{FOLDER}{name}.py', getattr(new_family, name.upper()))
        done, printed = self.run_tests()
        self.assertFalse(done)
        self.assertRegex(printed, r'held-out/reversal\.json is missing')
        self.assertRegex(printed, 'no config in training/configs trains a model of the reversal family')
        self.assertRegex(printed, r'run python3 -m training\.commands\.fixtures')
        self.assertIn('FAILED (failures=3)', printed)

        self.assertTrue(self.run_in_copy('training.commands.held_out')[0])
        self.assertTrue(self.run_in_copy('training.commands.fixtures')[0])
        self.write(CONFIG, new_family.CONFIG)
        done, printed = self.run_tests()
        self.assertTrue(done, printed)

        after = self.files()
        touched = {path for path, content in after.items() if self.before.get(path) != content}
        self.assertEqual({path for path in touched if not path.startswith(FOLDER)}, {TABLE, CONFIG, HELD_OUT, THOUGHTS})
        self.assertLessEqual(set(self.before), set(after))
        if torch is not None:
            self.learns()

    def learns(self):
        """Trainer and evaluation take the family as it is."""
        done, printed = self.run_in_copy('training.commands.train', CONFIG)
        self.assertTrue(done, printed)
        done, printed = self.run_in_copy('training.commands.evaluate', 'training/runs/reversal/final.pt', '--problems', '3', '--samples', '2')
        self.assertTrue(done, printed)
        self.assertIn('held out (3 problems)', printed)


if __name__ == '__main__':
    unittest.main()
