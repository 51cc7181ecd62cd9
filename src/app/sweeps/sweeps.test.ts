import { describe, expect, it } from 'vitest';
import { defaultSampling } from '#experiment/defaults.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { emptyOutcome, smallExperiment } from '#lab/sweeps/testing.ts';
import type { Outcome } from '#lab/sweeps/outcome.ts';
import type { Sweep } from '#lab/sweeps/spec.ts';
import { PolicyError } from '#policy/policy-error.ts';
import type { OutcomeRecord, SweepRecord } from '../records/sweep-records.ts';
import type { SweepKeeper } from './keeper.ts';
import { createSweeps } from './sweeps.ts';
import type { SweepsAround } from './sweeps-around.ts';

const settled = async () => {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setTimeout(resolve));
};

const problems = [0, 1, 2].map((target) => ({ ...smallExperiment.problem, target: 20 + target })) as Extract<
  Sweep['problems'],
  { kind: 'own' }
>['problems'];

const sweep: Sweep = {
  problems: { kind: 'own', name: 'three', problems },
  arms: [
    { model: 'countdown', strategy: { kind: 'direct' }, sampling: defaultSampling('direct') },
    {
      model: 'countdown',
      strategy: { kind: 'self-consistency', samples: 4, effort: 'low' },
      sampling: defaultSampling('self-consistency'),
    },
  ],
  repeats: 1,
  tokens: 0,
};

/** What all tabs of a browser share. */
function browser() {
  return {
    heads: new Map<string, SweepRecord>(),
    cells: new Map<string, OutcomeRecord>(),
    held: new Set<string>(),
    listeners: new Set<() => void>(),
  };
}

function tab(shared = browser(), { keeps = true, room = Infinity, mark = null as string | null } = {}) {
  const { heads, cells, held, listeners } = shared;
  const store = <T>(work: () => T): Promise<T> =>
    keeps ? Promise.resolve().then(work) : Promise.reject(new DOMException('denied', 'SecurityError'));
  const keeper: SweepKeeper = {
    list: () => store(() => [...heads.values()].toSorted((a, b) => b.changed - a.changed)),
    put: (record) => store(() => void heads.set(record.id, record)),
    add: (id, outcomes) =>
      store(() => {
        for (const one of outcomes) {
          if (cells.size >= room) throw new DOMException('full', 'QuotaExceededError');
          const key = `${id} ${one.arm} ${one.problem} ${one.repeat}`;
          expect(cells.has(key), 'done twice').toBe(false);
          cells.set(key, one);
        }
      }),
    outcomes: (id) =>
      store(() => [...cells].filter(([key]) => key.startsWith(`${id} `)).map(([, outcome]) => outcome)),
    remove: (id) =>
      store(() => {
        heads.delete(id);
        for (const key of cells.keys()) if (key.startsWith(`${id} `)) cells.delete(key);
      }),
    onChanged(callback) {
      listeners.add(callback);
      return () => listeners.delete(callback);
    },
    async hold(id) {
      if (held.has(id)) return null;
      held.add(id);
      return () => held.delete(id);
    },
  };
  const asked: { readonly experiment: Experiment; readonly end: (how: Outcome | Error) => void }[] = [];
  const timers = new Set<() => void>();
  const signs: boolean[] = [];
  let live = false;
  let told = (): void => undefined;
  let time = 0;
  let ids = 0;
  const marks = { id: mark };
  const around: SweepsAround = {
    keeper,
    workers: () => ({
      cores: 2,
      measure: (experiment, { signal }) =>
        new Promise((resolve, reject) => {
          asked.push({ experiment, end: (how) => (how instanceof Error ? reject(how) : resolve(how)) });
          signal.addEventListener('abort', () => reject(signal.reason));
        }),
    }),
    problemsOf: async (source) => ({ problems: source.kind === 'own' ? source.problems : [], missing: 0 }),
    play: {
      isLive: () => live,
      subscribe(changed) {
        told = changed;
        return () => undefined;
      },
    },
    now: () => ++time,
    newId: () => `s${++ids}`,
    later(callback) {
      timers.add(callback);
      return () => timers.delete(callback);
    },
    mark: { get: () => marks.id, set: (id) => void (marks.id = id) },
    onGoing: (going) => signs.push(going),
  };
  const sweeps = createSweeps(around);
  /** What waits for its moment happens. */
  const show = () => {
    const due = Array.from(timers);
    for (const timer of due) {
      timers.delete(timer);
      timer();
    }
  };
  return {
    sweeps,
    shared,
    asked,
    signs,
    marks,
    state: () => sweeps.store.getState(),
    /** Ends what was asked at a place, and shows it. */
    async end(at: number, how: Outcome | Error = emptyOutcome) {
      asked[at]?.end(how);
      await settled();
      show();
      await settled();
    },
    show,
    async playRuns(on: boolean) {
      live = on;
      told();
      await settled();
    },
  };
}

type Tab = ReturnType<typeof tab>;
const resultsIn = ({ state }: Tab, id: string) =>
  state()
    .loaded.get(id)
    ?.results.map(({ cell }) => `${cell.arm}${cell.problem}`);

