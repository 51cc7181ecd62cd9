import { type Sweep, type SweepArm, sweepLimits } from '#lab/sweeps/spec.ts';
import { spokenName } from '#app/models/spoken-name.ts';
import { sameArm } from '#app/sweeps/rough-time.ts';
import { useApp } from '#app/store/use-app.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { classes } from '#views/classes.ts';
import { strategyBrief } from '#words/describe.ts';
import { sweepWords } from '#words/en/sweeps.ts';
import styles from './arm-list.module.css';

/** The ways to answer, one by one; any that Play can set up can be added. */
export function ArmList({
  sweep,
  names,
  onChange,
}: {
  readonly sweep: Sweep;
  readonly names: readonly string[];
  readonly onChange: (arms: readonly SweepArm[]) => void;
}) {
  const { model, strategy, sampling, budget } = useApp((state) => state.draft);
  const { arms, tokens } = sweep;
  const played: SweepArm = {
    model,
    strategy,
    sampling,
    ...(budget.tokens === tokens ? {} : { tokens: budget.tokens }),
  };
  const there = arms.some((arm) => sameArm(arm, played)) || arms.length >= sweepLimits.arms;
  return (
    <>
      <ol className={styles.list}>
        {arms.map((arm, place) => (
          <li key={place} className={styles.row}>
            <span className={styles.name}>
              {names[place]}
              {!names[place]?.includes(spokenName(arm.model)) && (
                <span className={classes('quiet', styles.model)} translate="no">
                  {spokenName(arm.model)}
                </span>
              )}
            </span>
            {arms.length > 1 && (
              <button
                type="button"
                className="button button-small button-plain"
                aria-label={sweepWords.actionOn(sweepWords.remove, names[place] ?? '')}
                onClick={() => onChange(arms.filter((_, other) => other !== place))}
              >
                {sweepWords.remove}
              </button>
            )}
          </li>
        ))}
      </ol>
      <div className={styles.add}>
        <button type="button" className="button" disabled={there} onClick={() => onChange([...arms, played])}>
          <Icon name="plus" size={13} />
          {sweepWords.addFromPlay}
        </button>
        <span className="quiet">
          {there ? sweepWords.onlyJudges : sweepWords.addFromPlayIs(strategyBrief(strategy))}
        </span>
      </div>
    </>
  );
}
