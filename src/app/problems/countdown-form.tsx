import type { CountdownProblem } from '#experiment/problem.ts';
import { NoSolutionNote } from '#app/panels/no-solution-note.tsx';
import { NumberBox } from '#app/ui/number-box.tsx';
import { problems } from '#words/en/problems.ts';
import styles from './countdown-form.module.css';
import form from './problem-form.module.css';

/** Four numbers and a target, in one row. */
export function CountdownForm({
  problem,
  onChange,
}: {
  readonly problem: CountdownProblem;
  readonly onChange: (problem: CountdownProblem) => void;
}) {
  return (
    <div className={form.root}>
      <fieldset className={styles.numbers} aria-describedby="countdown-help">
        <legend className="hidden-visually">{problems.countdown.numbers}</legend>
        {problem.numbers.map((number, index) => (
          <NumberBox
            key={index}
            label={problems.countdown.number(index + 1)}
            value={number}
            min={1}
            max={13}
            onChange={(value) =>
              onChange({
                ...problem,
                numbers: problem.numbers.map((old, at) => (at === index ? value : old)),
              })
            }
          />
        ))}
        <span className={styles.make} aria-hidden="true">
          {problems.countdown.make}
        </span>
        <NumberBox
          label={problems.countdown.target}
          value={problem.target}
          min={1}
          max={99}
          onChange={(target) => onChange({ ...problem, target })}
        />
        <p className="help-text" id="countdown-help">
          {problems.countdown.help}
        </p>
      </fieldset>
      <div className={styles.solution} aria-live="polite">
        <NoSolutionNote problem={problem} />
      </div>
    </div>
  );
}
