import { toFailure } from '#policy/policy-error.ts';
import type { TrainingEntry } from '#train/events.ts';
import { logUntil } from '#train/train.ts';
import type { TrainingItem } from '#worker/train-calls.ts';
import type { StoreApi } from 'zustand/vanilla';
import type { KeptItems } from '../kept/kept-items.ts';
import { listedAs, withEntry } from '../kept/kept-items-state.ts';
import type { KeptState } from './archive.ts';
import { type ModelSnapshot, withSnapshot } from './snapshots.ts';
import type { TrainingsAround } from './trainings-around.ts';
import {
  type ListedTraining,
  type LoadedTraining,
  trainingProgress,
  type TrainingsState,
} from './trainings-state.ts';

export interface TrainingControl {
  /** Trains on from the last state that is kept. One that goes on meanwhile is stopped first. */
  readonly goOn: (id: string) => Promise<void>;
  readonly pause: () => void;
  readonly stop: () => void;
  /** Stops what goes on, and waits for its end. */
  readonly stopped: () => Promise<void>;
}

/** The training that goes on in this tab: one at a time, and none that goes on in another tab. */
export function createTrainingControl(
  around: TrainingsAround,
  { getState: get, setState: set }: StoreApi<TrainingsState>,
  kept: KeptItems<ListedTraining, LoadedTraining>,
  /** The last state of each training that the browser does not keep. */
  states: Map<string, KeptState>,
): TrainingControl {
  const { archive, now } = around;
  const { listed, put, trouble } = kept;
  /** Of the training that goes on: stops it, and when it has ended. */
  let run: {
    readonly abort: AbortController;
    readonly kill: AbortController;
    readonly ended: Promise<void>;
  } | null = null;

  const loadedAs = (id: string, change: (before: LoadedTraining) => LoadedTraining) =>
    set(({ loaded }) => {
      const before = loaded.get(id);
      return before ? { loaded: withEntry(loaded, id, change(before)) } : {};
    });

  async function goOn(id: string): Promise<void> {
    if (get().going?.id === id) return;
    await stopped();
    trouble(id, null);
    set({ going: { id, phase: 'starting', since: { step: 0, seconds: 0 } } });
    const [abort, kill] = [new AbortController(), new AbortController()];
    const ended = train(id, abort.signal, kill.signal);
    const mine = { abort, kill, ended };
    run = mine;
    await ended;
    if (run === mine) run = null;
    set(({ going }) => (going?.id === id ? { going: null } : {}));
  }

  async function stopped(): Promise<void> {
    stop();
    await run?.ended;
  }

  function stop(): void {
    set(({ going }) => (going ? { going: { ...going, phase: 'stopping' } } : {}));
    run?.kill.abort(left());
    run?.abort.abort(left());
  }

  async function train(id: string, signal: AbortSignal, killed: AbortSignal): Promise<void> {
    const release = await archive.hold(id);
    if (!release) return trouble(id, { kind: 'elsewhere' });
    let unfollow = (): void => undefined;
    /** Writes follow one another. */
    let writing: Promise<void> = Promise.resolve();
    try {
      const fleeting = listed(id)?.fleeting ?? true;
      const loaded = await kept.load(id, get().loaded.has(id) && !fleeting);
      if (!loaded || signal.aborted) return;
      const last = fleeting ? (states.get(id) ?? null) : await archive.state(id).catch(() => null);
      const from = last?.state ?? null;
      const step = from?.step ?? 0;
      const write = (act: () => Promise<void>) => {
        if (!fleeting) writing = kept.written(writing.then(act));
      };
      // What came after the state that it goes on from is done again.
      const log = from ? logUntil(loaded.log, step) : [];
      const since = { step, seconds: log.at(-1)?.at ?? 0 };
      if (log.length < loaded.log.length) {
        loadedAs(id, (before) => ({ ...before, log }));
        write(() => archive.setLog(id, log));
      }
      set({ going: { id, phase: 'starting', since } });
      const trainer = around.trainer();
      const follow = () => {
        const live = around.play.isLive();
        trainer.hold(live);
        set(({ going }) => {
          if (going?.id !== id || (going.phase !== 'training' && going.phase !== 'yielding')) return {};
          return { going: { ...going, phase: live ? 'yielding' : 'training' } };
        });
      };
      unfollow = around.play.subscribe(follow);
      await trainer.train(
        { setup: loaded.setup, from: from && { ...from, log: log.map(withoutGroup) } },
        {
          signal,
          stop: killed,
          onItems(items) {
            const entries = items.flatMap((item) => (item.kind === 'entry' ? [item.entry] : []));
            if (entries.length > 0) write(() => archive.add(id, entries));
            take(id, items, entries);
            for (const item of items) {
              if (item.kind === 'begun') {
                begun(id, item.cores);
                follow();
              }
              if (item.kind !== 'state') continue;
              const snapshot = get()
                .loaded.get(id)
                ?.snapshots.findLast((one) => one.step === item.state.step);
              if (!snapshot) continue;
              const state: KeptState = { state: item.state, snapshot };
              loadedAs(id, (before) => ({ ...before, goesOnFrom: item.state.step }));
              if (fleeting) states.set(id, state);
              else
                write(async () => {
                  await archive.putState(id, state);
                  // The list tells how far it is, also where the page is closed before the training ends.
                  const one = listed(id);
                  if (one) await put(one);
                });
            }
          },
        },
      );
    } catch (error) {
      if (!signal.aborted) trouble(id, { kind: 'failed', failure: toFailure(error) });
    } finally {
      unfollow();
      await writing;
      const one = listed(id);
      if (one) await put({ ...one, ...trainingProgress(get().loaded.get(id)?.log ?? []), changed: now() });
      release();
    }
  }

  function begun(id: string, cores: number): void {
    set(({ going }) =>
      going?.id === id && going.phase === 'starting' ? { going: { ...going, phase: 'training' } } : {},
    );
    const one = listed(id);
    if (one && one.cores === null) void put({ ...one, cores });
  }

  function take(id: string, items: readonly TrainingItem[], entries: readonly TrainingEntry[]): void {
    const fresh: readonly ModelSnapshot[] = items.flatMap((item) => (item.kind === 'snapshot' ? [item] : []));
    if (entries.length === 0 && fresh.length === 0) return;
    loadedAs(id, (before) => ({
      ...before,
      log: entries.length > 0 ? [...before.log, ...entries] : before.log,
      snapshots: fresh.reduce(
        (all, { step, weights }) => withSnapshot(all, { step, weights }),
        before.snapshots,
      ),
    }));
    const one = listed(id);
    const log = get().loaded.get(id)?.log;
    if (one && log && entries.length > 0)
      set(({ list }) => ({
        list: listedAs(list, { ...one, ...trainingProgress(log), changed: now() }),
      }));
  }

  return {
    goOn,
    pause() {
      set(({ going }) => (going ? { going: { ...going, phase: 'pausing' } } : {}));
      run?.abort.abort(left());
    },
    stop,
    stopped,
  };
}

const left = () => new DOMException('A person stopped the training.', 'AbortError');

/** Who goes on needs no groups, which are most of a log. */
const withoutGroup = ({ at, event }: TrainingEntry): TrainingEntry => ({
  at,
  event: event.type === 'step-done' ? { ...event, group: null } : event,
});
