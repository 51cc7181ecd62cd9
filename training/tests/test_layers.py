"""Which package may import which, and that a family is named in the table alone."""

import ast
import pathlib
import unittest

from training.families import FAMILIES

TRAINING = pathlib.Path(__file__).parent.parent
# A package may import itself and what stands here. The packages' READMEs say the same in words.
MAY_IMPORT = {
    'traces': set(),
    'families': {'traces'},
    'model': set(),
    'data': {'traces', 'families', 'model'},
    'supervised': {'traces', 'families', 'model', 'data'},
    'export': {'traces', 'families', 'model'},
    'evaluation': {'traces', 'families', 'model', 'export'},
    'rl': {'traces', 'families', 'model', 'data', 'supervised', 'evaluation', 'export'},
    'value': {'traces', 'families', 'model', 'data', 'evaluation'},
}
LIBRARY = [path for name in MAY_IMPORT for path in sorted((TRAINING / name).rglob('*.py'))]
COMMANDS = sorted((TRAINING / 'commands').glob('*.py'))


def imports(path):
    """The modules of `training` that a file imports, by their full names."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f'{node.module}.{alias.name}' for alias in node.names)}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return {name for name in found if name.startswith('training.')}


def named(path):
    """The string constants of a file, which docstrings and other long texts never equal."""
    return {node.value for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Constant)}


class Layers(unittest.TestCase):
    def test_packages_import_only_what_they_may(self):
        for path in LIBRARY:
            package = path.relative_to(TRAINING).parts[0]
            for name in imports(path):
                self.assertIn(name.split('.')[1], {package, *MAY_IMPORT[package]}, f'{path} imports {name}')

    def test_no_module_but_the_table_knows_a_family(self):
        for path in LIBRARY + COMMANDS:
            parts = path.relative_to(TRAINING / 'families').parts if TRAINING / 'families' in path.parents else ()
            if parts == ('__init__.py',):
                continue
            for kind in set(FAMILIES) - set(parts[:1]):
                self.assertFalse([name for name in imports(path) if name.startswith(f'training.families.{kind}')], path)
                self.assertNotIn(kind, named(path), f'{path} asks for a family by its name')

    def test_the_library_reads_no_arguments(self):
        for path in LIBRARY:
            self.assertNotIn('argparse', path.read_text(), f'{path} belongs in training/commands')

    def test_every_package_says_what_lives_there(self):
        for name in [*MAY_IMPORT, 'commands', 'tests']:
            self.assertTrue((TRAINING / name / 'README.md').exists(), f'training/{name}/README.md')

    def test_every_command_is_in_the_readme(self):
        readme = (TRAINING / 'README.md').read_text()
        for path in COMMANDS:
            if path.stem != '__init__':
                self.assertIn(f'python3 -m training.commands.{path.stem}', readme)
                self.assertIn(f'python3 -m training.commands.{path.stem}', path.read_text())


if __name__ == '__main__':
    unittest.main()
