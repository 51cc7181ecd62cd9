import { useCallback, useEffect, useMemo, useState } from 'react';
import {
  rolloutExperiment,
  type RolloutBatch,
  type Rollout,
  rolloutsAJob,
  rolloutsOf,
} from '#lab/rollouts/rollouts.ts';
import type { StudiedTrace } from '#lab/rollouts/studied-trace.ts';
import type { TokenId } from '#policy/language-model.ts';
import { embeddedModel } from '#policy/models.ts';
import { toFailure } from '#policy/policy-error.ts';
import type { Failure } from '#run/failure.ts';
import { labWorkers } from '../../lab-workers.ts';

/** What has been drawn behind each step, and how it goes on. */
export interface Rollouts {
  /** By steps that stood, from 0 to all. */
  readonly rollouts: readonly (readonly Rollout[])[];
  /** What the model read before them; null before the first came. */
  readonly prefixes: readonly (readonly TokenId[] | null)[];
  /** How many are wanted behind each. */
  readonly want: number;
  readonly done: number;
  readonly of: number;
  readonly state: 'ready' | 'drawing' | 'stopped' | 'failed';
  readonly failure: Failure | null;
  readonly ask: (want: number) => void;
  readonly stop: () => void;
  readonly goOn: () => void;
}

type Drawn = readonly (readonly (RolloutBatch | undefined)[])[];

const none: Drawn = [];

/** Batches of the traces looked at last, so that leaving a lens and coming back draws nothing again. */
const kept = new Map<string, Drawn>();
const mostKept = 6;

/** Rollouts of one job: on a graphics processor each costs seconds. */
export const aJobOn = (model: string): number => (embeddedModel(model) ? rolloutsAJob : 4);

/**
 * Draws rollouts behind each step of a trace on all cores, one batch behind each before the next, so that all steps become sharper
 * together.
 *
 * @param first how many are wanted at first; 0 waits to be asked.
 */
export function useRollouts(trace: StudiedTrace | null, first: number): Rollouts {
  const key = trace && JSON.stringify([trace.experiment, trace.steps.map(({ thought }) => thought)]);
  const [want, setWant] = useState(first);
  const [stopped, setStopped] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [shown, setShown] = useState<{ readonly key: string | null; readonly drawn: Drawn }>({
    key: null,
    drawn: [],
  });
  const [before, setBefore] = useState(key);
  if (before !== key) {
    setBefore(key);
    setWant(first);
    setStopped(false);
    setFailure(null);
  }
  const drawn: Drawn = key === null ? none : shown.key === key ? shown.drawn : (kept.get(key) ?? none);
  const each = trace ? aJobOn(trace.experiment.model) : rolloutsAJob;
  const batches = Math.ceil(want / each);
  const places = trace ? trace.steps.length + 1 : 0;

  useEffect(() => {
    if (!trace || key === null || stopped || batches === 0) return;
    const stop = new AbortController();
    const missing = jobs(places, batches).filter(({ place, batch }) => !kept.get(key)?.[place]?.[batch]);
    const work = async (): Promise<void> => {
      for (let job = missing.shift(); job; job = missing.shift()) {
        const { place, batch } = job;
        const log = await labWorkers().run(rolloutExperiment(trace, place, batch, each), {
          signal: stop.signal,
        });
        const now = withBatch(kept.get(key) ?? [], place, batch, rolloutsOf(log, trace.stepEnds));
        keep(key, now);
        setShown({ key, drawn: now });
      }
    };
    Promise.all(Array.from({ length: labWorkers().cores }, work)).catch((error: unknown) => {
      if (stop.signal.aborted) return;
      stop.abort();
      setFailure(toFailure(error));
    });
    return () => stop.abort();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the key says which trace
  }, [key, batches, stopped, failure === null]);

  const ask = useCallback((more: number) => {
    setWant(more);
    setStopped(false);
    setFailure(null);
  }, []);
  const stop = useCallback(() => setStopped(true), []);
  const goOn = useCallback(() => {
    setStopped(false);
    setFailure(null);
  }, []);
  const all = jobs(places, batches);
  const done = all.filter(({ place, batch }) => drawn[place]?.[batch]).length;
  const read = useMemo(
    () => ({
      rollouts: Array.from({ length: places }, (_, place) =>
        (drawn[place] ?? []).flatMap((batch) => batch?.rollouts ?? []),
      ),
      prefixes: Array.from({ length: places }, (_, place) => drawn[place]?.find(Boolean)?.prefix ?? null),
    }),
    [drawn, places],
  );
  return {
    ...read,
    want,
    done,
    of: all.length,
    state: failure ? 'failed' : done === all.length ? 'ready' : stopped ? 'stopped' : 'drawing',
    failure,
    ask,
    stop,
    goOn,
  };
}

interface RolloutJob {
  readonly place: number;
  readonly batch: number;
}

const jobs = (places: number, batches: number): RolloutJob[] =>
  Array.from({ length: places * batches }, (_, at) => ({
    place: at % places,
    batch: Math.floor(at / places),
  }));

function withBatch(drawn: Drawn, place: number, batch: number, made: RolloutBatch): Drawn {
  return Array.from({ length: Math.max(drawn.length, place + 1) }, (_, at) => {
    const own = drawn[at] ?? [];
    if (at !== place) return own;
    return Array.from({ length: Math.max(own.length, batch + 1) }, (__, other) =>
      other === batch ? made : own[other],
    );
  });
}

function keep(key: string, drawn: Drawn): void {
  kept.delete(key);
  kept.set(key, drawn);
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
}
