import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { strategyKinds } from '#experiment/strategies.ts';
import { families } from '#experiment/families.ts';
import { keysOf } from '#experiment/keys-of.ts';
import { presetExperiments } from '#experiment/presets.ts';
import { anyExperiment } from '#experiment/testing/arbitrary.ts';
import type { LogEntry } from '#run/events.ts';
import { exportRun } from '#run/export.ts';
import { anyLog } from '#run/testing/arbitrary.ts';
import { logOf } from '#run/testing/fixtures.ts';
import { stateAt } from '#run/timeline.ts';
import { speeds } from '#app/store/app-state.ts';
import { type TestApp, testApp } from '#app/testing/fakes.ts';
import { fuzz } from './fuzz.ts';

/** What a person or the run worker does next. */
interface Act {
  readonly what: string;
  readonly act: (world: World) => void | Promise<void>;
}
/** The log that the worker has for the run that it was asked for, and how much of it has come. */
interface World extends TestApp {
  answer: { log: readonly LogEntry[]; sent: number };
}

const act = (what: string, does: Act['act']): fc.Arbitrary<Act> => fc.constant({ what, act: does });
const withNumber = (what: string, does: (world: World, value: number) => void | Promise<void>) =>
  fc
    .integer({ min: -3, max: 400 })
    .map((value): Act => ({ what: `${what} ${value}`, act: (world) => does(world, value) }));

/** The worker that is asked stalls as long as nothing of this comes, dies, floods, or says what nobody asked for any more. */
const ofTheWorker: readonly fc.Arbitrary<Act>[] = [
  anyLog.map((log): Act => ({
    what: 'the worker begins',
    act: (world) => void (world.answer = { log, sent: 0 }),
  })),
  withNumber('the worker sends', ({ answer, runWorker, app }, count) => {
    if (app.store.getState().phase === 'idle') return;
    const entries = answer.log.slice(answer.sent, answer.sent + Math.max(0, count));
    answer.sent += entries.length;
    runWorker.send(...entries);
  }),
  act('the worker dies', async ({ app, runWorker, answer }) => {
    if (app.store.getState().phase === 'idle') return;
    const at = answer.log[answer.sent - 1]?.at ?? 0;
    runWorker.send({ at, event: { type: 'run-failed', failure: { code: 'worker-crashed', silent: true } } });
    await runWorker.finish();
  }),
  act('the worker ends', async ({ app, runWorker, answer }) => {
    if (app.store.getState().phase === 'idle') return;
    runWorker.send(...answer.log.slice(answer.sent));
    answer.sent = answer.log.length;
    await runWorker.finish();
  }),
  act('progress', ({ runWorker, app }) => {
    if (app.store.getState().phase !== 'idle')
      runWorker.progress({ model: 'countdown', phase: 'fetching', bytes: 1, totalBytes: 2 });
  }),
];

const ofThePerson: readonly fc.Arbitrary<Act>[] = [
  act('run', ({ app, answer }) => {
    answer.sent = 0;
    app.runs.start();
  }),
  act('stop', ({ app }) => app.runs.cancel()),
  act('go on', ({ app }) => app.runs.resume()),
  withNumber('a frame after', ({ frames }, milliseconds) => frames.turn(Math.max(0, milliseconds))),
  withNumber('seek', ({ app }, cursor) => app.view.seek(cursor)),
  withNumber('step', ({ app }, by) => app.view.step(by)),
  act('next step', ({ app }) => app.view.stepAlgorithm(1)),
  act('last step', ({ app }) => app.view.stepAlgorithm(-1)),
  act('to the end', ({ app }) => app.view.toEnd()),
  act('play', ({ app }) => app.view.togglePlay()),
  fc
    .constantFrom(...speeds)
    .map((speed): Act => ({ what: `speed ${speed}`, act: ({ app }) => app.view.setSpeed(speed) })),
  fc
    .constantFrom(...strategyKinds)
    .map((kind): Act => ({ what: kind, act: ({ app }) => app.setup.setStrategyKind(kind) })),
  fc
    .constantFrom(...families)
    .map((family): Act => ({ what: family, act: ({ app }) => app.setup.setFamily(family) })),
  fc
    .constantFrom(...keysOf(presetExperiments))
    .map((id): Act => ({ what: id, act: ({ app }) => app.setup.setExperiment(presetExperiments[id]) })),
  anyExperiment.map((experiment): Act => ({
    what: 'any setup',
    act: ({ app }) => app.setup.setExperiment(experiment),
  })),
  withNumber('seed', ({ app }, seed) => app.setup.setSeed(Math.max(0, seed))),
  act('back', ({ address }) => (address.at > 0 ? address.go(-1) : undefined)),
  act('forward', ({ address }) => (address.at + 1 < address.entries.length ? address.go(1) : undefined)),
  act('time passes', ({ address }) => address.elapse()),
  anyLog.map((log): Act => ({
    what: 'a file is opened',
    act: async ({ app }) => {
      const start = log[0]?.event;
      if (start?.type === 'run-started')
        await app.runs.importRun(new Blob([exportRun(start.experiment, log)]));
    },
  })),
  act('a damaged file is opened', ({ app }) =>
    app.runs.importRun(new Blob(['{"format":"second-thought-run","version":2'])),
  ),
  act('save', ({ app }) => app.runs.exportRun()),
  act('reload', ({ app }) => app.runs.reload()),
  act('restore', async ({ app }) => void (await app.runs.restore())),
];

const anyActs = fc.array(fc.oneof(...ofThePerson, ...ofTheWorker, ...ofTheWorker), {
  minLength: 1,
  maxLength: 30,
});

/** What holds whatever was done: the cursor is in the log, and the page shows the fold of the log up to it. */
function expectWhole({ app }: World, acts: readonly Act[]): void {
  const { log, cursor, view, phase } = app.store.getState();
  const entries = log?.entries ?? [];
  const done = acts.map(({ what }) => what).join(', ');
  expect(cursor, done).toBeGreaterThanOrEqual(0);
  expect(cursor, done).toBeLessThanOrEqual(entries.length);
  expect(view, done).toEqual(stateAt(entries, cursor));
  expect(['idle', 'opening', 'running', 'stopping']).toContain(phase);
}

describe('the page', () => {
  it('stays whole whatever is done, and its next run works', () =>
    fuzz(
      'orders of acts',
      anyActs,
      async (acts) => {
        const world: World = { ...(await testApp()), answer: { log: logOf(['4 </think> 24']), sent: 0 } };
        for (const [at, { act: does }] of acts.entries()) {
          await does(world);
          expectWhole(world, acts.slice(0, at + 1));
        }
        const { app, runWorker, frames } = world;
        app.runs.cancel();
        await runWorker.finish();
        app.setup.setExperiment(presetExperiments['game-of-24']);
        app.view.setSpeed('as-it-happened');
        const asked = runWorker.asked.length;
        app.runs.start();
        expect(runWorker.asked.length, acts.map(({ what }) => what).join(', ')).toBe(asked + 1);
        runWorker.send(...logOf(['4 </think> 24'], presetExperiments['game-of-24']));
        await runWorker.finish();
        frames.turn(60_000);
        app.view.toEnd();
        expectWhole(world, acts);
        expect(app.store.getState()).toMatchObject({ phase: 'idle', view: { status: 'finished' } });
      },
      { quick: 60 },
    ));
});
