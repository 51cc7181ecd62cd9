import type { Experiment } from '#experiment/experiment.ts';
import type { Problem } from '#experiment/problem.ts';
import { cellsLeft, shapeOf } from './cells.ts';
import type { Outcome } from './outcome.ts';
import type { SweepResult } from './results-file.ts';
import { type Cell, experimentOfCell, type Sweep } from './spec.ts';

/** Runs an experiment to its end and says what came of it. A run that fails is an outcome too; rejects with AbortError. */
export type MeasureRun = (experiment: Experiment) => Promise<Outcome>;

/**
 * Runs the cells of a sweep that are left, in order, as many at once as there are lanes. Rejects with what a lane rejects with,
 * AbortError say; `onResult` is not called after that.
 */
export async function runCells(
  sweep: Pick<Sweep, 'arms' | 'repeats' | 'tokens'>,
  problems: readonly Problem[],
  lanes: readonly MeasureRun[],
  isDone: (cell: Cell) => boolean,
  onResult: (result: SweepResult) => void,
): Promise<void> {
  const left = cellsLeft(shapeOf(sweep, problems.length), isDone);
  let broken = false;
  const work = async (measure: MeasureRun) => {
    for (const cell of left) {
      const [arm, problem] = [sweep.arms[cell.arm], problems[cell.problem]];
      if (!arm || !problem) throw new RangeError('A sweep has no such cell');
      const outcome = await measure(experimentOfCell(arm, problem, cell, sweep.tokens));
      if (broken) return;
      onResult({ cell, outcome });
    }
  };
  try {
    await Promise.all(lanes.map(work));
  } finally {
    broken = true;
  }
}
