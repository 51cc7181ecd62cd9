import { useEffect } from 'react';
import { accuracyByArm } from '#lab/analysis/accuracy.ts';
import { areaFragment } from '#app/store/areas.ts';
import { presetProblems, sweepOfEffect } from '#app/sweeps/sweep-presets.ts';
import type { LoadedSweep } from '#app/sweeps/sweeps-state.ts';
import { Icon } from '#app/ui/icon.tsx';
import { classes } from '#views/classes.ts';
import { effects } from '#words/en/effects.ts';
import { lab } from '#words/en/lab.ts';
import { sweepWords } from '#words/en/sweeps.ts';
import type { TestedClaim } from '../evidence.ts';
import { IntervalPlot, ShareScale } from '../shares-table.tsx';
import { MoreRuns } from './more-runs.tsx';
import { SweepSize } from './preset-cards.tsx';
import styles from './reproduce.module.css';
import { SweepProgress } from './sweep-progress.tsx';
import { useSweeps, useSweepsState } from './use-sweeps.ts';

/** A claim's comparison, run on this machine and drawn beside what was published. */
export function ReproduceHere({ tested }: { readonly tested: TestedClaim }) {
  const sweeps = useSweeps();
  const { effect } = tested;
  const asked = {
    ...sweepOfEffect(effect, Math.min(presetProblems, tested.problems), (name) => effects.arms[name]),
    title: effects.claims[tested.claim].slice(0, 120),
  };
  const listed = useSweepsState((state) => state.list !== null);
  const one = useSweepsState(() => sweeps.like(asked));
  const loaded = useSweepsState((state) => (one ? state.loaded.get(one.id) : undefined));
  const id = one?.id;
  useEffect(() => {
    if (!listed) void sweeps.refresh();
    if (id !== undefined) void sweeps.load(id);
  }, [id, listed, sweeps]);
  if (!one || !loaded)
    return (
      <div className={styles.root}>
        <p>{sweepWords.againIs}</p>
        <div className={styles.start}>
          <button
            type="button"
            className="button"
            disabled={!listed || one !== null}
            onClick={() => void sweeps.start(asked)}
          >
            <Icon name="play" size={13} />
            {sweepWords.again(Math.min(presetProblems, tested.problems))}
          </button>
          <span className="quiet">
            <SweepSize sweep={asked} />
          </span>
        </div>
      </div>
    );
  return (
    <div className={styles.root}>
      <SweepProgress id={one.id} loaded={loaded} />
      <Beside tested={tested} loaded={loaded} />
      <Agreement tested={tested} loaded={loaded} />
      <p>
        <a href={areaFragment('lab', `sweeps/${one.id}`)}>{sweepWords.openSweep}</a>
      </p>
      <MoreRuns id={one.id} loaded={loaded} />
    </div>
  );
}

interface Compared {
  readonly tested: TestedClaim;
  readonly loaded: LoadedSweep;
}

/** Each way twice: as published, and as it is here so far. */
function Beside({ tested, loaded }: Compared) {
  const here = new Map(accuracyByArm(loaded.results).map((one) => [one.arm, one.solved]));
  return (
    <table className={styles.table}>
      <caption className="hidden-visually">{lab.caption(effects.claims[tested.claim])}</caption>
      <colgroup>
        <col className={styles.way} />
        <col />
        <col className={styles.share} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{lab.columns.way}</th>
          <td aria-hidden="true">
            <ShareScale />
          </td>
          <th scope="col" className={styles.number}>
            {lab.columns.right}
          </th>
        </tr>
      </thead>
      <tbody>
        {tested.arms.flatMap(({ arm, solved }, place) => {
          const own = here.get(place);
          return [
            { key: 'published', of: solved, hollow: true, said: sweepWords.published },
            ...(own ? [{ key: 'here', of: own, hollow: false, said: sweepWords.here }] : []),
          ].map((row) => (
            <tr key={`${arm.name} ${row.key}`} data-hollow={row.hollow ? '' : undefined}>
              <th scope="row">
                {row.hollow ? (
                  <>
                    {effects.arms[arm.name]} <span className="quiet">{row.said}</span>
                  </>
                ) : (
                  <>
                    <span className="hidden-visually">{effects.arms[arm.name]} </span>
                    {row.said} <span className="quiet">{sweepWords.ofProblems(row.of.of)}</span>
                  </>
                )}
              </th>
              <td className={styles.picture} aria-hidden="true">
                <IntervalPlot solved={row.of} hollow={row.hollow} />
              </td>
              <td className={styles.number}>
                <b>{sweepWords.percent(row.of.share)}</b>{' '}
                <span className="quiet">{lab.interval(row.of.low, row.of.high)}</span>
              </td>
            </tr>
          ));
        })}
      </tbody>
    </table>
  );
}

/** Models that ship give everyone the same tokens, so that each run can be held against the published one. */
function Agreement({ tested, loaded }: Compared) {
  const both = loaded.results.flatMap(({ cell, outcome }) => {
    const published = cell.repeat === 0 ? tested.arms[cell.arm]?.right[cell.problem] : undefined;
    return published === undefined || outcome.failure ? [] : [published === (outcome.right === true)];
  });
  if (both.length === 0) return null;
  return (
    <p className={classes('quiet', styles.agreement)}>
      {sweepWords.sameAsPublished(both.filter(Boolean).length, both.length)}
    </p>
  );
}
