import type { ProblemSetFault } from '#experiment/problem-set-faults.ts';
import { Icon } from '#app/ui/icon.tsx';
import { problemSets } from '#words/en/problem-sets.ts';
import styles from './problem-set-picker.module.css';

/** Why a file is not taken, line by line where that is known, and the way on without those lines. */
export function BadSet({
  name,
  fault,
  onLeaveOut,
}: {
  readonly name: string;
  readonly fault: ProblemSetFault;
  readonly onLeaveOut: () => void;
}) {
  return (
    <div className={styles.bad} role="alert">
      <p className={styles.badTitle}>
        <Icon name="warning" size={14} />
        <span>
          {problemSets.cannotUse}
          <span translate="no">{name}</span>
        </span>
      </p>
      {fault.kind === 'bad-lines' ? (
        <>
          <p>
            {problemSets.badLines(fault.count)} {fault.readable === 0 && problemSets.noneReadable}
          </p>
          <ul className={styles.lines}>
            {fault.lines.map((bad, place) => (
              <li key={place}>{problemSets.badLine(bad)}</li>
            ))}
          </ul>
          {fault.count > fault.lines.length && (
            <p className="quiet">{problemSets.moreBad(fault.count - fault.lines.length)}</p>
          )}
          {fault.readable > 0 && (
            <div className="row">
              <button type="button" className="button" onClick={onLeaveOut}>
                {problemSets.leaveOut(fault)}
              </button>
            </div>
          )}
        </>
      ) : (
        <p>{problemSets.fault(fault)}</p>
      )}
    </div>
  );
}
