"""Writes what tests of the page read of the teachers: `python3 -m training.commands.fixtures`."""

import pathlib

from training.export import thoughts
from training.families import FAMILIES

ROOT = pathlib.Path(__file__).parent.parent.parent


def main():
    files = {thoughts.PATH: thoughts.to_json()}
    for family in FAMILIES.values():
        files.update(family.page_fixtures())
    for path, text in files.items():
        (ROOT / path).write_text(text)
        print(f'{path}: {len(text)} bytes')


if __name__ == '__main__':
    main()
