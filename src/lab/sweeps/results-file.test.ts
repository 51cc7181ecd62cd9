import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellAt, runsOf, shapeOf } from './cells.ts';
import { mergedResults, readResults } from './results.ts';
import { headerLine, resultLine, ResultsError, resultsIn, type SweepResult } from './results-file.ts';
import { problemsAskedFor, type Sweep } from './spec.ts';
import { anyOutcome, anySweep, emptyOutcome, smallSweep } from './testing.ts';

const stream = (bytes: BlobPart) => new Blob([bytes]).stream();
const read = (...lines: readonly string[]) => readResults(stream(lines.join('')));
const header = headerLine(smallSweep);
const result = (arm: number, problem: number, repeat = 0): SweepResult => ({
  cell: { arm, problem, repeat },
  outcome: { ...emptyOutcome, tokens: arm + problem },
});
const [first, second] = [result(0, 0), result(1, 0)];

/** A sweep and some of its runs, in any order. */
const anyResults = anySweep.chain((sweep) => {
  const shape = shapeOf(sweep, problemsAskedFor(sweep.problems));
  const anyCell = fc.nat(runsOf(shape) - 1).map((number) => cellAt(shape, number));
  return fc.record({
    sweep: fc.constant(sweep),
    results: fc.uniqueArray(fc.record({ cell: anyCell, outcome: anyOutcome }), {
      selector: ({ cell }) => JSON.stringify(cell),
      maxLength: 6,
    }),
  });
});

describe('a file of results', () => {
  it('reads back as it was written', () =>
    fc.assert(
      fc.asyncProperty(anyResults, async ({ sweep, results }) => {
        const back = await read(headerLine(sweep), ...results.map(resultLine));
        expect(back).toMatchObject({ ok: true, sweep, cut: false });
        if (back.ok) expect(new Set(back.results)).toEqual(new Set(results));
      }),
      { numRuns: 40 },
    ));

  it('is good up to wherever it was cut in a run, and says how much of it is', () =>
    fc.assert(
      fc.asyncProperty(fc.nat(resultLine(second).length - 1), async (kept) => {
        const whole = header + resultLine(first);
        const cut = resultLine(second).slice(0, kept);
        const back = await read(whole, cut);
        const last = kept === resultLine(second).length - 1;
        expect(back).toMatchObject({ ok: true, cut: kept > 0 && !last });
        if (back.ok) expect(back.results).toEqual(last ? [first, second] : [first]);
        let end = 0;
        for await (const part of resultsIn(stream(whole + cut))) if (part.kind !== 'cut') ({ end } = part);
        expect(end).toBe(Buffer.byteLength(last ? whole + cut : whole));
      }),
      { numRuns: 30 },
    ));

  it('is good up to where it was cut in the middle of a character', async () => {
    const named = resultLine({ ...second, outcome: { ...second.outcome, answer: 'é' } });
    const bytes = new TextEncoder().encode(header + resultLine(first) + named);
    const middle = bytes.indexOf(0xc3) + 1;
    const back = await readResults(new Blob([bytes.subarray(0, middle)]).stream());
    expect(back).toMatchObject({ ok: true, cut: true, results: [first] });
  });

  it('has each run once, in order, and no empty lines', async () => {
    const back = await read(header, resultLine(second), '\n', resultLine(first), resultLine(result(1, 0)));
    expect(back).toMatchObject({ ok: true, results: [first, second] });
  });

  it.each<readonly [string, readonly string[], object]>([
    ['nothing', [], { code: 'no-results-file' }],
    ['a run and no header', [resultLine(first)], { code: 'no-results-file' }],
    ['another file', ['{"format":"second-thought-run","version":2}\n'], { code: 'no-results-file' }],
    [
      'a file of tomorrow',
      ['{"format":"second-thought-sweep","version":9,"more":1}\n'],
      { code: 'results-newer', version: 9 },
    ],
    [
      'a sweep that is none',
      [header.replace('"repeats":2', '"repeats":0')],
      { code: 'results-line', line: 1, why: 'not-as-written' },
    ],
    ['no JSON', [header, '{"arm":\n'], { code: 'results-line', line: 2, why: 'no-json' }],
    [
      'what is no run',
      [header, resultLine(first), '{"arm":0}\n'],
      { code: 'results-line', line: 3, why: 'not-as-written' },
    ],
    [
      'a run that the sweep has not',
      [header, resultLine(result(0, 10))],
      { code: 'results-line', line: 2, why: 'no-such-run' },
    ],
  ])('that is %s is named', async (_, lines, failure) =>
    expect(await read(...lines)).toEqual({ ok: false, failure }),
  );

  it('is bounded, in a line and as a whole', async () => {
    const bounded = async (limits: { readonly line: number; readonly file: number }) => {
      for await (const _ of resultsIn(stream(header + resultLine(first)), limits)) continue;
    };
    const tooBig = new ResultsError({ code: 'results-too-big' });
    await expect(bounded({ line: 100, file: 10_000 })).rejects.toEqual(tooBig);
    await expect(bounded({ line: 10_000, file: 500 })).rejects.toEqual(tooBig);
    await bounded({ line: 10_000, file: 10_000 });
  });

  it('may be any bytes: what comes of them is a value', () =>
    fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.boolean(), async (bytes, headed) => {
        const back = await readResults(
          new Blob(headed ? [header, new Uint8Array(bytes)] : [new Uint8Array(bytes)]).stream(),
        );
        expect(typeof back.ok).toBe('boolean');
      }),
    ));
});

describe('files of one sweep', () => {
  const measured = (changes: Partial<Sweep>, ...results: readonly SweepResult[]) => ({
    sweep: { ...smallSweep, ...changes },
    results,
  });

  it('are one, as large as the larger, with each run once', () =>
    expect(
      mergedResults(
        measured({ repeats: 1, title: 'mine' }, second),
        measured({ repeats: 3 }, first, result(1, 0), result(2, 5, 2)),
      ),
    ).toEqual(measured({ repeats: 3, title: 'mine' }, first, second, result(2, 5, 2))));

  it('are of one sweep whatever its arms are called and in whatever order its settings stand', () => {
    const [arm, ...others] = smallSweep.arms;
    const { model, strategy, sampling } = arm!;
    const named = { sampling, strategy, model, name: 'A', tokens: 0 };
    expect(mergedResults(measured({}), measured({ arms: [named, ...others] }))).not.toBeNull();
  });

  it('are not one where the sweeps differ', () => {
    const other = (changes: Partial<Sweep>) => mergedResults(measured({}), measured(changes));
    expect(other({ tokens: 5 })).toBeNull();
    expect(other({ arms: smallSweep.arms.toReversed() })).toBeNull();
    expect(
      other({ problems: { kind: 'held-out', family: 'arithmetic', set: 'harder', count: 10 } }),
    ).toBeNull();
  });
});
