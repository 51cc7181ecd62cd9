"""Writes the problems that the page trains on: `python3 -m training.commands.page_problems`."""

from training.data.held_out import TRAINING_FOLDER, to_json, training_contents


def main():
    TRAINING_FOLDER.mkdir(parents=True, exist_ok=True)
    for name, content in training_contents().items():
        path = TRAINING_FOLDER / f'{name}.json'
        path.write_text(to_json(content))
        print(path)


if __name__ == '__main__':
    main()
