"""Writes the held-out problems, and those that the page trains on: `python3 -m training.commands.held_out`."""

from training.data.held_out import FOLDER, TRAINING_FOLDER, contents, to_json, training_contents


def main():
    for folder, files in ((FOLDER, contents()), (TRAINING_FOLDER, training_contents())):
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            path = folder / f'{name}.json'
            path.write_text(to_json(content))
            print(f'{path}: {max(len(rows) for rows in content.values() if isinstance(rows, list))} problems')


if __name__ == '__main__':
    main()
