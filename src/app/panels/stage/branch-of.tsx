import type { Experiment } from '#experiment/experiment.ts';
import { stage } from '#words/en/stage.ts';
import styles from './run-heading.module.css';

/** Of a branch: the thought that it goes on from, and the paths that it never follows. */
export function BranchOf({ experiment: { start, pruned } }: { readonly experiment: Experiment }) {
  return (
    <>
      {start && (
        <p className={styles.start}>
          <Labelled text={stage.goesOnFrom}>{start.text}</Labelled>
        </p>
      )}
      {pruned?.map((path) => (
        <p key={path} className={styles.start}>
          <Labelled text={stage.neverFollows}>{path}</Labelled>
        </p>
      ))}
    </>
  );
}

/** A text of the run behind what it is. */
function Labelled({ text, children }: { readonly text: string; readonly children: string }) {
  const [before = '', after = ''] = text.split(/<text>.*<\/text>/);
  return (
    <>
      <span className="quiet">{before}</span>
      <span className="mono" translate="no">
        {children}
      </span>
      <span className="quiet">{after}</span>
    </>
  );
}
