import type { Experiment } from '#experiment/experiment.ts';
import type { Problem } from '#experiment/problem.ts';
import { cellNumber, shapeOf, type SweepShape } from '#lab/sweeps/cells.ts';
import type { SweepResult } from '#lab/sweeps/results-file.ts';
import { type Cell, experimentOfCell, type Sweep } from '#lab/sweeps/spec.ts';
import { type KeptItem, type KeptItemsState, noKeptItems, withEntry } from '../kept/kept-items-state.ts';

/** A sweep that is kept, as a list shows it. */
export interface ListedSweep extends KeptItem {
  readonly sweep: Sweep;
  /** Runs that are done, and all. */
  readonly done: number;
  readonly of: number;
  /** Milliseconds since 1970. */
  readonly made: number;
}

/** A sweep whose problems and outcomes are at hand. */
export interface LoadedSweep {
  readonly sweep: Sweep;
  readonly problems: readonly Problem[];
  /** Each run once, in the order in which they came. */
  readonly results: readonly SweepResult[];
}

/** The sweep that goes on in this tab. */
export interface Going {
  readonly id: string;
  /**
   * `starting`: nothing has come yet. `yielding`: a run goes on in Play, which has the cores. `pausing`: what is under way ends,
   * and nothing new begins.
   */
  readonly phase: 'starting' | 'running' | 'yielding' | 'pausing';
  /** Runs that came since it was started or gone on with, and the milliseconds in which cores were at work on them. */
  readonly runs: number;
  readonly worked: number;
}

export interface SweepsState extends KeptItemsState<ListedSweep, LoadedSweep> {
  readonly going: Going | null;
  /** Cancelled, and not gone on with since. */
  readonly cancelled: string | null;
  /** What is being set up. */
  readonly draft: Sweep | null;
}

export const noSweeps: SweepsState = { ...noKeptItems, cancelled: null, draft: null };

export const shapeOfLoaded = ({ sweep, problems }: LoadedSweep): SweepShape =>
  shapeOf(sweep, problems.length);

/** Results are added; of a run that is there already the first outcome stays, unless it failed. Those of no cell are left out. */
export function withResults(loaded: LoadedSweep, more: readonly SweepResult[]): LoadedSweep {
  const shape = shapeOfLoaded(loaded);
  const places = new Map(loaded.results.map(({ cell }, place) => [cellNumber(shape, cell), place]));
  const results = [...loaded.results];
  let changed = false;
  for (const result of more) {
    const number = cellNumber(shape, result.cell);
    if (number === null) continue;
    const place = places.get(number);
    const isBetter = place !== undefined && results[place]?.outcome.failure && !result.outcome.failure;
    if (place !== undefined && !isBetter) continue;
    places.set(number, place ?? results.length);
    results[place ?? results.length] = result;
    changed = true;
  }
  return changed ? { ...loaded, results } : loaded;
}

/** What a run of the sweep asks. Throws RangeError where the sweep has no such run. */
export function experimentIn({ sweep, problems }: LoadedSweep, cell: Cell): Experiment {
  const arm = sweep.arms[cell.arm];
  const problem = problems[cell.problem];
  if (!arm || !problem) throw new RangeError('The sweep has no such run.');
  return experimentOfCell(arm, problem, cell, sweep.tokens);
}

/** Results have come of the sweep that goes on. @param worked milliseconds in which cores were at work on them. */
export function withGathered(
  { loaded, going }: Pick<SweepsState, 'loaded' | 'going'>,
  id: string,
  results: readonly SweepResult[],
  worked: number,
): Partial<SweepsState> {
  const before = loaded.get(id);
  if (!before) return {};
  return {
    loaded: withEntry(loaded, id, withResults(before, results)),
    ...(going?.id === id && {
      going: {
        ...going,
        phase: going.phase === 'starting' ? 'running' : going.phase,
        runs: going.runs + results.length,
        worked: going.worked + worked,
      },
    }),
  };
}

/** The sweep as a person calls it; without a name where they wrote none. */
export function titled(sweep: Sweep, text: string): Sweep {
  const { title: _, ...others } = sweep;
  const title = text.trim().slice(0, 120);
  return title === '' ? others : { ...others, title };
}

/** A run in Play, which has the cores, goes on now, or has ended. */
export function withPlay(
  { going }: Pick<SweepsState, 'going'>,
  id: string,
  live: boolean,
): Partial<SweepsState> {
  if (going?.id !== id || going.phase === 'pausing') return {};
  const phase = live ? 'yielding' : going.phase === 'yielding' ? 'running' : going.phase;
  return { going: { ...going, phase } };
}
