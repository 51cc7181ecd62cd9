import { describe, expect, it } from 'vitest';
import type { Problem } from '#experiment/problem.ts';
import { trainingPresets } from '#train/presets.ts';
import type { StepMeasures, TrainingEntry, TrainingEvent } from '#train/events.ts';
import type { TrainingItem } from '#worker/train-calls.ts';
import type { TrainingWorker } from '#worker/train-client.ts';
import type { KeptState, TrainingArchive } from './archive.ts';
import { createTrainings } from './trainings.ts';
import type { ListedTraining } from './trainings-state.ts';

const setup = { ...trainingPresets.zero, steps: 4 };
const problem: Problem = { family: 'arithmetic', terms: [{ sign: '+', left: 2, right: 3 }] };
const measures: StepMeasures = {
  reward: 0.2,
  accuracy: 0.1,
  formed: 1,
  thinking: 0.2,
  tokens: 12,
  waits: 0,
  kl: 0,
  clipped: 0,
  gradient: 1,
  groups: 8,
  silentGroups: 2,
  written: 1000,
};

/** What the browser keeps, in memory. */
function memory(): TrainingArchive & { readonly heads: Map<string, ListedTraining> } {
  const heads = new Map<string, ListedTraining>();
  const logs = new Map<string, readonly TrainingEntry[]>();
  const states = new Map<string, KeptState>();
  return {
    heads,
    list: async () => [...heads.values()].sort((a, b) => b.changed - a.changed),
    put: async (one) => void heads.set(one.id, one),
    add: async (id, entries) => void logs.set(id, [...(logs.get(id) ?? []), ...entries]),
    log: async (id) => logs.get(id) ?? [],
    setLog: async (id, entries) => void logs.set(id, entries),
    putState: async (id, kept) => void states.set(id, kept),
    state: async (id) => states.get(id) ?? null,
    async remove(id) {
      for (const store of [heads, logs, states]) store.delete(id);
    },
    onChanged: () => () => undefined,
    hold: async () => () => undefined,
  };
}

/** A trainer whose steps are done one by one, by hand. */
function byHand() {
  let onItems: (items: readonly TrainingItem[]) => void = () => undefined;
  let end: { readonly resolve: () => void; readonly reject: (error: unknown) => void } | null = null;
  const wishes: Parameters<TrainingWorker['train']>[0][] = [];
  const held: boolean[] = [];
  let at = 0;
  const entry = (event: TrainingEvent): TrainingItem => ({ kind: 'entry', entry: { at: (at += 1), event } });
  const weights = {
    parameters: new Float32Array(2),
    moments: [new Float32Array(2), new Float32Array(2)] as const,
  };
  const snapshot = (step: number): TrainingItem => ({
    kind: 'snapshot',
    step,
    weights: new Uint8Array([step]),
  });
  const state = (step: number): TrainingItem => ({
    kind: 'state',
    state: { step, weights: { ...weights, updates: step } },
  });
  const rest = (step: number, type: 'training-paused' | 'training-finished') => {
    onItems([entry({ type, step }), snapshot(step), state(step)]);
    end?.resolve();
  };
  let last = 0;
  const trainer: TrainingWorker = {
    train(wish, options) {
      wishes.push(wish);
      onItems = options.onItems;
      last = wish.from?.step ?? 0;
      const done = new Promise<void>((resolve, reject) => (end = { resolve, reject }));
      options.signal.addEventListener('abort', () => rest(last, 'training-paused'));
      onItems([
        { kind: 'begun', cores: 2 },
        entry(
          wish.from
            ? { type: 'training-resumed', step: last, moments: 'kept' }
            : {
                type: 'training-started',
                setup: wish.setup,
                model: { id: 'arithmetic-base', name: 'base', weightsSha256: '' },
              },
        ),
      ]);
      return done;
    },
    hold: (on) => void held.push(on),
  };
  return {
    trainer,
    wishes,
    held,
    step(number: number) {
      last = number;
      onItems([
        entry({ type: 'step-done', step: number, measures, group: null }),
        snapshot(number),
        entry({
          type: 'watched',
          step: number,
          problem,
          trace: { text: '</think> 6', tokens: 2, answer: '6', right: true },
        }),
      ]);
    },
    state: (number: number) => onItems([state(number)]),
    finish: (number: number) => rest(number, 'training-finished'),
    fail: (error: unknown) => end?.reject(error),
  };
}

function world(archive = memory()) {
  const hand = byHand();
  let live = false;
  let changed = () => {};
  let ids = 0;
  const trainings = createTrainings({
    archive,
    trainer: () => hand.trainer,
    play: {
      isLive: () => live,
      subscribe(callback) {
        changed = callback;
        return () => undefined;
      },
    },
    now: () => 1000 + ids,
    newId: () => `t${(ids += 1)}`,
    later: () => () => undefined,
  });
  const settled = () => new Promise((resolve) => setTimeout(resolve));
  return {
    trainings,
    hand,
    archive,
    settled,
    state: trainings.store.getState,
    play: (on: boolean) => {
      live = on;
      changed();
    },
  };
}

