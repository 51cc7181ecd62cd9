"""Writes what tests of the page read of the teachers: `python3 -m training.commands.fixtures`."""

import pathlib

from training.families import FAMILIES

ROOT = pathlib.Path(__file__).parent.parent.parent


def main():
    for family in FAMILIES.values():
        for path, text in family.page_fixtures().items():
            (ROOT / path).write_text(text)
            print(f'{path}: {len(text)} bytes')


if __name__ == '__main__':
    main()
