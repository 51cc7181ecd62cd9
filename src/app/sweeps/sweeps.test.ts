import { describe, expect, it } from 'vitest';
import type { Outcome } from '#lab/sweeps/outcome.ts';
import { emptyOutcome } from '#lab/sweeps/testing.ts';
import { PolicyError } from '#policy/policy-error.ts';
import { browser, cellsIn, tab, turnsPassed, threeProblems as sweep } from './testing/tabs.ts';

describe('a sweep', () => {
  it('runs to its end, is kept, and says that it goes on meanwhile', async () => {
    const one = tab();
    const id = await one.sweeps.start(sweep);
    await turnsPassed();
    expect(one.state().going).toMatchObject({ id, phase: 'starting' });
    for (let at = 0; at < 6; at++) await one.end(at);
    expect(cellsIn(one, id)).toHaveLength(6);
    expect(one.state().going).toBeNull();
    expect(one.signs).toEqual([true, false]);
    expect(one.shared.heads.get(id)).toMatchObject({ done: 6, of: 6 });
    expect(one.shared.cells.size).toBe(6);
    expect(one.marks.id).toBeNull();
    // All arms answer a problem with the same seed.
    expect(one.asked.map(({ experiment }) => experiment.seed)).toEqual([0, 0, 1, 1, 2, 2]);
  });

  it('goes on after a reload where it stood: nothing twice, nothing lost', async () => {
    const one = tab();
    const id = await one.sweeps.start(sweep);
    await turnsPassed();
    await one.end(0);
    await one.end(1);
    one.shared.held.clear();
    const after = tab(one.shared, { mark: one.marks.id });
    await after.sweeps.wake();
    await turnsPassed();
    expect(after.asked).toHaveLength(2);
    for (let at = 0; at < 4; at++) await after.end(at);
    expect(cellsIn(after, id)?.toSorted()).toEqual(['00', '01', '02', '10', '11', '12']);
    expect(after.shared.cells.size).toBe(6);
  });

  it('pauses, and goes on', async () => {
    const one = tab();
    const id = await one.sweeps.start(sweep);
    await turnsPassed();
    one.sweeps.pause();
    expect(one.state().going?.phase).toBe('pausing');
    await one.end(0);
    await one.end(1);
    expect(one.state().going).toBeNull();
    expect(one.asked).toHaveLength(2);
    await one.sweeps.goOn(id);
    await turnsPassed();
    expect(one.asked).toHaveLength(4);
  });

  it('pauses before its first run where that is asked for while it starts', async () => {
    const one = tab();
    const id = await one.sweeps.start(sweep);
    one.sweeps.pause();
    await turnsPassed();
    expect(one.asked).toEqual([]);
    expect(one.state().going).toBeNull();
    expect(one.shared.held.size).toBe(0);
    await one.sweeps.goOn(id);
    await turnsPassed();
    expect(one.asked).toHaveLength(2);
  });

  it('cancelled, keeps what had come', async () => {
    const one = tab();
    const id = await one.sweeps.start(sweep);
    await turnsPassed();
    await one.end(0);
    one.sweeps.cancel();
    await turnsPassed();
    expect(one.state().going).toBeNull();
    expect(cellsIn(one, id)).toEqual(['00']);
    expect(one.shared.held.size).toBe(0);
    expect(one.state().cancelled).toBe(id);
    await one.sweeps.goOn(id);
    expect(one.state().cancelled).toBeNull();
  });

  it('leaves the cores to a run in Play', async () => {
    const one = tab();
    await one.sweeps.start(sweep);
    await turnsPassed();
    await one.playRuns(true);
    await one.end(0);
    expect(one.state().going?.phase).toBe('yielding');
    expect(one.asked).toHaveLength(2);
    await one.playRuns(false);
    expect(one.asked).toHaveLength(3);
    expect(one.state().going?.phase).toBe('running');
  });

  it('does not run in two tabs', async () => {
    const one = tab();
    const id = await one.sweeps.start(sweep);
    await turnsPassed();
    const other = tab(one.shared);
    await other.sweeps.refresh();
    await other.sweeps.goOn(id);
    expect(other.asked).toEqual([]);
    expect(other.state()).toMatchObject({ going: null });
    expect(other.state().trouble.get(id)).toEqual({ kind: 'elsewhere' });
  });

  it('works for as long as the page is open where the browser keeps nothing', async () => {
    const one = tab(browser(), { keeps: false });
    const id = await one.sweeps.start(sweep);
    await turnsPassed();
    for (let at = 0; at < 6; at++) await one.end(at);
    expect(one.state().keeps).toBe(false);
    expect(cellsIn(one, id)).toHaveLength(6);
    expect(one.state().list).toMatchObject([{ id, done: 6, fleeting: true }]);
  });

  it('does again nothing that it has at hand, where the browser had no room for it', async () => {
    const one = tab(browser(), { room: 1 });
    const id = await one.sweeps.start(sweep);
    await turnsPassed();
    await one.end(0);
    await one.end(1);
    one.sweeps.cancel();
    await turnsPassed();
    expect(one.shared.cells.size).toBe(1);
    await one.sweeps.refresh();
    expect(one.state().keeps).toBe(false);
    await one.sweeps.goOn(id);
    await turnsPassed();
    expect(cellsIn(one, id)?.toSorted()).toEqual(['00', '10']);
  });

  it('stops where the machine fails, and tries again when asked', async () => {
    const one = tab();
    const id = await one.sweeps.start(sweep);
    await turnsPassed();
    await one.end(0, new PolicyError({ code: 'worker-crashed', silent: false }));
    await one.end(1);
    expect(one.state().trouble.get(id)).toMatchObject({
      kind: 'failed',
      failure: { code: 'worker-crashed' },
    });
    expect(one.state().going).toBeNull();
    await one.sweeps.goOn(id);
    await turnsPassed();
    expect(one.state().trouble.size).toBe(0);
    expect(one.asked).toHaveLength(4);
  });

  it('is removed, and had back until it is forgotten', async () => {
    const one = tab();
    const id = await one.sweeps.start(sweep);
    await turnsPassed();
    await one.sweeps.remove(id);
    await turnsPassed();
    expect(one.state()).toMatchObject({ list: [], going: null, removed: { id } });
    one.sweeps.undoRemove();
    expect(one.state().list).toMatchObject([{ id }]);
    await one.sweeps.remove(id);
    await one.sweeps.forgetRemoved();
    expect(one.shared.heads.size).toBe(0);
  });

  it('takes in the outcomes of a file that measures the same', async () => {
    const one = tab();
    const id = await one.sweeps.start(sweep);
    await turnsPassed();
    await one.end(0);
    one.sweeps.cancel();
    await turnsPassed();
    const cell = { arm: 1, problem: 2, repeat: 0 };
    const same = await one.sweeps.add({
      sweep: { ...sweep, title: 'Theirs' },
      results: [{ cell, outcome: emptyOutcome }],
    });
    expect(same).toBe(id);
    expect(cellsIn(one, id)).toEqual(['00', '12']);
    const other = await one.sweeps.add({ sweep: { ...sweep, tokens: 500 }, results: [] });
    expect(other).not.toBe(id);
    expect(one.state().list).toHaveLength(2);
  });

  it('keeps an outcome of a file in the place of a run that failed', async () => {
    const one = tab();
    const failure = { code: 'prompt-too-long', model: null, tokens: 300, context: 256 } as const;
    const file = (outcome: Outcome) => ({
      sweep,
      results: [{ cell: { arm: 0, problem: 1, repeat: 0 }, outcome }],
    });
    const id = await one.sweeps.add(file({ ...emptyOutcome, right: null, failure }));
    await one.sweeps.add(file({ ...emptyOutcome, right: true }));
    const other = tab(one.shared);
    await other.sweeps.load(id);
    expect(other.state().loaded.get(id)?.results).toMatchObject([{ outcome: { right: true } }]);
  });

  it('takes in a file while it runs, and loses nothing that comes meanwhile', async () => {
    const one = tab();
    const id = await one.sweeps.start(sweep);
    await turnsPassed();
    one.asked[0]?.end(emptyOutcome);
    one.asked[1]?.end(emptyOutcome);
    await turnsPassed();
    const adding = one.sweeps.add({
      sweep: { ...sweep, repeats: 2 },
      results: [{ cell: { arm: 0, problem: 0, repeat: 1 }, outcome: emptyOutcome }],
    });
    await Promise.resolve();
    one.show();
    await adding;
    expect(cellsIn(one, id)).toEqual(['00', '10', '00']);
  });
});