describe('trainings', () => {
  it('grow while they go on, are kept, and are there after a reload', async () => {
    const { trainings, hand, archive, settled, state } = world();
    const id = await trainings.start(setup);
    await settled();
    hand.step(1);
    hand.step(2);
    expect(state().going).toMatchObject({ id, phase: 'training' });
    expect(
      state()
        .loaded.get(id)
        ?.snapshots.map(({ step }) => step),
    ).toEqual([1, 2]);
    hand.finish(2);
    await settled();
    expect(state().going).toBeNull();
    const log = state().loaded.get(id)?.log;

    const later = world(archive);
    const loaded = await later.trainings.load(id);
    expect(loaded).toMatchObject({ setup, log, goesOnFrom: 2 });
    // Of a former visit, the model of the last step is at hand.
    expect(loaded?.snapshots.map(({ step }) => step)).toEqual([2]);
    expect(later.state().list?.[0]).toMatchObject({ id, done: 2, cores: 2, fleeting: false });
  });

  it('are paused after the step under way, and go on from the state that was kept', async () => {
    const { trainings, hand, settled, state } = world();
    const id = await trainings.start(setup);
    await settled();
    hand.step(1);
    trainings.pause();
    await settled();
    expect(state().going).toBeNull();
    void trainings.goOn(id);
    await settled();
    expect(hand.wishes[1]?.from).toMatchObject({ step: 1, weights: { updates: 1 } });
    hand.step(2);
    // The pause is no part of the curve.
    expect(
      state()
        .loaded.get(id)
        ?.log.map(({ event }) => event.type),
    ).toEqual(['training-started', 'step-done', 'watched', 'training-resumed', 'step-done', 'watched']);
  });

  it('are listed with the steps that were kept, where the page was closed in their middle', async () => {
    const { trainings, hand, archive, settled } = world();
    const id = await trainings.start(setup);
    await settled();
    hand.step(1);
    hand.step(2);
    hand.state(2);
    await settled();
    const later = world(archive);
    await later.trainings.load(id);
    expect(later.state().list?.[0]).toMatchObject({ id, done: 2 });
  });

  it('what came after the last kept state is done again', async () => {
    const { trainings, hand, settled, state } = world();
    const id = await trainings.start(setup);
    await settled();
    hand.step(1);
    trainings.pause();
    await settled();
    void trainings.goOn(id);
    await settled();
    hand.step(2);
    hand.fail(new Error('the worker died'));
    await settled();
    expect(state().trouble.get(id)).toMatchObject({ kind: 'failed' });
    // The curve and the model of the last step stay to be looked at.
    expect(state().loaded.get(id)?.snapshots.at(-1)?.step).toBe(2);
    void trainings.goOn(id);
    await settled();
    expect(hand.wishes[2]?.from?.step).toBe(1);
    expect(state().trouble.get(id)).toBeUndefined();
    expect(
      state()
        .loaded.get(id)
        ?.log.filter(({ event }) => event.type === 'step-done'),
    ).toHaveLength(1);
  });

  it('rest while a run goes on in Play', async () => {
    const { trainings, hand, settled, state, play } = world();
    await trainings.start(setup);
    await settled();
    play(true);
    expect(state().going?.phase).toBe('yielding');
    play(false);
    expect(state().going?.phase).toBe('training');
    expect(hand.held.slice(-2)).toEqual([true, false]);
  });

  it('one at a time: a new one stops the one before', async () => {
    const { trainings, hand, settled, state } = world();
    const first = await trainings.start(setup);
    await settled();
    hand.step(1);
    const second = await trainings.start({ ...setup, seed: 2 });
    await settled();
    expect(state().going?.id).toBe(second);
    expect(state().loaded.get(first)?.goesOnFrom).toBe(1);
  });

  it('are exported whole, and come back as they were', async () => {
    const { trainings, hand, settled, state } = world();
    const id = await trainings.start(setup);
    await settled();
    hand.step(1);
    trainings.pause();
    await settled();
    const file = await trainings.fileOf(id);
    const other = world();
    const added = file && (await other.trainings.add(file));
    expect(other.state().loaded.get(added ?? '')).toEqual(state().loaded.get(id));
    void other.trainings.goOn(added ?? '');
    await settled();
    expect(other.hand.wishes[0]?.from).toMatchObject({ step: 1, weights: { updates: 1 } });
  });

  it('are removed, and had back', async () => {
    const { trainings, settled, state, archive, hand } = world();
    const id = await trainings.start(setup);
    await settled();
    hand.finish(0);
    await settled();
    await trainings.remove(id);
    expect(state().list).toEqual([]);
    trainings.undoRemove();
    expect(state().list?.map((one) => one.id)).toEqual([id]);
    await trainings.remove(id);
    await trainings.forgetRemoved();
    expect(archive.heads.size).toBe(0);
  });

  it('a browser that keeps nothing has them as long as the page is there', async () => {
    const no = () => Promise.reject(new Error('no storage'));
    const { trainings, hand, settled, state } = world({
      ...memory(),
      list: no,
      put: no,
      add: no,
      log: no,
      setLog: no,
      putState: no,
      state: no,
    });
    const id = await trainings.start(setup);
    await settled();
    hand.step(1);
    trainings.pause();
    await settled();
    expect(state()).toMatchObject({ keeps: false, going: null });
    void trainings.goOn(id);
    await settled();
    expect(hand.wishes[1]?.from?.step).toBe(1);
  });
});
