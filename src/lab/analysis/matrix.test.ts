import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MeasuredCell } from './measured-cell.ts';
import { armsDiffer, problemMatrix, solvedOnlyBy } from './matrix.ts';
import { arbitrarySweep, measuredCell } from './testing/measured.ts';

/** Arms as lines, problems as columns: `+` right, `-` wrong, `x` failed, a blank is not yet measured. */
const drawn = (...lines: readonly string[]): readonly MeasuredCell[] =>
  lines.flatMap((line, arm) =>
    [...line].flatMap((sign, problem) =>
      sign === ' '
        ? []
        : [
            measuredCell(
              arm,
              problem,
              sign === 'x'
                ? { right: null, failure: { code: 'worker-crashed', silent: false } }
                : { right: sign === '+' },
            ),
          ],
    ),
  );

describe('the matrix', () => {
  const sweep = drawn('-+-+ ', '++-+x', '---+ ');
  const { arms, rows } = problemMatrix(sweep, 3, 6);
  it('has the arm that solves most on the left, and problems that most solve above', () => {
    expect(arms).toEqual([1, 0, 2]);
    expect(rows.map(({ problem }) => problem)).toEqual([3, 1, 0, 2, 4, 5]);
  });
  it('tells problems on which arms differ, as far as they were measured', () => {
    expect(rows.filter(armsDiffer).map(({ problem }) => problem)).toEqual([1, 0]);
  });
  it('tells what failed from what is wrong and what is still to come', () => {
    const ofProblem = (problem: number) =>
      rows.find((row) => row.problem === problem)?.cells.map(({ state }) => state);
    expect(ofProblem(0)).toEqual(['right', 'wrong', 'wrong']);
    expect(ofProblem(4)).toEqual(['failed', 'waiting', 'waiting']);
    expect(ofProblem(5)).toEqual(['waiting', 'waiting', 'waiting']);
  });
  it('names the problems that only one of two solves', () => {
    expect(solvedOnlyBy({ arms, rows }, 1, 0)).toEqual([0]);
    expect(solvedOnlyBy({ arms, rows }, 1, 2)).toEqual([0, 1]);
    expect(solvedOnlyBy({ arms, rows }, 0, 1)).toEqual([]);
  });
  it('calls repeats that disagree mixed', () =>
    expect(
      problemMatrix([measuredCell(0, 0, { right: true }), measuredCell(0, 0, { right: false }, 1)], 1, 1)
        .rows[0]?.cells,
    ).toEqual([{ state: 'mixed', share: 0.5, runs: 2 }]));
  it('has every problem and every arm once', () =>
    fc.assert(
      fc.property(arbitrarySweep, (measured) => {
        const matrix = problemMatrix(measured, 4, 8);
        expect(matrix.arms.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3]);
        expect(matrix.rows.map(({ problem }) => problem).toSorted((a, b) => a - b)).toEqual([
          0, 1, 2, 3, 4, 5, 6, 7,
        ]);
        const runs = matrix.rows.flatMap(({ cells }) => cells.map((cell) => cell.runs));
        expect(runs.reduce((sum, count) => sum + count, 0)).toBe(measured.length);
      }),
    ));
});
