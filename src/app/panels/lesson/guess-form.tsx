import { useId } from 'react';
import type { PageWords } from '#words/lesson-words.ts';
import { lessonWords } from '#words/en/lessons.ts';
import styles from './lesson.module.css';

/** A guess before it is shown. It is never asked for a second time, and one may go on without. */
export function GuessForm({
  words,
  guess: { options, right },
  chosen,
  revealed,
  onChoose,
}: {
  readonly words: NonNullable<PageWords['guess']>;
  readonly guess: { readonly options: readonly string[]; readonly right: string };
  readonly chosen: string | null;
  readonly revealed: boolean;
  readonly onChoose: (option: string) => void;
}) {
  const name = useId();
  return (
    <fieldset className={styles.guess} disabled={revealed}>
      <legend>{words.asks}</legend>
      {options.map((option) => (
        <label key={option} data-true={revealed && option === right ? '' : undefined}>
          <input
            type="radio"
            name={name}
            value={option}
            checked={chosen === option}
            onChange={() => onChoose(option)}
          />
          <span>{words.options[option]}</span>
          {revealed && option === right && <span className={styles.came}>{lessonWords.cameTrue}</span>}
        </label>
      ))}
      {revealed && chosen !== null && (
        <p className={styles.verdict}>
          {chosen === right
            ? lessonWords.guessedRight
            : lessonWords.guessedWrong(words.options[right] ?? right)}
        </p>
      )}
    </fieldset>
  );
}