describe('a sweep', () => {
  it('runs to its end, is kept, and says that it goes on meanwhile', async () => {
    const one = tab();
    const id = await one.sweeps.start(sweep);
    await settled();
    expect(one.state().going).toMatchObject({ id, phase: 'starting' });
    for (let at = 0; at < 6; at++) await one.end(at);
    expect(resultsIn(one, id)).toHaveLength(6);
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
    await settled();
    await one.end(0);
    await one.end(1);
    one.shared.held.clear();
    const after = tab(one.shared, { mark: one.marks.id });
    await after.sweeps.wake();
    await settled();
    expect(after.asked).toHaveLength(2);
    for (let at = 0; at < 4; at++) await after.end(at);
    expect(resultsIn(after, id)?.toSorted()).toEqual(['00', '01', '02', '10', '11', '12']);
    expect(after.shared.cells.size).toBe(6);
  });

  it('pauses, and goes on', async () => {
    const one = tab();
    const id = await one.sweeps.start(sweep);
    await settled();
    one.sweeps.pause();
    expect(one.state().going?.phase).toBe('pausing');
    await one.end(0);
    await one.end(1);
    expect(one.state().going).toBeNull();
    expect(one.asked).toHaveLength(2);
    await one.sweeps.goOn(id);
    await settled();
    expect(one.asked).toHaveLength(4);
  });

  it('pauses before its first run where that is asked for while it starts', async () => {
    const one = tab();
    const id = await one.sweeps.start(sweep);
    one.sweeps.pause();
    await settled();
    expect(one.asked).toEqual([]);
    expect(one.state().going).toBeNull();
    expect(one.shared.held.size).toBe(0);
    await one.sweeps.goOn(id);
    await settled();
    expect(one.asked).toHaveLength(2);
  });

  it('cancelled, keeps what had come', async () => {
    const one = tab();
    const id = await one.sweeps.start(sweep);
    await settled();
    await one.end(0);
    one.sweeps.cancel();
    await settled();
    expect(one.state().going).toBeNull();
    expect(resultsIn(one, id)).toEqual(['00']);
    expect(one.shared.held.size).toBe(0);
    expect(one.state().cancelled).toBe(id);
    await one.sweeps.goOn(id);
    expect(one.state().cancelled).toBeNull();
  });

  it('leaves the cores to a run in Play', async () => {
    const one = tab();
    await one.sweeps.start(sweep);
    await settled();
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
    await settled();
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
    await settled();
    for (let at = 0; at < 6; at++) await one.end(at);
    expect(one.state().keeps).toBe(false);
    expect(resultsIn(one, id)).toHaveLength(6);
    expect(one.state().list).toMatchObject([{ id, done: 6, fleeting: true }]);
  });

  it('does again nothing that it has at hand, where the browser had no room for it', async () => {
    const one = tab(browser(), { room: 1 });
    const id = await one.sweeps.start(sweep);
    await settled();
    await one.end(0);
    await one.end(1);
    one.sweeps.cancel();
    await settled();
    expect(one.shared.cells.size).toBe(1);
    await one.sweeps.refresh();
    expect(one.state().keeps).toBe(false);
    await one.sweeps.goOn(id);
    await settled();
    expect(resultsIn(one, id)?.toSorted()).toEqual(['00', '10']);
  });

  it('stops where the machine fails, and tries again when asked', async () => {
    const one = tab();
    const id = await one.sweeps.start(sweep);
    await settled();
    await one.end(0, new PolicyError({ code: 'worker-crashed', silent: false }));
    await one.end(1);
    expect(one.state().trouble.get(id)).toMatchObject({
      kind: 'failed',
      failure: { code: 'worker-crashed' },
    });
    expect(one.state().going).toBeNull();
    await one.sweeps.goOn(id);
    await settled();
    expect(one.state().trouble.size).toBe(0);
    expect(one.asked).toHaveLength(4);
  });

  it('is removed, and had back until it is forgotten', async () => {
    const one = tab();
    const id = await one.sweeps.start(sweep);
    await settled();
    await one.sweeps.remove(id);
    await settled();
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
    await settled();
    await one.end(0);
    one.sweeps.cancel();
    await settled();
    const cell = { arm: 1, problem: 2, repeat: 0 };
    const same = await one.sweeps.add({
      sweep: { ...sweep, title: 'Theirs' },
      results: [{ cell, outcome: emptyOutcome }],
    });
    expect(same).toBe(id);
    expect(resultsIn(one, id)).toEqual(['00', '12']);
    const other = await one.sweeps.add({ sweep: { ...sweep, tokens: 500 }, results: [] });
    expect(other).not.toBe(id);
    expect(one.state().list).toHaveLength(2);
  });

  it('takes in a file while it runs, and loses nothing that comes meanwhile', async () => {
    const one = tab();
    const id = await one.sweeps.start(sweep);
    await settled();
    one.asked[0]?.end(emptyOutcome);
    one.asked[1]?.end(emptyOutcome);
    await settled();
    const adding = one.sweeps.add({
      sweep: { ...sweep, repeats: 2 },
      results: [{ cell: { arm: 0, problem: 0, repeat: 1 }, outcome: emptyOutcome }],
    });
    await Promise.resolve();
    one.show();
    await adding;
    expect(resultsIn(one, id)).toEqual(['00', '10', '00']);
  });
});
