import { expect, it } from 'vitest';
import { defaultExperiment } from '#experiment/defaults.ts';
import { exportRun } from '#run/export.ts';
import { logOf } from '#run/testing/fixtures.ts';
import { HandClock } from '#worker/testing/by-hand.ts';
import { testApp } from '../testing/fakes.ts';
import { calmed } from './calm-store.ts';

const log = logOf(['4 + 9 = 13 Wait 9 - 4 = 5 </think> 24', '9 - 4 = 5 </think> 24']);
const file = new Blob([exportRun(defaultExperiment('countdown', 'self-consistency'), log)]);

it('lets steps that play be read, and is where the page is as soon as they stop or something else happens', async () => {
  const { app, frames } = await testApp();
  await app.runs.importRun(file);
  app.view.setSpeed(20);
  const clock = new HandClock();
  const { store, follow } = calmed(app.store, () => frames.now(), clock.later);
  const unfollow = follow();
  const cursors = () => [app.store.getState().cursor, store.getState().cursor];

  app.view.togglePlay();
  expect(cursors()).toEqual([0, 0]);
  frames.turn(100);
  expect(cursors()).toEqual([2, 0]);
  clock.pass(1);
  expect(cursors()).toEqual([2, 2]);
  frames.turn(50);
  expect(cursors()).toEqual([3, 2]);
  frames.turn(100);
  expect(cursors()).toEqual([5, 5]);

  frames.turn(50);
  app.view.select({ kind: 'step' });
  expect(store.getState()).toMatchObject({ cursor: 6, selection: { kind: 'step' } });

  frames.turn(100);
  app.view.togglePlay();
  expect(cursors()).toEqual([8, 8]);
  app.view.step(1);
  expect(cursors()).toEqual([9, 9]);

  unfollow();
  app.view.step(1);
  expect(cursors()).toEqual([10, 9]);
});
