import { cellAt, cellNumber, runsOf, type SweepShape } from './cells.ts';
import type { SweepResult } from './results-file.ts';
import type { Cell } from './spec.ts';

const [missing, failed, ended, taken] = [0, 1, 2, 3];

/**
 * Which runs of a sweep files have between them, so that each is taken once: the first that ended, or where none did the first
 * that failed. A byte a run: files are gone through twice, and no result is held.
 */
export class RunsThere {
  private readonly shape: SweepShape;
  private readonly states: Uint8Array;

  constructor(shape: SweepShape) {
    this.shape = shape;
    this.states = new Uint8Array(runsOf(shape));
  }

  /** Told of every result of every file, first. */
  see({ cell, outcome }: SweepResult): void {
    const number = cellNumber(this.shape, cell);
    if (number !== null)
      this.states[number] = Math.max(this.states[number] ?? missing, outcome.failure ? failed : ended);
  }

  /** Asked about the same results, then: whether this is the one of its run to be kept. */
  take({ cell, outcome }: SweepResult): boolean {
    const number = cellNumber(this.shape, cell);
    if (number === null || this.states[number] !== (outcome.failure ? failed : ended)) return false;
    this.states[number] = taken;
    return true;
  }

  /** What no file has. */
  *missing(): Generator<Cell, void> {
    for (const [number, state] of this.states.entries())
      if (state === missing) yield cellAt(this.shape, number);
  }
}
