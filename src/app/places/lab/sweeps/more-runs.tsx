import { useEffect, useState } from 'react';
import { heldOutProblems } from '#experiment/held-out.ts';
import { runsOf } from '#lab/sweeps/cells.ts';
import { type Sweep, sweepLimits } from '#lab/sweeps/spec.ts';
import { type LoadedSweep, shapeOfLoaded } from '#app/sweeps/sweeps-state.ts';
import { Icon } from '#app/ui/icon.tsx';
import { classes } from '#views/classes.ts';
import { sweepWords } from '#words/en/sweeps.ts';
import page from '../../area-page.module.css';
import { useSweeps, useSweepsState } from './use-sweeps.ts';

/** More of the same: what is done stays, and intervals shrink. */
export function MoreRuns({ id, loaded }: { readonly id: string; readonly loaded: LoadedSweep }) {
  const sweeps = useSweeps();
  const going = useSweepsState((state) => state.going?.id === id);
  const size = useSetSize(loaded.sweep);
  const { sweep, results } = loaded;
  if (going || results.length < runsOf(shapeOfLoaded(loaded))) return null;
  const { problems, repeats } = sweep;
  const more = problems.kind === 'held-out' && size !== null ? Math.min(size, problems.count * 2) : 0;
  const times = Math.min(sweepLimits.repeats, repeats * 2);
  return (
    <div className={classes('row', page.section)}>
      {problems.kind === 'held-out' && more > problems.count && (
        <button
          type="button"
          className="button"
          onClick={() => void sweeps.extend(id, { ...sweep, problems: { ...problems, count: more } })}
        >
          <Icon name="plus" size={13} />
          {sweepWords.moreProblems(more)}
        </button>
      )}
      {times > repeats && (
        <button
          type="button"
          className="button"
          onClick={() => void sweeps.extend(id, { ...sweep, repeats: times })}
        >
          <Icon name="plus" size={13} />
          {sweepWords.moreRepeats(times)}
        </button>
      )}
    </div>
  );
}

/** How many problems there are in the set of a sweep; null until that is known, and of a set of one's own. */
export function useSetSize({ problems }: Sweep): number | null {
  const [size, setSize] = useState<number | null>(null);
  const family = problems.kind === 'held-out' ? problems.family : null;
  const set = problems.kind === 'held-out' ? problems.set : undefined;
  useEffect(() => {
    if (family === null) return;
    let gone = false;
    heldOutProblems(family, set)
      .then((all) => gone || setSize(all.length))
      .catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [family, set]);
  return size;
}
