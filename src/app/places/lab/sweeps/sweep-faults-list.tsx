import type { SweepFault } from '#lab/sweeps/check.ts';
import type { SweepArm } from '#lab/sweeps/spec.ts';
import type { OtherModel } from '#lab/sweeps/usual-model.ts';
import { spokenName } from '#app/models/spoken-name.ts';
import { Icon } from '#app/ui/icon.tsx';
import { sweepWords } from '#words/en/sweeps.ts';
import styles from './sweep-editor.module.css';
import { whyNoSweep } from './why-no-sweep.ts';

/** What keeps a sweep from being run, each with what can be done about it. */
export function SweepFaults({
  faults,
  names,
  arms,
  usual,
  onChange,
}: {
  readonly faults: readonly SweepFault[];
  readonly names: readonly string[];
  readonly arms: readonly SweepArm[];
  /** The arms on the usual model of the problems, where that mends some. */
  readonly usual: OtherModel | null;
  readonly onChange: (arms: readonly SweepArm[]) => void;
}) {
  return (
    <div className={styles.mend}>
      <ul className={styles.faults} role="alert">
        {faults.slice(0, 6).map((fault, place) => (
          <li key={place}>
            <Icon name="warning" size={13} /> {whyNoSweep(fault, names)}{' '}
            {'arm' in fault && arms.length > 1 && (
              <button
                type="button"
                className="button button-small"
                aria-label={sweepWords.actionOn(sweepWords.remove, names[fault.arm] ?? '')}
                onClick={() => onChange(arms.filter((_, other) => other !== fault.arm))}
              >
                {sweepWords.remove}
              </button>
            )}
          </li>
        ))}
      </ul>
      {usual && (
        <button type="button" className="button" onClick={() => onChange(usual.arms)}>
          {sweepWords.instead(spokenName(usual.model))}
        </button>
      )}
    </div>
  );
}
