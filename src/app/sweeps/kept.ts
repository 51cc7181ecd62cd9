import * as v from 'valibot';
import { runsOf, shapeOf } from '#lab/sweeps/cells.ts';
import { outcomeSchema } from '#lab/sweeps/outcome.ts';
import type { SweepResult } from '#lab/sweeps/results-file.ts';
import { problemsAskedFor, sweepSchema } from '#lab/sweeps/spec.ts';
import type { OutcomeRecord, SweepRecord } from '../records/sweep-records.ts';
import type { ListedSweep } from './sweeps-state.ts';

/** Kept sweeps as the page knows them. What was kept may be anything: what is no sweep, or no outcome, is left out. */

export function listedOf({ id, spec, done, of, made, changed }: SweepRecord): ListedSweep | null {
  const read = v.safeParse(sweepSchema, spec);
  if (!read.success || !/^[a-z0-9-]{1,60}$/.test(id)) return null;
  return { id, sweep: read.output, done, of, made, changed, fleeting: false };
}

export const recordOf = ({ id, sweep, done, of, made, changed }: ListedSweep): SweepRecord => ({
  id,
  title: sweep.title ?? '',
  spec: sweep,
  done,
  of,
  pinned: false,
  made,
  changed,
});

export function resultsOf(outcomes: readonly OutcomeRecord[]): readonly SweepResult[] {
  return outcomes.flatMap(({ arm, problem, repeat, outcome }) => {
    const read = v.safeParse(outcomeSchema, outcome);
    return read.success ? [{ cell: { arm, problem, repeat }, outcome: read.output }] : [];
  });
}

export const outcomeRecord = ({ cell, outcome }: SweepResult): OutcomeRecord => ({ ...cell, outcome });

/** How many runs a sweep asks for. */
export const runsAskedFor = (sweep: ListedSweep['sweep']): number =>
  runsOf(shapeOf(sweep, problemsAskedFor(sweep.problems)));
