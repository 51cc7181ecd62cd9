import { describe, expect, it } from 'vitest';
import { logOf } from '#run/testing/fixtures.ts';
import { testApp } from '../testing/fakes.ts';
import { commands } from './commands.ts';
import { commandFor, type KeyFocus } from './hotkeys.ts';

const press = (key: string, ctrlKey = false) => ({ key, ctrlKey, metaKey: false, altKey: false });

async function withRun() {
  const { app } = await testApp();
  app.runs.showRecorded(logOf(['4 + 9 </think> 24']));
  return app;
}

describe('keys', () => {
  it.each([
    [' ', 'play'],
    [',', 'step-back'],
    ['.', 'step-on'],
    ['Home', 'start'],
    ['End', 'end'],
    ['?', 'keys'],
    ['1', 'thoughts'],
  ])('%j is %s', async (key, id) => {
    const app = await withRun();
    expect(commandFor(press(key), 'page', app.store.getState())?.id).toBe(id);
  });

  it.each([
    ['field', '.'],
    ['field', ' '],
    ['control', ' '],
    ['slider', 'Home'],
  ] as const)('a %s keeps %j for itself', async (focus: KeyFocus, key) => {
    const app = await withRun();
    expect(commandFor(press(key), focus, app.store.getState())).toBeUndefined();
  });

  it('runs from inside a field with Ctrl Enter', async () => {
    const app = await withRun();
    expect(commandFor(press('Enter', true), 'field', app.store.getState())?.id).toBe('run');
  });

  it('does nothing without a run, under a dialog, or with single keys off', async () => {
    const { app } = await testApp();
    expect(commandFor(press('.'), 'page', app.store.getState())).toBeUndefined();
    const other = await withRun();
    expect(commandFor(press('.'), 'page', other.store.getState(), false)).toBeUndefined();
    expect(commandFor(press('End'), 'page', other.store.getState(), false)?.id).toBe('end');
    other.view.openDialog('keys');
    expect(commandFor(press('.'), 'page', other.store.getState())).toBeUndefined();
  });

  it('leave Play alone while Lab or Learn is looked at; help and the link are everywhere', async () => {
    const { app } = await testApp({ fragment: '#/lab' });
    for (const key of ['r', ' ', '1', 'm', 'End'])
      expect(commandFor(press(key), 'page', app.store.getState()), key).toBeUndefined();
    expect(commandFor(press('Enter', true), 'page', app.store.getState())).toBeUndefined();
    expect(commandFor(press('?'), 'page', app.store.getState())?.id).toBe('keys');
    expect(commandFor(press('l'), 'page', app.store.getState())?.id).toBe('copy-link');
  });

  it('are each given to one command', () => {
    const strokes = commands.flatMap((command) =>
      command.keys.map((stroke) => `${stroke.ctrl ?? false} ${stroke.key}`),
    );
    expect(new Set(strokes).size).toBe(strokes.length);
    expect(new Set(commands.map((command) => command.id)).size).toBe(commands.length);
  });
});
