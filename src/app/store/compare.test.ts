import { describe, expect, it } from 'vitest';
import { noticeText } from './notice-text.ts';
import type { ComparedArm } from '#experiment/comparison.ts';
import { defaultExperiment, defaultStrategy } from '#experiment/defaults.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { logOf } from '#run/testing/fixtures.ts';
import { testApp } from '../testing/fakes.ts';
import type { App } from './app.ts';
import { comparedExperiment, comparedExperiments } from './compare.ts';
import { emptyLibrary } from './library-state.ts';

const log = logOf(['4 + 9 </think> 13']);
const settled = () => new Promise((resolve) => setTimeout(resolve));
const phases = (app: App) => app.runs.compare.store.getState().runs.map(({ phase }) => phase);

describe('a comparison', () => {
  it('runs one strategy after the other on the same problem with the same budget', async () => {
    const { app, runWorker } = await testApp();
    const { compare } = app.runs;
    compare.setTokens(500);
    compare.remove(3);
    compare.remove(2);
    compare.remove(1);
    expect(compare.store.getState().arms).toHaveLength(2);
    app.runs.startCompare();
    await settled();
    expect(runWorker.asked).toHaveLength(1);
    expect(compare.store.getState().runs.map(({ phase }) => phase)).toEqual(['running', 'waiting']);
    runWorker.send(...log);
    await runWorker.finish();
    await settled();
    expect(runWorker.asked.map(({ strategy, budget }) => [strategy.kind, budget.tokens])).toEqual([
      ['chain-of-thought', 500],
      ['self-consistency', 500],
    ]);
    runWorker.send(...log);
    await runWorker.finish();
    await settled();
    expect(compare.store.getState()).toMatchObject({
      busy: false,
      runs: [{ phase: 'done' }, { phase: 'done' }],
    });
    expect(compare.store.getState().runs.map(({ log: own }) => own?.entries)).toEqual([log, log]);
  });

  it('has the strategy of the setup among its sides, unless they were chosen', async () => {
    const { app } = await testApp();
    const kinds = () => app.runs.compare.store.getState().arms.map(({ kind }) => kind);
    app.setup.setExperiment(defaultExperiment('countdown', 'best-of-n'));
    app.view.showTab('compare');
    expect(kinds()).toEqual(['best-of-n', 'chain-of-thought', 'self-consistency', 'beam-search']);
    app.setup.setExperiment(defaultExperiment('countdown', 'rstar'));
    app.view.showTab('compare');
    expect(kinds()).toEqual(['rstar', 'chain-of-thought', 'self-consistency', 'beam-search']);
    app.runs.compare.setArm(0, { kind: 'direct' });
    app.setup.setExperiment(defaultExperiment('countdown', 'mcts'));
    app.view.showTab('compare');
    expect(kinds()).toEqual(['direct', 'chain-of-thought', 'self-consistency', 'beam-search']);
  });

  it('stops where another run takes the worker', async () => {
    const { app, runWorker } = await testApp();
    app.runs.startCompare();
    await settled();
    runWorker.send(log[0]!, { at: 1, event: { type: 'run-cancelled' } });
    await runWorker.finish();
    await settled();
    expect(runWorker.asked).toHaveLength(1);
    expect(app.runs.compare.store.getState().busy).toBe(false);
    expect(phases(app)).toEqual(['done', 'not-run', 'not-run', 'not-run']);
  });

  it('ends all sides when it is stopped, and keeps what they have', async () => {
    const { app, runWorker } = await testApp();
    app.runs.startCompare();
    await settled();
    runWorker.send(...log);
    await runWorker.finish();
    await settled();
    runWorker.send(log[0]!);
    app.runs.compare.stop();
    expect(runWorker.signals.at(-1)?.aborted).toBe(true);
    runWorker.send({ at: 5, event: { type: 'run-cancelled' } });
    await runWorker.finish();
    await settled();
    expect(phases(app)).toEqual(['done', 'done', 'not-run', 'not-run']);
    const { runs } = app.runs.compare.store.getState();
    expect(runs.map(({ log: own }) => own?.entries.length)).toEqual([log.length, 2, undefined, undefined]);
  });

  it('goes on with the others where one of them cannot begin, and says why', async () => {
    const { app, runWorker } = await testApp();
    app.runs.startCompare();
    await settled();
    runWorker.send({ at: 0, event: { type: 'run-failed', failure: { code: 'device-lost' } } });
    await runWorker.finish();
    await settled();
    expect(phases(app)).toEqual(['done', 'running', 'waiting', 'waiting']);
    expect(app.runs.compare.store.getState().runs[0]).toMatchObject({
      log: null,
      failure: { code: 'device-lost' },
    });
  });

  it('of several models runs each side on its own, and says where a side cannot run', async () => {
    const { app, runWorker } = await testApp();
    const { compare } = app.runs;
    compare.pick({
      arms: [
        { kind: 'best-of-n', model: 'countdown-small' },
        { kind: 'chain-of-thought', model: 'countdown-large' },
        { kind: 'mcts' },
      ],
      tokens: 300,
    });
    app.runs.startCompare();
    await settled();
    for (let side = 0; side < 3; side++) {
      runWorker.send(...log);
      await runWorker.finish();
      await settled();
    }
    expect(
      runWorker.asked.map(({ model, strategy, budget }) => [model, strategy.kind, budget.tokens]),
    ).toEqual([
      ['countdown-small', 'best-of-n', 300],
      ['countdown-large', 'chain-of-thought', 300],
      ['countdown', 'mcts', 300],
    ]);

    compare.setArm(1, { kind: 'chain-of-thought', model: 'arithmetic' });
    app.runs.startCompare();
    await settled();
    expect(noticeText(app.store.getState().notice!).message).toMatch(/only knows arithmetic/);
    expect(runWorker.asked).toHaveLength(3);
  });

  it('asks for a model that is not on this computer before anything runs', async () => {
    const { app, runWorker } = await testApp();
    await app.models.refresh();
    app.runs.compare.pick({
      arms: [{ kind: 'chain-of-thought' }, { kind: 'chain-of-thought', model: 'Qwen3-0.6B-q4f16_1-MLC' }],
      tokens: 300,
    });
    app.runs.startCompare();
    await settled();
    expect(app.store.getState()).toMatchObject({
      dialog: 'download',
      library: { question: { model: 'Qwen3-0.6B-q4f16_1-MLC', thenRun: false } },
    });
    expect(runWorker.asked).toHaveLength(0);
  });

  it('is come back to as it was after a run of it was opened large, and with it the setup', async () => {
    const { app } = await testApp();
    app.runs.compare.pick({
      arms: [{ kind: 'best-of-n' }, { kind: 'chain-of-thought', model: 'countdown-large' }],
      tokens: 300,
    });
    const set = defaultExperiment('countdown', 'best-of-n');
    app.setup.setExperiment({ ...set, strategy: { ...defaultStrategy('best-of-n'), samples: 14 } });
    const before = comparedExperiments(
      app.store.getState().draft,
      app.runs.compare.store.getState(),
      emptyLibrary,
    );
    const now = () =>
      comparedExperiments(app.store.getState().draft, app.runs.compare.store.getState(), emptyLibrary);
    const large = { entries: logOf(['4 + 9 </think> 13'], before[1]), origin: 'live' } as const;
    app.runs.openCompared(large);
    expect(app.store.getState()).toMatchObject({ log: large, draft: { model: 'countdown-large' } });
    app.view.showTab('compare');
    expect(now()).toEqual(before);

    // What a person has set up since stays.
    app.runs.openCompared(large);
    app.setup.setSeed(99);
    app.view.showTab('compare');
    expect(now().map(({ seed }) => seed)).toEqual([99, 99]);
  });
});

