import { expect } from 'vitest';
import * as v from 'valibot';
import { defaultSampling } from '#experiment/defaults.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { emptyOutcome, smallExperiment } from '#lab/sweeps/testing.ts';
import type { Outcome } from '#lab/sweeps/outcome.ts';
import type { Sweep } from '#lab/sweeps/spec.ts';
import type { OutcomeRecord, SweepRecord } from '../../records/sweep-records.ts';
import type { SweepArchive } from '../archive.ts';
import { createSweeps } from '../sweeps.ts';
import type { SweepsAround } from '../sweeps-around.ts';

/** The outcome of a run that failed, as it is kept. */
const failedSchema = v.looseObject({ failure: v.looseObject({}) });

/** What hangs on settled promises has happened. */
export const turnsPassed = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setTimeout(resolve));
};

const problems = [0, 1, 2].map((target) => ({ ...smallExperiment.problem, target: 20 + target })) as Extract<
  Sweep['problems'],
  { kind: 'own' }
>['problems'];

/** Two ways to answer three problems. */
export const threeProblems: Sweep = {
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
export function browser() {
  return {
    heads: new Map<string, SweepRecord>(),
    cells: new Map<string, OutcomeRecord>(),
    held: new Set<string>(),
    listeners: new Set<() => void>(),
  };
}

export function tab(
  shared = browser(),
  { keeps = true, room = Infinity, mark = null as string | null } = {},
) {
  const { heads, cells, held, listeners } = shared;
  const store = <T>(work: () => T): Promise<T> =>
    keeps ? Promise.resolve().then(work) : Promise.reject(new DOMException('denied', 'SecurityError'));
  const archive: SweepArchive = {
    list: () => store(() => [...heads.values()].toSorted((a, b) => b.changed - a.changed)),
    put: (record) => store(() => void heads.set(record.id, record)),
    add: (id, outcomes) =>
      store(() => {
        for (const one of outcomes) {
          if (cells.size >= room) throw new DOMException('full', 'QuotaExceededError');
          const key = `${id} ${one.arm} ${one.problem} ${one.repeat}`;
          const before = cells.get(key)?.outcome;
          expect(before === undefined || v.is(failedSchema, before), 'done twice').toBe(true);
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
    archive,
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
      await turnsPassed();
      show();
      await turnsPassed();
    },
    show,
    async playRuns(on: boolean) {
      live = on;
      told();
      await turnsPassed();
    },
  };
}

type Tab = ReturnType<typeof tab>;
export const cellsIn = ({ state }: Tab, id: string) =>
  state()
    .loaded.get(id)
    ?.results.map(({ cell }) => `${cell.arm}${cell.problem}`);
