import { deepEqual } from '#experiment/deep-equal.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { spokenName } from '#app/models/spoken-name.ts';
import { compare } from '#words/en/compare.ts';
import { problems } from '#words/en/problems.ts';
import { strategies } from '#words/en/strategies.ts';
import type { LibraryState } from '#app/store/library-state.ts';
import { useActions, useApp } from '#app/store/use-app.tsx';
import { whyNot } from '#app/store/why-not.ts';
import { Icon } from '#app/ui/icon.tsx';
import { useKeyHint } from '#app/ui/key-hint.ts';
import styles from '../setup/run-foot.module.css';
import { useComparison } from './use-comparison.ts';

/** Runs all that is to stand side by side, or stops that. */
export function CompareButton() {
  const app = useActions();
  const { experiments, busy } = useComparison();
  const blocked = useApp(({ library }) => obstacleOf(experiments, library));
  const hint = useKeyHint();
  return busy ? (
    <button type="button" className="button button-danger" onClick={app.runs.compare.stop}>
      <Icon name="stop" size={14} />
      {compare.stop}
    </button>
  ) : (
    <button
      type="button"
      className="button button-primary"
      disabled={blocked !== null}
      title={blocked ?? hint(compare.runKeys)}
      onClick={app.runs.startCompare}
    >
      <Icon name="play" size={14} />
      {compare.run}
    </button>
  );
}

/** Above it: why it cannot, or that what would be compared is not what is shown. */
export function CompareNote() {
  const { experiments, runs, busy, changed, kept } = useComparison();
  const blocked = useApp(({ library }) => obstacleOf(experiments, library));
  const problem = useApp(({ draft }) => draft.problem);
  const other = runs[0] !== undefined && !deepEqual(runs[0].experiment.problem, problem);
  const said =
    blocked ??
    (busy || !changed || (kept && !other)
      ? null
      : other
        ? compare.next(problems.text(problem))
        : compare.nextChoices);
  return (
    <output className={styles.note}>
      {said !== null && (
        <>
          <Icon name={blocked === null ? 'sliders' : 'warning'} size={13} />
          <span className={styles.why} title={said}>
            {said}
          </span>
        </>
      )}
    </output>
  );
}

/** Why not all of them can run. */
function obstacleOf(experiments: readonly Experiment[], library: LibraryState): string | null {
  for (const experiment of experiments) {
    const why = whyNot(experiment, library);
    const { strategy, model } = experiment;
    if (why !== null)
      return compare.blocked({ strategy: strategies[strategy.kind].name, model: spokenName(model), why });
  }
  return null;
}
