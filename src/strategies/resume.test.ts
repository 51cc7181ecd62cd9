import { toFailure } from '#policy/policy-error.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultExperiment } from '#experiment/defaults.ts';
import type { Experiment, Strategy } from '#experiment/experiment.ts';
import { runDifference } from '#run/testing/run-difference.ts';
import type { LogEntry } from '#run/events.ts';
import { fold } from '#run/fold.ts';
import { importRun } from '#run/import.ts';
import { exportRun } from '#run/export.ts';
import { emptyRun } from '#run/state.ts';
import { runExperiment } from './run-experiment.ts';
import { babblingModel } from './testing/babbling-model.ts';
import { everyStrategy } from './testing/every-strategy.ts';

function runner(seed: number) {
  const model = babblingModel(seed, ['24', '13', '4 * 6']);
  return async (
    experiment: Experiment,
    interrupted?: readonly LogEntry[],
  ): Promise<{ readonly log: readonly LogEntry[]; readonly decoded: number }> => {
    const before = model.usage().decodedTokens;
    const log: LogEntry[] = [];
    for await (const entry of runExperiment(
      experiment,
      model,
      { now: () => 0, signal: new AbortController().signal },
      interrupted,
    ))
      log.push(entry);
    return { log, decoded: model.usage().decodedTokens - before };
  };
}

const experimentOf = (strategy: Strategy, tokens: number): Experiment => ({
  ...defaultExperiment('countdown', strategy.kind),
  strategy,
  budget: { tokens },
});
const anywhere = fc.noBias(fc.integer({ min: 0, max: 1_000_000 })).map((part) => part / 1_000_000);

describe.each(Object.entries(everyStrategy))('%s', (_, strategy) => {
  it('interrupted anywhere, saved, opened and run on, is the run that was never interrupted, within the same budget', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(1000),
        anywhere,
        fc.constantFrom(0, 60, 150),
        fc.constantFrom<LogEntry[][]>(
          [],
          [{ at: 0, event: { type: 'run-cancelled' } }],
          [{ at: 0, event: { type: 'run-failed', failure: toFailure('lost') } }],
        ),
        async (seed, share, budget, end) => {
          const experiment = experimentOf(strategy, budget);
          const run = runner(seed);
          const { log: whole } = await run(experiment);
          expect(whole.at(-1)!.event.type).toBe('run-finished');
          const cut = [...whole.slice(0, 1 + Math.floor(share * (whole.length - 2))), ...end];
          const saved = importRun(exportRun(experiment, cut));
          if (!saved.ok) throw new Error(saved.failure.code);
          const { log: resumed, decoded } = await run(experiment, saved.entries);
          expect(runDifference(whole, resumed)).toBeNull();
          const [then, now] = [fold(emptyRun, cut), fold(emptyRun, resumed)];
          expect(now.recalledTokens).toBe(then.tokens);
          expect(now.usage.decodedTokens).toBe(Math.max(then.usage.decodedTokens, then.tokens) + decoded);
          const again = importRun(exportRun(experiment, resumed));
          expect(again.ok && again.entries).toEqual(resumed);
        },
      ),
      { numRuns: 10 },
    );
  }, 60_000);
});
