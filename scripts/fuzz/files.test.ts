import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyExperiment, anyMoment, anyProblem } from '#experiment/testing/arbitrary.ts';
import { decodeExperiment, encodeExperiment } from '#experiment/url-codec.ts';
import { headerLine, resultLine, ResultsError, resultsIn } from '#lab/sweeps/results-file.ts';
import { decodeSweep, encodeSweep } from '#lab/sweeps/sweep-link.ts';
import { anyOutcome, anySweep } from '#lab/sweeps/testing.ts';
import { readProblemSetFile } from '#lab/problem-sets/read-problem-set.ts';
import { asCsv, asJsonLines } from '#lab/problem-sets/testing/write-set.ts';
import { readCustom } from '#app/models/custom-models.ts';
import { exportRun } from '#run/export.ts';
import { importRun } from '#run/import.ts';
import { anyLog } from '#run/testing/arbitrary.ts';
import { stateAt } from '#run/timeline.ts';
import { anyDamage, damaged, damagedJson } from './damage.ts';
import { fuzz } from './fuzz.ts';

/** Hardly a case is good: what is refused is refused by a value, and what is let through can be worked with. */
describe('what comes from elsewhere', () => {
  it('a link', () =>
    fuzz(
      'links',
      fc.tuple(anyExperiment, fc.option(anyMoment, { nil: undefined }), anyDamage, fc.boolean()),
      async ([experiment, moment, damage, checked]) => {
        const link = await encodeExperiment(experiment, undefined, moment);
        // With its check hardly a damaged link is read at all.
        const text = damage(checked ? link : link.replace(/\.[^.]*$/, ''));
        const read = await decodeExperiment(text);
        if (!read.ok) return;
        const again = await decodeExperiment(
          await encodeExperiment(read.experiment, read.compare, read.moment ?? undefined),
        );
        expect(again).toEqual(read);
      },
    ));

  it('a run file', () =>
    fuzz(
      'run files',
      anyLog.chain((entries) => {
        const start = entries[0]?.event;
        const text = start?.type === 'run-started' ? exportRun(start.experiment, entries) : '';
        return fc.oneof(damaged(fc.constant(text)), damagedJson(fc.constant(JSON.parse(text))));
      }),
      (text) => {
        const read = importRun(text);
        if (!read.ok) return;
        for (const cursor of [0, read.entries.length >> 1, read.entries.length])
          stateAt(read.entries, cursor);
        expect(importRun(exportRun(read.experiment, read.entries))).toMatchObject({
          ok: true,
          entries: read.entries,
        });
      },
    ));

  it('a sweep, as a link', () =>
    fuzz('links to sweeps', fc.tuple(anySweep, anyDamage, fc.boolean()), async ([sweep, damage, checked]) => {
      const link = await encodeSweep(sweep);
      if (!link.ok) return;
      const read = await decodeSweep(damage(checked ? link.fragment : link.fragment.replace(/\.[^.]*$/, '')));
      if (!read.ok) return;
      const again = await encodeSweep(read.sweep);
      if (again.ok) expect(await decodeSweep(again.fragment)).toEqual(read);
    }));

  it('a file of outcomes', () =>
    fuzz(
      'files of outcomes',
      damaged(
        fc
          .tuple(anySweep, fc.array(anyOutcome, { maxLength: 3 }))
          .map(([sweep, outcomes]) =>
            [
              headerLine(sweep),
              ...outcomes.map((outcome, repeat) =>
                resultLine({ cell: { arm: 0, problem: 0, repeat }, outcome }),
              ),
            ].join(''),
          ),
      ),
      async (text) => {
        try {
          for await (const part of resultsIn(new Blob([text]).stream())) expect(part).toBeDefined();
        } catch (error) {
          expect(error).toBeInstanceOf(ResultsError);
        }
      },
    ));

  it('a problem set', () =>
    fuzz(
      'problem sets',
      fc.tuple(
        damaged(
          fc
            .tuple(fc.array(anyProblem, { maxLength: 4 }), fc.constantFrom('lines', 'array', 'csv'))
            .map(([problems, form]) =>
              form === 'csv'
                ? asCsv(problems, ',')
                : form === 'array'
                  ? JSON.stringify(problems)
                  : asJsonLines(problems),
            ),
        ),
        fc.constantFrom('utf-8', 'utf-16le'),
        fc.boolean(),
      ),
      ([text, form, leaveOut]) => {
        const bytes =
          form === 'utf-8' ? new TextEncoder().encode(text) : Buffer.from(`\ufeff${text}`, 'utf16le');
        const read = readProblemSetFile(bytes, 'mine.jsonl', { leaveOut });
        if (!read.ok || read.problems.length === 0) return;
        const again = readProblemSetFile(new TextEncoder().encode(asJsonLines(read.problems)), 'mine.jsonl');
        expect(again).toMatchObject({ ok: true, problems: read.problems });
      },
    ));

  it('the models a person added, as they were kept', () =>
    fuzz(
      'models of one’s own',
      fc.oneof(
        damagedJson(
          fc.constant([
            {
              id: 'mine',
              weights: 'https://a.test/w',
              library: 'https://a.test/l.wasm',
              context: 4096,
              integrity: { config: 'sha256-x' },
            },
          ]),
        ),
        fc.string({ unit: 'binary' }),
      ),
      (text) => {
        const storage = {
          read: () => text,
          write: () => {},
          withLock: async <T>(_: string, work: () => Promise<T>) => work(),
          onChange: () => {},
        };
        for (const { id, context } of readCustom(storage))
          expect([typeof id, typeof context]).toEqual(['string', 'number']);
      },
    ));
});
