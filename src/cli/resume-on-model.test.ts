import { embeddedModel } from '#policy/models.ts';
import { unavailable } from '#experiment/fit.ts';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { defaultExperiment } from '#experiment/defaults.ts';
import type { Experiment, Strategy } from '#experiment/experiment.ts';
import type { LanguageModel } from '#policy/language-model.ts';
import { createPool } from '#policy/pool.ts';
import { runDifference } from '#run/testing/run-difference.ts';
import type { LogEntry } from '#run/events.ts';
import { fold } from '#run/fold.ts';
import { metricsOf } from '#run/metrics.ts';
import { emptyRun } from '#run/state.ts';
import { runExperiment } from '#strategies/run-experiment.ts';
import { everyStrategy } from '#strategies/testing/every-strategy.ts';
import { openForCli, surroundings } from './open.ts';

/** A run that was interrupted anywhere and run on is the run that was not, on the real model that ships. */

let model: LanguageModel;
beforeAll(async () => {
  model = await openForCli('countdown');
});

const experimentOf = (strategy: Strategy, seed: number): Experiment => ({
  ...defaultExperiment('countdown', strategy.kind),
  strategy,
  seed,
  sampling: { temperature: 1.5, topK: 0, topP: 1, minP: 0, maxTokens: 90 },
});

async function run(
  experiment: Experiment,
  interrupted?: readonly LogEntry[],
  signal = new AbortController().signal,
  onEntry: (entry: LogEntry) => void = () => undefined,
): Promise<LogEntry[]> {
  const log: LogEntry[] = [];
  for await (const entry of runExperiment(experiment, model, surroundings(signal), interrupted)) {
    log.push(entry);
    onEntry(entry);
  }
  return log;
}

/** Share of the log that is left, the ends no likelier than the middle. */
const anywhere = fc.noBias(fc.integer({ min: 0, max: 1_000_000 })).map((part) => part / 1_000_000);

/** They draw tokens that no trace keeps, and draw those again: an end of thinking that is dropped, an answer asked for on the way. */
const writesOffTheLog: ReadonlySet<string> = new Set(['budget-forcing', 'revision']);

const here = Object.entries(everyStrategy).filter(
  ([, strategy]) => unavailable(strategy, embeddedModel('countdown')!) === null,
);

describe.each(here)('%s', (_, strategy) => {
  it('run on from any place of its log is the run that was never interrupted', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(100), anywhere, async (seed, share) => {
        const experiment = experimentOf(strategy, seed);
        const whole = await run(experiment);
        expect(whole.at(-1)!.event.type).toBe('run-finished');
        const cut = whole.slice(0, 1 + Math.floor(share * (whole.length - 2)));
        const before = model.usage().decodedTokens;
        const resumed = await run(experiment, cut);
        expect(runDifference(whole, resumed)).toBeNull();
        const drawn = model.usage().decodedTokens - before;
        const [then, now] = [fold(emptyRun, cut), fold(emptyRun, resumed)];
        expect(now.recalledTokens).toBe(then.tokens);
        expect(now.usage.decodedTokens).toBe(Math.max(then.usage.decodedTokens, then.tokens) + drawn);
        if (!writesOffTheLog.has(strategy.kind)) expect(drawn).toBe(now.tokens - then.tokens);
      }),
      { numRuns: 5 },
    );
  }, 60_000);
});

describe('a run that was cancelled', () => {
  const experiment = experimentOf({ kind: 'self-consistency', samples: 8, effort: 'high' }, 5);

  it('and run on, and cancelled and run on again, is the same run', async () => {
    const whole = await run(experiment);
    let log: readonly LogEntry[] | undefined;
    for (const length of [40, 300, 520]) {
      const abort = new AbortController();
      let seen = 0;
      log = await run(experiment, log, abort.signal, () => ++seen === length && abort.abort());
      expect(log.at(-1)!.event.type).toBe('run-cancelled');
    }
    const resumed = await run(experiment, log);
    expect(runDifference(whole, resumed)).toBeNull();
    const state = fold(emptyRun, resumed);
    expect(state.resumed!.spent.decodedTokens).toBeGreaterThanOrEqual(state.recalledTokens);
    expect(metricsOf(state)).toMatchObject({ tokens: state.tokens, recalledTokens: state.recalledTokens });
  });

  it('is the same run on copies of the model side by side', async () => {
    const whole = await run(experiment);
    const pool = createPool(model, [await openForCli('countdown'), await openForCli('countdown')]);
    const resumed: LogEntry[] = [];
    for await (const entry of runExperiment(
      experiment,
      pool,
      surroundings(new AbortController().signal),
      whole.slice(0, 500),
    ))
      resumed.push(entry);
    expect(runDifference(whole, resumed)).toBeNull();
  });

  it('is not run on as the same run with other weights', async () => {
    const log = (await run(experiment)).slice(0, 60).map((entry): LogEntry =>
      entry.event.type === 'run-started'
        ? {
            ...entry,
            event: { ...entry.event, model: { ...entry.event.model, weightsSha256: '0'.repeat(64) } },
          }
        : entry,
    );
    expect(await run(experiment, log)).toMatchObject([
      { event: { type: 'run-failed', failure: { code: 'other-weights' } } },
    ]);
  });

  it('of which somebody changed a word is retraced up to there and drawn from there on', async () => {
    const whole = await run(experiment);
    const log = whole.slice(0, 400).map((entry): LogEntry => {
      const { event } = entry;
      return event.type === 'sequence-started' && event.sequence === 3
        ? { ...entry, event: { ...event, prompt: event.prompt.slice(1) } }
        : entry;
    });
    const resumed = await run(experiment, log);
    expect(runDifference(whole, resumed)).toBeNull();
    expect(
      resumed
        .filter(({ event }) => event.type === 'token' && event.recalled)
        .every(
          ({ event }) => 'sequence' in event && typeof event.sequence === 'number' && event.sequence < 3,
        ),
    ).toBe(true);
  });
});
