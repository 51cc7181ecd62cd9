import { useEffect, useId } from 'react';
import { families, type Family, familySheet } from '#experiment/families.ts';
import type { HeldOutSet } from '#experiment/families/sheet.ts';
import type { ProblemSource } from '#lab/sweeps/spec.ts';
import { FailureText } from '#app/ui/failure-text.tsx';
import { NumberBox } from '#app/ui/number-box.tsx';
import { problemSets } from '#words/en/problem-sets.ts';
import { problems as problemWords } from '#words/en/problems.ts';
import styles from './problem-set-picker.module.css';
import { SetPreview } from './set-preview.tsx';
import { useHeldOut } from './use-held-out.ts';

export type HeldOutSource = Extract<ProblemSource, { readonly kind: 'held-out' }>;

const withSets = families.filter((family) => setsOf(family).length > 0);

function setsOf(family: Family): readonly HeldOutSet[] {
  const { heldOut } = familySheet(family);
  return (['usual', 'harder', 'bigger'] as const).filter((set) => heldOut[set]);
}

/** Which of the page's own problems, none of which a model was trained on, and how many. */
export function HeldOutChoice({
  value,
  onChange,
}: {
  readonly value: HeldOutSource;
  readonly onChange: (value: HeldOutSource) => void;
}) {
  const ids = { family: useId(), set: useId(), count: useId(), help: useId() };
  const { family, set = 'usual', count } = value;
  const { problems, failure } = useHeldOut(family, set);
  const size = problems?.length ?? null;
  useEffect(() => {
    // Another set may have fewer.
    if (size !== null && count > size) onChange({ ...value, count: size });
  }, [size, count, value, onChange]);
  const choose = (next: Family, wanted: HeldOutSet) => {
    const [first = 'usual'] = setsOf(next).filter((one) => one === wanted);
    onChange({ kind: 'held-out', family: next, ...(first === 'usual' ? {} : { set: first }), count });
  };
  return (
    <div className={styles.part}>
      <div className={styles.choices}>
        <div>
          <label className="knob-label" htmlFor={ids.family}>
            {problemSets.family}
          </label>
          <select
            id={ids.family}
            className="field-select"
            value={family}
            onChange={({ currentTarget }) =>
              choose(withSets.find((one) => one === currentTarget.value) ?? family, set)
            }
          >
            {withSets.map((one) => (
              <option key={one} value={one}>
                {problemWords.names[one]}
              </option>
            ))}
          </select>
        </div>
        <div>
          <label className="knob-label" htmlFor={ids.set}>
            {problemSets.set}
          </label>
          <select
            id={ids.set}
            className="field-select"
            value={set}
            aria-describedby={ids.help}
            onChange={({ currentTarget }) =>
              choose(family, setsOf(family).find((one) => one === currentTarget.value) ?? 'usual')
            }
          >
            {setsOf(family).map((one) => (
              <option key={one} value={one}>
                {problemSets.sets[one]}
              </option>
            ))}
          </select>
        </div>
        <div>
          <label className="knob-label" htmlFor={ids.count}>
            {problemSets.count}
          </label>
          <div className={styles.count}>
            <NumberBox
              id={ids.count}
              name={problemSets.count}
              value={count}
              min={1}
              max={size ?? count}
              onChange={(next) => onChange({ ...value, count: next })}
            />
            {size !== null && <span className="quiet">{problemSets.ofSet(size)}</span>}
          </div>
        </div>
      </div>
      <p className="knob-help" id={ids.help}>
        {problemSets.setHelp[set]}
      </p>
      {failure && (
        <p role="alert">
          <FailureText failure={failure} />
        </p>
      )}
      {problems ? (
        <SetPreview title={problemSets.preview.heldOut} problems={problems} />
      ) : (
        !failure && <p className="quiet">{problemSets.fetching}</p>
      )}
    </div>
  );
}
