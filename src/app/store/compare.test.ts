import { describe, expect, it } from 'vitest';
import { defaultExperiment } from '../../experiment/defaults.ts';
import { logOf } from '../../run/fixtures.ts';
import { testApp } from '../testing/fakes.ts';
import { comparedExperiment } from './compare.ts';
import { abilitiesOf, emptyLibrary } from './library-state.ts';

const log = logOf(['4 + 9 </think> 13']);
const model = abilitiesOf('countdown', emptyLibrary);
const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('a comparison', () => {
  it('runs one strategy after the other on the same problem with the same budget', async () => {
    const { app, lab } = await testApp();
    const { compare } = app;
    compare.setTokens(500);
    compare.remove(3);
    compare.remove(2);
    compare.remove(1);
    expect(compare.store.getState().kinds).toHaveLength(2);
    void compare.start(app.store.getState().draft, model);
    await settled();
    expect(lab.asked).toHaveLength(1);
    expect(compare.store.getState().runs.map(({ phase }) => phase)).toEqual(['running', 'waiting']);
    lab.send(...log);
    await lab.finish();
    await settled();
    expect(lab.asked.map(({ strategy, budget }) => [strategy.kind, budget.tokens])).toEqual([['chain-of-thought', 500], ['self-consistency', 500]]);
    lab.send(...log);
    await lab.finish();
    await settled();
    expect(compare.store.getState()).toMatchObject({ busy: false, runs: [{ phase: 'done', state: { status: 'finished' } }, { phase: 'done' }] });
  });

  it('stops where another run takes the worker', async () => {
    const { app, lab } = await testApp();
    void app.compare.start(app.store.getState().draft, model);
    await settled();
    lab.send(log[0]!, { at: 1, event: { type: 'run-cancelled' } });
    await lab.finish();
    await settled();
    expect(lab.asked).toHaveLength(1);
    expect(app.compare.store.getState().busy).toBe(false);
  });
});

describe('comparedExperiment', () => {
  it('keeps the settings of the strategy that is set up, and leaves an edited thought out', () => {
    const draft = { ...defaultExperiment('countdown', 'best-of-n'), start: { text: '4 + 9' } };
    expect(comparedExperiment(draft, 'best-of-n', 9, model).strategy).toBe(draft.strategy);
    expect(comparedExperiment(draft, 'mcts', 9, model)).toMatchObject({ strategy: { kind: 'mcts' }, sampling: { temperature: 1 }, budget: { tokens: 9 } });
    expect(comparedExperiment(draft, 'mcts', 9, model)).not.toHaveProperty('start');
  });
});
