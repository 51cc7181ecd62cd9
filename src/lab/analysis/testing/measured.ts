import * as fc from 'fast-check';
import type { Outcome, TraceOutcome } from '../../sweeps/outcome.ts';
import { emptyOutcome } from '../../sweeps/testing.ts';
import type { MeasuredCell } from '../measured-cell.ts';

/** A measured run that differs from an empty, wrong one in what is given. */
export const measuredCell = (
  arm: number,
  problem: number,
  outcome: Partial<Outcome> = {},
  repeat = 0,
): MeasuredCell => ({ cell: { arm, problem, repeat }, outcome: { ...emptyOutcome, ...outcome } });

/** Traces as a picture: `a` and `b` are right answers, `c` to `e` wrong ones, `.` is none; a digit behind is the score in tenths. */
export const tracesOf = (picture: string): readonly TraceOutcome[] =>
  [...picture.matchAll(/([a-e.])(\d)?/g)].map(([, letter, tenths]) => ({
    answer: letter === '.' ? null : letter!,
    right: letter === '.' ? null : letter === 'a' || letter === 'b',
    score: tenths === undefined ? null : Number(tenths) / 10,
    tokens: 10,
  }));

/** Pictures of traces. */
export const arbitraryTraces = (max: number): fc.Arbitrary<readonly TraceOutcome[]> =>
  fc
    .array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', '.'), fc.constantFrom('', '1', '2', '5', '9')), {
      minLength: 1,
      maxLength: max,
    })
    .map((all) => tracesOf(all.map((one) => one.join('')).join('')));

/** A sweep in which some runs failed and some are not there yet. */
export const arbitrarySweep: fc.Arbitrary<readonly MeasuredCell[]> = fc
  .uniqueArray(
    fc.record({
      arm: fc.nat(3),
      problem: fc.nat(7),
      repeat: fc.nat(2),
      right: fc.constantFrom(true, false, false, null),
      failed: fc.boolean(),
      tokens: fc.nat(500),
    }),
    { maxLength: 60, selector: ({ arm, problem, repeat }) => `${arm}/${problem}/${repeat}` },
  )
  .map((runs) =>
    runs.map(({ arm, problem, repeat, right, failed, tokens }) =>
      measuredCell(
        arm,
        problem,
        failed && right === null
          ? { right, failure: { code: 'worker-crashed', silent: false }, tokens }
          : { right, tokens },
        repeat,
      ),
    ),
  );
