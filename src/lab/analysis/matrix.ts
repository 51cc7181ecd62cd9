import { mean } from '../statistics.ts';
import { groupBy, isGraded, type MeasuredCell, ofProblem } from './measured-cell.ts';

/** How an arm came out on a problem. Repeats that disagree make it mixed. */
export type MatrixState = 'right' | 'wrong' | 'mixed' | 'failed' | 'ungraded' | 'waiting';

export interface MatrixCell {
  readonly state: MatrixState;
  /** Of the graded repeats, those that are right; null where there is none. */
  readonly share: number | null;
  /** Repeats that were measured. */
  readonly runs: number;
}

/** A problem and how each arm came out on it, in the order of `arms` of the matrix. */
export interface MatrixRow {
  readonly problem: number;
  readonly cells: readonly MatrixCell[];
}

export interface ProblemMatrix {
  /** The arm that solves most comes first. */
  readonly arms: readonly number[];
  readonly rows: readonly MatrixRow[];
}

const waiting: MatrixCell = { state: 'waiting', share: null, runs: 0 };

/**
 * Problems by arms, ordered so that structure shows, as in a scalogram (Guttman 1944): arms that solve more stand on the
 * left, problems that more arms solve stand above. Problems that as many solve stand beside those that the same arms solve.
 *
 * @param problems how many there are: those without a run yet are waiting, and come last.
 */
export function problemMatrix(
  measured: readonly MeasuredCell[],
  arms: number,
  problems: number,
): ProblemMatrix {
  const byProblem = groupBy(measured, ofProblem);
  const rows = Array.from({ length: problems }, (_, problem) => {
    const byArm = groupBy(byProblem.get(problem) ?? [], ({ cell }) => cell.arm);
    return { problem, cells: Array.from({ length: arms }, (__, arm) => matrixCell(byArm.get(arm) ?? [])) };
  });
  const solvedBy = (arm: number) => mean(rows.flatMap(({ cells }) => cells[arm]?.share ?? []));
  const shares = Array.from({ length: arms }, (_, arm) => solvedBy(arm));
  const order = [...shares.keys()].toSorted((a, b) => (shares[b] ?? 0) - (shares[a] ?? 0) || a - b);
  return {
    arms: order,
    rows: rows
      .map(({ problem, cells }) => ({ problem, cells: order.map((arm) => cells[arm] ?? waiting) }))
      .toSorted((a, b) => weight(b) - weight(a) || byPattern(a, b) || a.problem - b.problem),
  };
}

function matrixCell(cells: readonly MeasuredCell[]): MatrixCell {
  const graded = cells.filter(isGraded);
  const runs = cells.length;
  if (runs === 0) return waiting;
  if (graded.length === 0)
    return {
      state: cells.every(({ outcome }) => outcome.failure) ? 'failed' : 'ungraded',
      share: null,
      runs,
    };
  const right = graded.filter(({ outcome }) => outcome.right).length / graded.length;
  return { state: right === 1 ? 'right' : right === 0 ? 'wrong' : 'mixed', share: right, runs };
}

/** Mean of what the arms got right, so that a missing run moves a problem little; −1 without any. */
function weight({ cells }: MatrixRow): number {
  const shares = cells.flatMap(({ share }) => share ?? []);
  return shares.length === 0 ? -1 : mean(shares);
}

/** Whom the better arms solve comes first. */
function byPattern(a: MatrixRow, b: MatrixRow): number {
  for (const [at, { share }] of a.cells.entries()) {
    const other = b.cells[at]?.share ?? 0.5;
    if ((share ?? 0.5) !== other) return other - (share ?? 0.5);
  }
  return 0;
}

/** Whether arms came out otherwise than each other on a problem, as far as it was measured. */
export function armsDiffer({ cells }: MatrixRow): boolean {
  return new Set(cells.map(({ share }) => share).filter((share) => share !== null)).size > 1;
}

/** Problems, by their places, that the first arm always solves and the second never does, as far as they were measured. */
export function solvedOnlyBy(
  { arms, rows }: ProblemMatrix,
  first: number,
  second: number,
): readonly number[] {
  const [at, other] = [arms.indexOf(first), arms.indexOf(second)];
  return rows
    .filter(({ cells }) => cells[at]?.state === 'right' && cells[other]?.state === 'wrong')
    .map(({ problem }) => problem)
    .toSorted((a, b) => a - b);
}
