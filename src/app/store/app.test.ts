import { describe, expect, it } from 'vitest';
import { defaultExperiment, defaultProblem, defaultStrategy } from '#experiment/defaults.ts';
import { firstVisit } from '#experiment/presets.ts';
import { secondModel } from '#experiment/second-model.ts';
import { sameExperiment } from './same-experiment.ts';
import { isHeld } from './transitions.ts';
import { encodeExperiment } from '#experiment/url-codec.ts';
import { exportRun } from '#run/export.ts';
import { logOf } from '#run/testing/fixtures.ts';
import { type TestApp, testApp } from '../testing/fakes.ts';

describe('the setup', () => {
  it("brings the family's own model along with its problem", async () => {
    const { app } = await testApp();
    app.setup.setFamily('arithmetic');
    expect(app.store.getState().draft).toMatchObject({
      model: 'arithmetic',
      problem: { family: 'arithmetic' },
    });
    app.setup.setModel('arithmetic');
    app.setup.setProblem(defaultProblem('countdown'));
    expect(app.store.getState().draft.model).toBe('countdown');
  });

  it('keeps a model that serves the new problem', async () => {
    const { app } = await testApp();
    app.setup.setModel('countdown-early');
    app.setup.setProblem({ family: 'countdown', numbers: [1, 2, 3, 4], target: 24 });
    expect(app.store.getState().draft.model).toBe('countdown-early');
  });

  it("brings the usual steps of the new problem's model, unless a person chose others", async () => {
    const { app } = await testApp();
    app.setup.setStrategyKind('mcts');
    app.setup.setFamily('puzzle');
    expect(app.store.getState().draft.strategy).toEqual(defaultExperiment('puzzle', 'mcts').strategy);
    app.setup.setStrategy({ ...defaultStrategy('mcts'), simulations: 5 });
    app.setup.setFamily('countdown');
    expect(app.store.getState().draft.strategy).toMatchObject({ simulations: 5 });
  });

  it('brings what is usual for the settings that nobody changed, beside those that a person chose', async () => {
    const { app } = await testApp();
    const strategy = (): unknown => app.store.getState().draft.strategy;
    app.setup.setStrategy({ ...defaultStrategy('mcts'), exploration: 3 });
    app.setup.setFamily('puzzle');
    expect(strategy()).toEqual({ ...defaultExperiment('puzzle', 'mcts').strategy, exploration: 3 });
    app.setup.setFamily('countdown');
    expect(strategy()).toEqual({ ...defaultStrategy('mcts'), exploration: 3 });
    app.setup.setStrategy({ ...defaultStrategy('mcts'), maxSteps: 9 });
    app.setup.setFamily('puzzle');
    expect(strategy()).toMatchObject({ maxSteps: 9 });
    // Another sort of model has its own usual ones, its verifier among them.
    app.setup.setModel('Qwen3-0.6B-q4f16_1-MLC');
    expect(strategy()).toEqual({ ...defaultExperiment('question', 'mcts').strategy, maxSteps: 9 });
  });

  it('keeps a verifier that fits the new problem, whatever the one before', async () => {
    const { app } = await testApp();
    const verifier = (): unknown => app.store.getState().draft.strategy;
    app.setup.setStrategy({ ...defaultStrategy('best-of-n'), verifier: { kind: 'rule' } });
    app.setup.setModel('Qwen3-0.6B-q4f16_1-MLC');
    expect(verifier()).toMatchObject({ verifier: { kind: 'rule' } });
    app.setup.setModel('countdown');
    app.setup.setFamily('question');
    expect(verifier()).toMatchObject({ verifier: { kind: 'generative' } });
  });

  it('takes a preset anew, also where it is the one that is set up, so that what was typed over it gives way', async () => {
    const { app } = await testApp();
    const preset = defaultExperiment('puzzle');
    app.setup.setExperiment(preset);
    const { problem } = app.store.getState().draft;
    app.setup.setExperiment(preset);
    expect(app.store.getState().draft).toEqual(preset);
    expect(app.store.getState().draft.problem).not.toBe(problem);
  });

  it('keeps the effort and brings the temperature of a new strategy', async () => {
    const { app } = await testApp();
    app.setup.setStrategy({ kind: 'chain-of-thought', effort: 'high' });
    app.setup.setStrategyKind('self-consistency');
    const { strategy, sampling } = app.store.getState().draft;
    expect(strategy).toMatchObject({ kind: 'self-consistency', effort: 'high' });
    expect(sampling.temperature).toBe(0.7);
  });

  it('draws a surprise from the held-out problems of the family', async () => {
    const { app } = await testApp();
    await app.setup.surprise();
    const { problem } = app.store.getState().draft;
    expect(problem.family).toBe('countdown');
    expect(sameExperiment(app.store.getState().draft, defaultExperiment('countdown'))).toBe(false);
  });

  it('lets a model judge another one as long as it reads what that one writes', async () => {
    const { app } = await testApp();
    const judged = (): unknown => app.store.getState().draft.strategy;
    app.setup.setFamily('arithmetic');
    app.setup.setModel('arithmetic-small-rl');
    app.setup.setStrategy({ ...defaultStrategy('best-of-n'), verifier: { kind: 'process' } });
    expect(app.setup.blocked(app.store.getState())).toMatch(/value head/);
    app.setup.setStrategy({
      ...defaultStrategy('best-of-n'),
      verifier: { kind: 'process', model: 'arithmetic' },
    });
    expect(app.setup.blocked(app.store.getState())).toBeNull();
    app.setup.setModel('arithmetic-sft');
    expect(judged()).toMatchObject({ verifier: { kind: 'process', model: 'arithmetic' } });
    app.setup.setFamily('countdown');
    expect(judged()).toMatchObject({ kind: 'best-of-n', verifier: { kind: 'process' } });
    expect(judged()).not.toMatchObject({ verifier: { model: 'arithmetic' } });
    app.setup.setStrategy({
      ...defaultStrategy('best-of-n'),
      verifier: { kind: 'process', model: 'nobody' },
    });
    expect(app.setup.blocked(app.store.getState())).toMatch(/no model by the name/);
  });

  it('lets another model write rStar’s second samplings as long as it reads what that one writes', async () => {
    const { app } = await testApp();
    const named = () => secondModel(app.store.getState().draft.strategy);
    app.setup.setFamily('arithmetic');
    app.setup.setModel('arithmetic-sft');
    app.setup.setStrategy({ ...defaultStrategy('rstar'), discriminator: 'arithmetic-r1' });
    expect(app.setup.blocked(app.store.getState())).toBeNull();
    app.setup.setModel('arithmetic-zero');
    expect(named()).toBe('arithmetic-r1');
    app.setup.setFamily('countdown');
    expect(app.store.getState().draft.strategy).toEqual(defaultStrategy('rstar'));
    for (const [discriminator, why] of [
      ['arithmetic-r1', /other problems/],
      ['countdown-prm', /cannot write/],
      ['nobody', /no model by the name/],
    ] as const) {
      app.setup.setStrategy({ ...defaultStrategy('rstar'), discriminator });
      expect(app.setup.blocked(app.store.getState())).toMatch(why);
    }
  });

  it('says why it cannot run', async () => {
    const { app } = await testApp();
    const draft = defaultExperiment('countdown');
    const why = (changed: Partial<typeof draft>) =>
      app.setup.blocked({ ...app.store.getState(), draft: { ...draft, ...changed } });
    expect(why({})).toBeNull();
    await app.models.refresh();
    expect(why({ model: 'nobody' })).toMatch(/no model called nobody/);
    expect(why({ model: 'arithmetic' })).toMatch(/only knows/);
    expect(why(defaultExperiment('countdown', 'few-shot'))).not.toBeNull();
  });
});

