/// <reference lib="webworker" />
import { loadKernel } from '#policy/embedded/browser.ts';
import { loadTrainerKernel } from '#policy/embedded/trainer/browser.ts';
import { setOwnModels } from '#policy/own-models.ts';
import { fromFailure } from '#policy/policy-error.ts';
import { poolOf } from '#train/lane-pool.ts';
import type { Lane } from '#train/lane.ts';
import { trainModel } from '#train/train.ts';
import { orPartMissing, unlessAborted, whileItComes } from './arrival.ts';
import type { Request } from './calls/protocol.ts';
import { type Call, serveCalls } from './calls/server.ts';
import { createHold } from './hold.ts';
import type { LaneCalls } from './lane-calls.ts';
import { openLaneProxy } from './lane-proxy.ts';
import { fetchModelFile } from './model-files.ts';
import { openWorkerLane } from './lane-here.ts';
import type { TrainCalls, TrainingItem } from './train-calls.ts';
import { trustOwnAddresses } from './trusted-addresses.ts';

/** Trains one model: the loop, one lane of its own, and one in a worker for each further core. */

declare const self: DedicatedWorkerGlobalScope;

trustOwnAddresses();

/** Milliseconds of work after which the state is sent to be kept: weights and moments of a million parameters are 12 MB. */
const keepEvery = 15_000;

let models = self.location.href;
const hold = createHold(() => performance.now());

type TrainCall = Call<TrainingItem>;

async function fetchParts(id: string, { emitNow, signal }: TrainCall): Promise<LaneCalls['open']['args']> {
  const paths = [`${id}/manifest.json`, `${id}/weights.bin`];
  const arrived = paths.map(() => 0);
  const fetched = await Promise.all(
    paths.map(async (path, at): Promise<readonly [string, Uint8Array<ArrayBuffer>]> => {
      const file = await fetchModelFile(
        models,
        path,
        (bytes) => {
          arrived[at] = bytes;
          const all = arrived.reduce((sum, part) => sum + part, 0);
          emitNow({
            kind: 'progress',
            progress: { model: id, phase: 'fetching', bytes: all, totalBytes: all },
          });
        },
        signal,
      );
      return [path, file];
    }),
  );
  const [kernel, trainerKernel] = await Promise.all([
    orPartMissing(whileItComes(loadKernel, signal), 'kernel', signal),
    orPartMissing(whileItComes(loadTrainerKernel, signal), 'kernel', signal),
  ]);
  return { id, files: new Map(fetched), kernel, trainerKernel };
}

/** One more for each further core. One that does not start is done without. */
async function openMore(
  open: LaneCalls['open']['args'],
  count: number,
  signal: AbortSignal,
): Promise<readonly Lane[]> {
  if (typeof Worker === 'undefined') return []; // a browser without workers inside workers
  const settled = await Promise.allSettled(
    Array.from({ length: count }, () =>
      openLaneProxy(
        new Worker(new URL('./lane.worker.ts', import.meta.url), { type: 'module', name: 'lane' }),
        open,
        signal,
      ),
    ),
  );
  return settled.flatMap((lane) => (lane.status === 'fulfilled' ? [lane.value] : []));
}

const { receive } = serveCalls<TrainCalls, null>({
  send: (message) => self.postMessage(message),
  now: () => performance.now(),
  flushEvery: 33,
  note: () => null,
  handlers: {
    start: async ({ models: folder }) => {
      models = folder;
    },
    own: async (own) => setOwnModels(own),
    async hold({ on }) {
      hold.set(on);
    },
    async train({ setup, from, cores }, call) {
      const { emitNow, signal } = call;
      const parts = await fetchParts(setup.model, call);
      const { lane, model } = await unlessAborted(openWorkerLane(parts), signal);
      const lanes = [lane, ...(await openMore(parts, cores - 1, signal))];
      const pool = poolOf(lanes);
      try {
        signal.throwIfAborted();
        emitNow({ kind: 'begun', cores: lanes.length });
        const world = { pool, model, now: hold.now, signal };
        let kept = hold.now();
        for await (const entry of trainModel(setup, world, from ?? undefined)) {
          const { event } = entry;
          emitNow({ kind: 'entry', entry });
          const ends = event.type !== 'step-done' && endings.has(event.type);
          const step = 'step' in event ? event.step : 0;
          if (event.type === 'step-done' || ends)
            emitNow({ kind: 'snapshot', step, weights: await pool.exported() });
          if (ends || (event.type === 'step-done' && hold.now() - kept > keepEvery)) {
            emitNow({ kind: 'state', state: { step, weights: await pool.weights() } });
            kept = hold.now();
          }
          if (event.type === 'training-failed') throw fromFailure(event.failure);
          if (!ends) await hold.free(signal);
        }
      } finally {
        pool.close();
      }
    },
  },
});
self.onmessage = ({ data }: MessageEvent<Request<TrainCalls>>) => receive(data);

/** Entries after which nothing comes any more. */
const endings: ReadonlySet<string> = new Set([
  'training-finished',
  'training-paused',
  'training-diverged',
  'training-failed',
]);
