import { describe, expect, it } from 'vitest';
import { exportRun } from '#run/export.ts';
import { logOf } from '#run/testing/fixtures.ts';
import { defaultExperiment } from '#experiment/defaults.ts';
import { testApp } from '../testing/fakes.ts';

const log = logOf(['4 + 9 = 13 Wait 9 - 4 = 5 </think> 24', '9 - 4 = 5 </think> 24']);
const file = new Blob([exportRun(defaultExperiment('countdown', 'self-consistency'), log)]);

async function imported() {
  const world = await testApp();
  await world.app.runs.importRun(file);
  world.app.view.setSpeed(20);
  return world;
}

describe('the player', () => {
  it('starts over from the end and stops there again', async () => {
    const { app, frames } = await imported();
    expect(app.store.getState().cursor).toBe(log.length);
    app.view.togglePlay();
    expect(app.store.getState()).toMatchObject({ cursor: 0, playing: true });
    frames.turn(500);
    expect(app.store.getState().cursor).toBe(10);
    frames.turn(60_000);
    expect(app.store.getState()).toMatchObject({ cursor: log.length, playing: false });
    expect(frames.waiting).toBe(0);
  });

  it('goes on from where a person stepped to', async () => {
    const { app, frames } = await imported();
    app.view.seek(3);
    app.view.togglePlay();
    frames.turn(100);
    expect(app.store.getState().cursor).toBe(5);
    app.view.togglePlay();
    app.view.step(-1);
    expect(app.store.getState()).toMatchObject({ cursor: 4, playing: false });
    app.view.togglePlay();
    frames.turn(50);
    expect(app.store.getState().cursor).toBe(5);
  });

  it("plays at the run's own pace, ten milliseconds an entry here", async () => {
    const { app, frames } = await imported();
    app.view.seek(0);
    app.view.setSpeed('as-it-happened');
    app.view.togglePlay();
    frames.turn(95);
    expect(app.store.getState().cursor).toBe(10);
  });

  it('keeps the cursor within the log', async () => {
    const { app } = await imported();
    app.view.seek(-5);
    expect(app.store.getState().cursor).toBe(0);
    app.view.step(-1);
    expect(app.store.getState().cursor).toBe(0);
    app.view.seek(1e9);
    expect(app.store.getState()).toMatchObject({ cursor: log.length, following: true });
  });
});

describe('files', () => {
  it('come back as they went', async () => {
    const { app, saved } = await imported();
    expect(app.store.getState().log?.origin).toBe('imported');
    await app.runs.exportRun();
    expect(await saved[0]?.content.text()).toBe(await file.text());
    expect(saved[0]?.name).toMatch(/\.json$/);
  });

  it('that are no runs change nothing but the notice', async () => {
    const { app } = await imported();
    const before = app.store.getState();
    await app.runs.importRun(new Blob(['{"format":"second-thought-run"']));
    const { notice, ...after } = app.store.getState();
    expect(notice?.kind).toBe('problem');
    expect({ ...after, notice: before.notice }).toEqual(before);
  });
});
