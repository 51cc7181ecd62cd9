import { useId } from 'react';
import type { CountdownProblem } from '#experiment/problem.ts';
import { NoSolutionNote } from '../no-solution-note.tsx';
import { NumberBox } from '#app/ui/number-box.tsx';

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
    <div className="problem-form">
      <fieldset>
        <legend className="knob-label">Numbers</legend>
        <div className="number-row">
          {problem.numbers.map((number, index) => (
            <NumberBox
              key={index}
              label={`Number ${index + 1}`}
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
      <div className="target-row">
        <label className="knob-label" htmlFor={targetId}>
          Target
        </label>
        <NumberBox
          id={targetId}
          name="Target"
          value={problem.target}
          min={1}
          max={99}
          onChange={(target) => onChange({ ...problem, target })}
        />
      </div>
      <div aria-live="polite">
        <NoSolutionNote problem={problem} />
        <p className="knob-help">
          Use each number once, with + − × ÷ and brackets. Numbers 1 to 13, target 1 to 99.
        </p>
      </div>
    </div>
  );
}
