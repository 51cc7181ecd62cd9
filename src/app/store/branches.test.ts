import { describe, expect, it } from 'vitest';
import { defaultExperiment } from '#experiment/defaults.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { logOf, logOfEvents, rootEvent, stepEvents } from '#run/testing/fixtures.ts';
import { testApp } from '../testing/fakes.ts';

const log = logOf(['4 + 9 </think> 13']);

describe('a thought to edit', () => {
  it('is the whole thought up to the place, the number that its start was cut in put together again', async () => {
    const { app, runWorker, frames } = await testApp();
    const started = { ...defaultExperiment('arithmetic'), start: { text: '300 - 18 = 28' } };
    app.runs.start();
    runWorker.send(...logOf(['~3 ; 4 + </think> 332'], started));
    frames.turn();
    const edited = (tokens: number): string | undefined => {
      app.runs.editAt({ kind: 'trace', sequence: 0, tokens });
      return app.store.getState().editing?.text;
    };
    expect([1, 2, 4, 6].map(edited)).toEqual([
      '300 - 18 = 328',
      '300 - 18 = 328 ;',
      '300 - 18 = 328 ; 4 +',
      '300 - 18 = 328 ; 4 +',
    ]);
  });

  it('of a step is all that leads to it, with room for a further one', async () => {
    const { app, runWorker, frames } = await testApp();
    app.runs.start();
    runWorker.send(
      ...logOfEvents([rootEvent, ...stepEvents(1, 0, '4 + 9 = 13'), ...stepEvents(2, 1, '10 + 4 = 14')]),
    );
    frames.turn();
    app.runs.editAt({ kind: 'node', node: 2 }, 'add-step');
    expect(app.store.getState()).toMatchObject({
      dialog: 'edit',
      editing: { text: '4 + 9 = 13 10 + 4 = 14', way: 'add-step' },
    });
  });
});

describe('a branch', () => {
  it('runs on from an edited thought and keeps the original', async () => {
    const { app, runWorker, frames } = await testApp();
    app.runs.start();
    runWorker.send(...log);
    frames.turn();
    await runWorker.finish();
    const original = app.store.getState().log;
    app.runs.editThought('4 + 9');
    expect(app.store.getState()).toMatchObject({ dialog: 'edit', editing: { text: '4 + 9', way: 'edit' } });
    app.runs.branch('4 + 8', { kind: 'chain-of-thought', effort: 'low' });
    expect(runWorker.asked.at(-1)).toMatchObject({
      start: { text: '4 + 8' },
      strategy: { kind: 'chain-of-thought' },
    });
    runWorker.send(...log);
    frames.turn();
    await runWorker.finish();
    const { branches, log: shown } = app.store.getState();
    expect(branches.map(({ name, start }) => [name, start])).toEqual([
      ['Original', null],
      ['Branch 1', '4 + 8'],
    ]);
    expect(branches[1]!.log).toBe(shown);
    app.runs.showBranch(branches[0]!);
    expect(app.store.getState().log).toBe(original);
    expect(app.store.getState().branches).toHaveLength(2);
  });

  it('runs the same search again without a step that was pruned by hand, and without two', async () => {
    const { app, runWorker, frames } = await testApp();
    const tree = (experiment: Experiment) =>
      logOfEvents(
        [
          rootEvent,
          ...stepEvents(1, 0, '4 + 9 = 13'),
          ...stepEvents(2, 1, '10 + 4 = 14'),
          { type: 'run-finished', grade: null },
        ],
        experiment,
      );
    app.setup.setStrategyKind('mcts');
    const first = app.store.getState().draft;
    app.runs.start();
    runWorker.send(...tree(first));
    frames.turn();
    await runWorker.finish();
    app.runs.prune(2);
    const pruned = ['4 + 9 = 13 10 + 4 = 14'];
    expect(runWorker.asked.at(-1)).toEqual({ ...first, pruned });
    runWorker.send(...tree({ ...first, pruned }));
    frames.turn();
    await runWorker.finish();
    expect(app.store.getState().branches).toMatchObject([
      { name: 'Original', start: null },
      { name: 'Branch 1', start: null, pruned: pruned[0] },
    ]);
    app.runs.prune(0);
    app.runs.prune(2);
    expect(runWorker.asked).toHaveLength(2);
    app.runs.prune(1);
    expect(runWorker.asked.at(-1)?.pruned).toEqual([...pruned, '4 + 9 = 13']);
    await runWorker.finish();
    app.setup.dropStart();
    expect(app.store.getState().draft).toEqual(first);
  });

  it('is forgotten when a new run starts, and its thought when the problem changes', async () => {
    const { app, runWorker } = await testApp();
    app.runs.start();
    runWorker.send(...log);
    await runWorker.finish();
    app.runs.branch('4 + 8', { kind: 'direct' });
    runWorker.send(...log);
    await runWorker.finish();
    app.setup.setProblem({ family: 'countdown', numbers: [1, 2, 3, 4], target: 24 });
    expect(app.store.getState().draft).not.toHaveProperty('start');
    app.runs.start();
    runWorker.send(...log);
    expect(app.store.getState().branches).toEqual([]);
  });
});
