import { describe, expect, it } from 'vitest';
import { emptyOutcome, smallExperiment } from '#lab/sweeps/testing.ts';
import type { Outcome } from '#lab/sweeps/outcome.ts';
import type { Cell } from '#lab/sweeps/spec.ts';
import { PolicyError } from '#policy/policy-error.ts';
import type { Failure } from '#run/failure.ts';
import { startCells } from './cell-run.ts';

const cell = (problem: number): Cell => ({ arm: 0, problem, repeat: 0 });
const settled = () => new Promise((resolve) => setTimeout(resolve));

function setUp(count: number, atOnce = 2) {
  const asked: ((end: Outcome | Error) => void)[] = [];
  const done: number[] = [];
  const ends: (Failure | null)[] = [];
  const run = startCells({
    left: Array.from({ length: count }, (_, at) => cell(at)).values(),
    experimentOf: () => smallExperiment,
    measure: (_, { signal }) =>
      new Promise((resolve, reject) => {
        asked.push((end) => (end instanceof Error ? reject(end) : resolve(end)));
        signal.addEventListener('abort', () => reject(signal.reason));
      }),
    atOnce,
    onResult: (result) => done.push(result.cell.problem),
    onEnd: (failure) => ends.push(failure),
  });
  const end = async (at: number, how: Outcome | Error = emptyOutcome) => {
    asked[at]?.(how);
    await settled();
  };
  return { run, asked, done, ends, end };
}

describe('the runs of a sweep', () => {
  it('keep as many under way as there are cores, until all are done', async () => {
    const { asked, done, ends, end } = setUp(3);
    await settled();
    expect(asked).toHaveLength(2);
    await end(1);
    expect(asked).toHaveLength(3);
    await end(2);
    expect(ends).toEqual([]);
    await end(0);
    expect(done).toEqual([1, 2, 0]);
    expect(ends).toEqual([null]);
  });

  it('yield: what is under way ends and counts, nothing begins until the cores are free again', async () => {
    const { run, asked, done, end } = setUp(4);
    await settled();
    run.hold(true);
    await end(0);
    await end(1);
    expect([asked.length, done]).toEqual([2, [0, 1]]);
    run.hold(false);
    expect(asked).toHaveLength(4);
  });

  it('pause once what is under way has come', async () => {
    const { run, asked, done, ends, end } = setUp(9);
    await settled();
    run.pause();
    await end(0);
    expect(ends).toEqual([]);
    await end(1);
    expect([asked.length, done, ends]).toEqual([2, [0, 1], [null]]);
  });

  it('cancelled, drop what is under way', async () => {
    const { run, done, ends } = setUp(9);
    await settled();
    run.cancel();
    await settled();
    expect([done, ends]).toEqual([[], [null]]);
  });

  it('end where the machine fails, and count no run that was not made', async () => {
    const { asked, done, ends, end } = setUp(9);
    await settled();
    await end(0, new PolicyError({ code: 'worker-crashed', silent: false }));
    await end(1);
    expect([asked.length, done]).toEqual([2, [1]]);
    expect(ends).toEqual([{ code: 'worker-crashed', silent: false }]);
  });

  it('count a run that its own settings make fail', async () => {
    const failure: Failure = { code: 'unknown-token', why: { kind: 'text' } };
    const { done, ends, end } = setUp(1);
    await settled();
    await end(0, { ...emptyOutcome, right: null, failure });
    expect([done, ends]).toEqual([[0], [null]]);
  });
});
