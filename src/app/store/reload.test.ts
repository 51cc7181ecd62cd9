import { describe, expect, it } from 'vitest';
import type { Experiment } from '#experiment/experiment.ts';
import type { LogEntry } from '#run/events.ts';
import { logOf } from '#run/testing/fixtures.ts';
import { keepsNothing } from '../records/archive.ts';
import { testApp } from '../testing/fakes.ts';

const log = logOf(['4 + 9 = 13 </think> 24', '9 - 4 = 5 </think> 24']);

describe('a reload that the page offers', () => {
  it('keeps the run that is shown, as far as it has come', async () => {
    const kept = new Map<string, string>();
    const before = await testApp({ kept });
    before.app.runs.start();
    before.runWorker.send(...log.slice(0, 9));
    before.frames.turn();
    before.app.runs.reload();
    expect(before.reloads).toHaveLength(1);

    const after = await testApp({ kept });
    expect(await after.app.runs.restore()).toBe(true);
    expect(after.app.store.getState().log).toEqual({ entries: log.slice(0, 9), origin: 'live' });
    expect(after.app.store.getState().view).toEqual(before.app.store.getState().view);
    // Once: the next reload is another one.
    expect(await (await testApp({ kept })).app.runs.restore()).toBe(false);
  });

  it('has nothing to keep of the recorded run, or where nothing is shown', async () => {
    const { app, reloads } = await testApp();
    app.runs.reload();
    app.runs.showRecorded(log);
    app.runs.reload();
    expect(reloads).toEqual(['', '']);
  });

  it('does not lose a run for which there is no room: it is to be exported first', async () => {
    const { app, runWorker, frames, reloads } = await testApp({ room: 100 });
    app.runs.start();
    runWorker.send(...log);
    frames.turn();
    await runWorker.finish();
    app.runs.reload();
    expect(reloads).toEqual([]);
    expect(app.store.getState().notice).toMatchObject({
      kind: 'problem',
      what: { kind: 'too-large-to-keep' },
    });
    expect(app.store.getState().log?.entries).toEqual(log);
  });

  it('says so where the new version cannot read what was kept', async () => {
    const { app } = await testApp({ kept: new Map([['run', 'live\n{"format":"something else"}']]) });
    expect(await app.runs.restore()).toBe(false);
    expect(app.store.getState()).toMatchObject({ log: null, notice: { kind: 'problem' } });
  });

  it('that the person asked the browser for shows the run as far as it was kept, unless something else has begun', async () => {
    const experiment = logStart(log);
    const archive = {
      ...keepsNothing,
      shownBefore: async () => ({ ok: true, experiment, entries: log.slice(0, 9) }) as const,
    };
    const { app } = await testApp({ archive });
    expect(await app.runs.restore()).toBe(true);
    expect(app.store.getState()).toMatchObject({ log: { entries: log.slice(0, 9), origin: 'live' } });

    // The address said nothing of a setup, so it is the run's.
    expect(app.store.getState().draft).toEqual(experiment);

    const other = await testApp({ archive });
    other.app.runs.start();
    expect(await other.app.runs.restore()).toBe(false);
    expect(other.app.store.getState().log).toBeNull();
  });
});

function logStart([first]: readonly LogEntry[]): Experiment {
  if (first?.event.type !== 'run-started') throw new Error('no start');
  return first.event.experiment;
}