describe('comparedExperiment', () => {
  const of = (draft: Experiment, arm: ComparedArm) => comparedExperiment(draft, arm, 9, emptyLibrary);

  it('keeps the settings of the strategy that is set up, and leaves an edited thought out', () => {
    const draft = { ...defaultExperiment('countdown', 'best-of-n'), start: { text: '4 + 9' } };
    expect(of(draft, { kind: 'best-of-n' }).strategy).toBe(draft.strategy);
    expect(of(draft, { kind: 'mcts' })).toMatchObject({
      strategy: { kind: 'mcts' },
      sampling: { temperature: 1 },
      budget: { tokens: 9 },
    });
    expect(of(draft, { kind: 'mcts' })).not.toHaveProperty('start');
  });

  it('asks another model the same, with settings that suit it', () => {
    const base = defaultExperiment('countdown', 'best-of-n');
    const draft: Experiment = {
      ...base,
      model: 'countdown-small',
      strategy: { ...defaultStrategy('best-of-n'), samples: 14 },
    };
    expect(of(draft, { kind: 'best-of-n', model: 'countdown-large' })).toEqual({
      ...draft,
      model: 'countdown-large',
      budget: { tokens: 9 },
    });
    expect(of(draft, { kind: 'chain-of-thought', model: 'countdown-large' })).toMatchObject({
      model: 'countdown-large',
      problem: draft.problem,
      seed: draft.seed,
      sampling: { temperature: 0 },
    });
    expect(of(draft, { kind: 'mcts', model: 'Qwen3-0.6B-q4f16_1-MLC' })).toMatchObject({
      strategy: { kind: 'mcts', simulations: 16, verifier: { kind: 'generative' } },
      sampling: { temperature: 0.6, maxTokens: 2048 },
    });
  });
});
