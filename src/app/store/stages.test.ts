import { describe, expect, it } from 'vitest';
import { encodeExperiment } from '#experiment/url-codec.ts';
import type { LogEntry } from '#run/events.ts';
import { logOf } from '#run/testing/fixtures.ts';
import { settled, type TestApp, testApp } from '../testing/fakes.ts';
import { createStages, type Stages } from './stages.ts';

const short = logOf(['4 + </think> 13']);
const long = logOf(['4 </think> 13', '9 </think> 13', '9 </think> 10']);

interface Compared extends TestApp {
  readonly stages: Stages;
  /** Tokens seen of each side. */
  readonly tokens: () => readonly number[];
}

/** Two sides, of which these have come so far. */
async function compared(...logs: readonly (readonly LogEntry[])[]): Promise<Compared> {
  const world = await testApp();
  const { app, runWorker, frames } = world;
  app.runs.compare.pick({ arms: [{ kind: 'chain-of-thought' }, { kind: 'self-consistency' }], tokens: 300 });
  app.view.showTab('compare');
  const stages = createStages(app, frames);
  app.runs.startCompare();
  await settled();
  for (const log of logs) {
    runWorker.send(...log);
    await runWorker.finish();
    await settled();
  }
  return { ...world, stages, tokens: () => stages.store.getState().views.map((view) => view.tokens) };
}

describe('stages side by side', () => {
  it('stand at their ends when all have run, and one timeline moves them by tokens drawn', async () => {
    const { stages, tokens } = await compared(short, long);
    expect(stages.store.getState()).toMatchObject({ extent: 9, place: 9, following: true });
    expect(tokens()).toEqual([4, 9]);
    stages.seek(2);
    expect(tokens()).toEqual([2, 2]);
    stages.seek(6);
    expect(tokens()).toEqual([4, 6]);
    stages.setPace('share');
    stages.seek(50);
    expect(tokens()).toEqual([2, 4]);
  });

  it('are moved by the keys of the timeline while they are looked at, and the run on the stage is not', async () => {
    const { app, stages, tokens } = await compared(short, long);
    app.view.seek(0);
    app.view.step(1);
    expect(tokens()).toEqual([1, 1]);
    app.view.stepAlgorithm(1);
    expect(stages.store.getState().place).toBe(4);
    expect(app.store.getState().cursor).toBe(0);
    app.view.toEnd();
    expect(stages.store.getState().following).toBe(true);
  });

  it('play from the start to the end of the longest, then stand', async () => {
    const { app, stages, tokens, frames } = await compared(short, long);
    app.view.togglePlay();
    expect(tokens()).toEqual([0, 0]);
    frames.turn(2500);
    expect(tokens()).toEqual([4, 4]);
    app.view.togglePlay();
    frames.turn(2500);
    expect(tokens()).toEqual([4, 4]);
    app.view.togglePlay();
    frames.turn(1500);
    expect(tokens()).toEqual([4, 7]);
    frames.turn(5000);
    expect(stages.store.getState()).toMatchObject({ playing: false, following: true });
    expect(frames.waiting).toBe(0);
  });

  it('stream while they run, unless a person looks at an earlier place', async () => {
    const { stages, tokens, runWorker } = await compared(short);
    runWorker.send(...long.slice(0, 8));
    expect(tokens()).toEqual([4, 4]);
    stages.seek(3);
    runWorker.send(...long.slice(8));
    expect(tokens()).toEqual([3, 3]);
    stages.toEnd();
    expect(tokens()).toEqual([4, 9]);
  });

  it('have a selection, a step and a picture each of their own', async () => {
    const { app, stages } = await compared(short, long);
    const [first, second] = ['arm 0', 'arm 1'].map(stages.appOf);
    first!.view.select({ kind: 'trace', sequence: 0 });
    expect(first!.store.getState().selection).toEqual({ kind: 'trace', sequence: 0 });
    expect(stages.store.getState().inspected).toBe('arm 0');
    second!.view.select({ kind: 'trace', sequence: 1 });
    second!.view.showTab('votes');
    expect(first!.store.getState()).toMatchObject({ selection: null, tab: 'thoughts' });
    expect(second!.store.getState()).toMatchObject({ selection: { sequence: 1 }, tab: 'votes' });
    expect(app.store.getState()).toMatchObject({ selection: null, tab: 'compare' });
    // A step of one is a place of all.
    second!.view.seek(long.findIndex(({ event }) => event.type === 'token') + 1);
    expect(stages.store.getState().place).toBe(1);
  });

  it('open large what is to be changed, and take it from there', async () => {
    const { app, stages } = await compared(short, long);
    stages.appOf('arm 1').runs.editAt({ kind: 'trace', sequence: 1, tokens: 1 });
    const { log, tab, editing } = app.store.getState();
    expect(log).toBe(app.runs.compare.store.getState().runs[1]?.log);
    expect({ tab, text: editing?.text }).toEqual({ tab: 'thoughts', text: '9' });
  });

  it('keep nothing of a side that is gone', async () => {
    const { app, stages } = await compared(short, long);
    expect(stages.appOf('arm 1').store.getState().log).not.toBeNull();
    const log = stages.store.getState().sides[1]!.log!;
    app.runs.showSideBySide({ kind: 'choices', log, ways: null });
    expect(stages.store.getState().sides.map(({ id }) => id)).toEqual(['majority']);
    expect(stages.appOf('arm 1').store.getState().log).toBeNull();
    // Another run has traces of its own.
    app.runs.start();
    expect(app.runs.compare.store.getState().subject).toEqual({ kind: 'arms' });
  });

  it('show the original and its branches without running anything', async () => {
    const world = await testApp();
    const { app, runWorker, frames } = world;
    const stages = createStages(app, frames);
    app.runs.start();
    runWorker.send(...short);
    frames.turn();
    await runWorker.finish();
    app.runs.editThought('4 + 9');
    app.runs.branch('4 + 8', { kind: 'chain-of-thought', effort: 'low' });
    runWorker.send(...logOf(['9 </think> 13']));
    frames.turn();
    app.runs.showSideBySide({ kind: 'branches' });
    expect(stages.store.getState().sides).toMatchObject([
      { id: 'Original', phase: 'done' },
      { id: 'Branch 1', phase: 'running' },
    ]);
    expect(stages.store.getState().views.map(({ tokens }) => tokens)).toEqual([4, 3]);
    await runWorker.finish();
    expect(stages.store.getState().sides[1]).toMatchObject({ phase: 'done' });
    expect(runWorker.asked).toHaveLength(2);
    // The address stays the run's own.
    await settled();
    const { draft } = app.store.getState();
    expect(app.setup.link()).toBe(`https://example.test/${await encodeExperiment(draft)}`);
    app.runs.openCompared(stages.store.getState().sides[0]!.log!);
    expect(app.store.getState().branches).toHaveLength(2);
  });
});
