import { useId } from 'react';
import type { CountdownProblem } from '#experiment/problem.ts';
import { NoSolutionNote } from '#app/panels/no-solution-note.tsx';
import { NumberBox } from '#app/ui/number-box.tsx';
import { problems } from '#words/en/problems.ts';
import styles from './countdown-form.module.css';
import form from './problem-form.module.css';

/** Four numbers and a target. */
export function CountdownForm({
  problem,
  onChange,
}: {
  readonly problem: CountdownProblem;
  readonly onChange: (problem: CountdownProblem) => void;
}) {
  const targetId = useId();
  return (
    <div className={form.root}>
      <fieldset>
        <legend className="knob-label">{problems.countdown.numbers}</legend>
        <div className={styles.numbers}>
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
        </div>
      </fieldset>
      <div className={styles.target}>
        <label className="knob-label" htmlFor={targetId}>
          {problems.countdown.target}
        </label>
        <NumberBox
          id={targetId}
          name={problems.countdown.target}
          value={problem.target}
          min={1}
          max={99}
          onChange={(target) => onChange({ ...problem, target })}
        />
      </div>
      <div aria-live="polite">
        <NoSolutionNote problem={problem} />
        <p className="knob-help">{problems.countdown.help}</p>
      </div>
    </div>
  );
}
