import { describe, expect, it } from 'vitest';
import { logOf } from '../../run/fixtures.ts';
import { testApp } from '../testing/fakes.ts';

const log = logOf(['4 + 9 </think> 13']);

describe('a branch', () => {
  it('runs on from an edited thought and keeps the original', async () => {
    const { app, lab, frames } = await testApp();
    app.run();
    lab.send(...log);
    frames.turn();
    await lab.finish();
    const original = app.store.getState().log;
    app.editThought('4 + 9');
    expect(app.store.getState()).toMatchObject({ dialog: 'edit', editing: { text: '4 + 9', way: 'edit' } });
    app.branch('4 + 8', { kind: 'chain-of-thought', effort: 'low' });
    expect(lab.asked.at(-1)).toMatchObject({ start: { text: '4 + 8' }, strategy: { kind: 'chain-of-thought' } });
    lab.send(...log);
    frames.turn();
    await lab.finish();
    const { branches, log: shown } = app.store.getState();
    expect(branches.map(({ name, start }) => [name, start])).toEqual([['Original', null], ['Branch 1', '4 + 8']]);
    expect(branches[1]!.log).toBe(shown);
    app.showBranch(branches[0]!);
    expect(app.store.getState().log).toBe(original);
    expect(app.store.getState().branches).toHaveLength(2);
  });

  it('is forgotten when a new run starts, and its thought when the problem changes', async () => {
    const { app, lab } = await testApp();
    app.run();
    lab.send(...log);
    await lab.finish();
    app.branch('4 + 8', { kind: 'direct' });
    lab.send(...log);
    await lab.finish();
    app.setProblem({ family: 'countdown', numbers: [1, 2, 3, 4], target: 24 });
    expect(app.store.getState().draft).not.toHaveProperty('start');
    app.run();
    lab.send(...log);
    expect(app.store.getState().branches).toEqual([]);
  });
});
