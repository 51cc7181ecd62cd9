import type { Cell, Sweep } from './spec.ts';

/** How large a sweep is. Its cells have numbers from 0 on, in the order in which they are done. */
export interface SweepShape {
  readonly arms: number;
  readonly problems: number;
  readonly repeats: number;
}

/** @param problems how many there really are: a held-out set may have fewer than are asked for. */
export function shapeOf({ arms, repeats }: Pick<Sweep, 'arms' | 'repeats'>, problems: number): SweepShape {
  return { arms: arms.length, problems, repeats };
}

/** How many runs it takes. */
export const runsOf = ({ arms, problems, repeats }: SweepShape): number => arms * problems * repeats;

/**
 * The cell with a number. All arms answer a problem before the next problem's turn, and all problems are answered before any is
 * answered again: whatever is there of a sweep compares its arms on the same problems.
 */
export function cellAt({ arms, problems }: SweepShape, number: number): Cell {
  const round = Math.floor(number / arms);
  return { arm: number % arms, problem: round % problems, repeat: Math.floor(round / problems) };
}

/** The opposite; null where the sweep has no such cell. */
export function cellNumber({ arms, problems, repeats }: SweepShape, cell: Cell): number | null {
  const inside = cell.arm < arms && cell.problem < problems && cell.repeat < repeats;
  return inside ? (cell.repeat * problems + cell.problem) * arms + cell.arm : null;
}

/** What is left to do, in order. */
export function* cellsLeft(shape: SweepShape, isDone: (cell: Cell) => boolean): Generator<Cell, void> {
  const runs = runsOf(shape);
  for (let number = 0; number < runs; number++) {
    const cell = cellAt(shape, number);
    if (!isDone(cell)) yield cell;
  }
}

/** What is known of an arm's runs so far. */
export interface ArmProgress {
  readonly done: number;
  /** Wall time of these runs, each alone on its core, summed. */
  readonly seconds: number;
}

/** Runs that are done, of how many. */
export function progressOf(
  shape: SweepShape,
  arms: readonly ArmProgress[],
): { readonly done: number; readonly of: number } {
  return { done: arms.reduce((sum, { done }) => sum + done, 0), of: runsOf(shape) };
}

/**
 * Seconds until the sweep is done: each arm's runs that are left take what its runs took so far, on average, and those of an
 * arm that was not measured yet what the others' took. Null before anything was measured.
 *
 * @param arms by their places.
 * @param cores how many runs are under way at once.
 */
export function secondsLeft(
  { problems, repeats }: SweepShape,
  arms: readonly ArmProgress[],
  cores: number,
): number | null {
  const known = arms.filter(({ done }) => done > 0).map(({ done, seconds }) => seconds / done);
  if (known.length === 0) return null;
  const usual = known.reduce((sum, seconds) => sum + seconds, 0) / known.length;
  const left = arms.map(
    ({ done, seconds }) => (problems * repeats - done) * (done > 0 ? seconds / done : usual),
  );
  return left.reduce((sum, seconds) => sum + seconds, 0) / cores;
}