describe('a number out of range', () => {
  it('keeps anything from running until it is mended', async () => {
    const { app, runWorker } = await testApp();
    app.setup.markField('a', { kind: 'blank', name: 'Word' });
    app.runs.start();
    expect(runWorker.asked).toHaveLength(0);
    expect(app.store.getState().notice).toEqual({
      kind: 'problem',
      what: { kind: 'invalid-field', fault: { kind: 'blank', name: 'Word' } },
    });
    app.setup.markField('a', null);
    app.runs.start();
    expect(runWorker.asked).toHaveLength(1);
  });
});

describe('a whole setup that comes in', () => {
  const log = logOf(['4 + 9 </think> 24']);
  const first = defaultExperiment('arithmetic');
  /** A run of the default experiment is on the stage, then something was typed into a field that cannot be meant. */
  async function mistyped() {
    const world = await testApp();
    world.app.runs.start();
    world.runWorker.send(...log);
    world.frames.turn();
    await world.runWorker.finish();
    world.app.setup.markField('a', { kind: 'blank', name: 'Word' });
    expect(world.app.setup.blocked(world.app.store.getState())).toMatch(/^“Word” is blank/);
    return world;
  }
  const ways: readonly (readonly [string, (world: TestApp) => unknown])[] = [
    ['a preset', ({ app }) => app.setup.setExperiment(first)],
    ['a surprise', ({ app }) => app.setup.surprise()],
    ['a model from the list of all', ({ app }) => app.setup.takeModel('arithmetic')],
    [
      'an import',
      ({ app }) =>
        app.runs.importRun(new Blob([exportRun(defaultExperiment('countdown', 'self-consistency'), log)])),
    ],
    ['a compared run', ({ app }) => app.runs.openCompared({ entries: log, origin: 'live' })],
    [
      'the original of a branch',
      ({ app }) => app.runs.showBranch({ name: 'Original', start: null, log: app.store.getState().log! }),
    ],
    [
      'a branch from an edited thought',
      async ({ app, runWorker }) => {
        app.runs.branch('4 + 8', { kind: 'chain-of-thought', effort: 'low' });
        await runWorker.finish();
      },
    ],
    [
      'a link',
      async ({ address }) => {
        address.push(await encodeExperiment(first));
        await address.go(0);
      },
    ],
  ];
  it.each(ways)(
    'as %s lets go of what was typed wrong over the one before, so that it can be run',
    async (_, arrive) => {
      const world = await mistyped();
      const { app, runWorker } = world;
      const { setups, draft } = app.store.getState();
      await arrive(world);
      expect(app.store.getState()).toMatchObject({ invalid: {}, setups: setups + 1 });
      // Forms that keep a text by its problem let go of it too.
      expect(app.store.getState().draft.problem).not.toBe(draft.problem);
      expect(app.setup.blocked(app.store.getState())).toBeNull();
      app.runs.start();
      expect(runWorker.asked.at(-1)).toBe(app.store.getState().draft);
    },
  );

  it('can be run in the same breath, as a model before its training is', async () => {
    const { app, runWorker } = await mistyped();
    app.setup.setExperiment(first);
    app.runs.start();
    expect(runWorker.asked.at(-1)).toEqual(first);
  });
});

describe('a recorded run', () => {
  it('plays on a first visit and gives way to a link', async () => {
    const { app } = await testApp();
    app.runs.awaitRun(true);
    expect(app.store.getState().draft).toEqual(firstVisit);
    expect(isHeld(app.store.getState())).toBe(true);
    app.runs.showRecorded(logOf(['4 + 9 </think> 24']));
    app.runs.awaitRun(false);
    expect(app.store.getState()).toMatchObject({ log: { origin: 'recorded' }, playing: true, cursor: 0 });
    const other = await testApp();
    other.app.runs.awaitRun(true);
    other.app.setup.setSeed(9);
    expect(isHeld(other.app.store.getState())).toBe(false);
    other.app.runs.showRecorded(logOf(['4 + 9 </think> 24']));
    expect(other.app.store.getState().log).toBeNull();
  });
});
