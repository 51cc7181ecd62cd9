import type { MeasuredCell } from '#lab/analysis/measured-cell.ts';
import { type ArmProgress, cellNumber, type SweepShape } from '#lab/sweeps/cells.ts';
import type { SweepResult } from '#lab/sweeps/results-file.ts';
import type { Cell } from '#lab/sweeps/spec.ts';

/** What the table at the end is made of: each run once, without its traces, so that it stays small. */
export class SweepTally {
  private readonly kept = new Map<number, MeasuredCell>();
  private readonly progress: ArmProgress[];
  private readonly shape: SweepShape;

  constructor(shape: SweepShape) {
    this.shape = shape;
    this.progress = Array.from({ length: shape.arms }, () => ({ done: 0, seconds: 0 }));
  }

  /** Of a run that is there already the first outcome stays, unless it failed. */
  add({ cell, outcome }: SweepResult): void {
    const number = cellNumber(this.shape, cell);
    const before = number === null ? undefined : this.kept.get(number);
    if (number === null || (before && !before.outcome.failure)) return;
    this.kept.set(number, { cell, outcome: { ...outcome, traces: [], rounds: [] } });
    const { done, seconds } = this.progress[cell.arm] ?? { done: 0, seconds: 0 };
    this.progress[cell.arm] = {
      done: done + (before ? 0 : 1),
      seconds: seconds + outcome.seconds - (before?.outcome.seconds ?? 0),
    };
  }

  /** Whether a run has come to its end. One that failed is done again. */
  isDone = (cell: Cell): boolean => {
    const number = cellNumber(this.shape, cell);
    const measured = number === null ? undefined : this.kept.get(number);
    return measured !== undefined && !measured.outcome.failure;
  };

  get arms(): readonly ArmProgress[] {
    return this.progress;
  }

  get cells(): readonly MeasuredCell[] {
    return [...this.kept.values()];
  }
}
