import { type RefObject, useEffect } from 'react';
import { type FalseStep, falseReason, isUntrue } from '#run/facts/false-step.ts';
import type { Sequence } from '#run/state.ts';
import { markFalse } from '#views/token-stream/mark-false.ts';
import { useSpoken } from '#views/use-spoken.ts';
import { thoughts } from '#words/en/thoughts.ts';
import { faultText } from '#words/reasons.ts';
import { useFalseSteps } from '#app/false-steps.ts';
import { useActions } from '#app/store/use-app.tsx';
import type { PointAt } from '../stage/token-tip.tsx';
import styles from './false-marks.module.css';

/** A word above the traces, where their digits come the other way round than they are read. */
export function UnitsNote({ first }: { readonly first: Sequence }) {
  useSpoken();
  const spelt = first.tokens.some(({ placement }) => placement === 'digit');
  return spelt ? <p className={styles.units}>{thoughts.unitsFirst}</p> : null;
}

/** Marks what is false by rule, and more quietly what counts for nothing, in the tokens of a trace, which are drawn inside of some element. Draws nothing of its own. */
export function FalseMarks({
  sequence,
  root,
  drawn,
  onPoint,
}: {
  readonly sequence: Sequence;
  readonly root: RefObject<HTMLElement | null>;
  /** Other than before where the tokens were drawn anew. */
  readonly drawn: unknown;
  readonly onPoint: PointAt;
}) {
  useMarks(root, useStepsOf(sequence), drawn, onPoint);
  return null;
}

/** The false steps of a trace of the run that is shown. */
export function useStepsOf(sequence: Sequence): readonly FalseStep[] {
  const { store } = useActions();
  // What comes before the trace is all that it takes of the run, and that stands.
  return useFalseSteps(store.getState().view, sequence);
}

/** Marks what is false in the tokens inside of an element; `drawn` is another where they were drawn anew. */
export function useMarks(
  root: RefObject<HTMLElement | null>,
  steps: readonly FalseStep[],
  drawn: unknown,
  onPoint: PointAt,
): void {
  // In another language the tokens are drawn anew, and the notes say it in other words.
  const locale = useSpoken();
  useEffect(() => {
    if (!root.current || drawn === null) return;
    const stretches = steps.map(({ from, to, fault }) => ({
      from,
      to,
      untrue: isUntrue(fault),
      note: isUntrue(fault)
        ? thoughts.falseStep({ truth: faultText(fault), reason: falseReason(fault) })
        : thoughts.needlessStep(faultText(fault)),
    }));
    return markFalse(root.current, stretches, onPoint);
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- words are asked of what is spoken
  }, [steps, root, drawn, onPoint, locale]);
}
