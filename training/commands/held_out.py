"""Writes the held-out problems: `python3 -m training.commands.held_out`."""

from training.data.held_out import FOLDER, contents, to_json


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, content in contents().items():
        path = FOLDER / f'{name}.json'
        path.write_text(to_json(content))
        print(f"{path}: {len(content['problems'])} problems")


if __name__ == '__main__':
    main()
