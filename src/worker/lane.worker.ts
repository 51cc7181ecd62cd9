/// <reference lib="webworker" />
import type { Lane } from '#train/lane.ts';
import type { Request } from './calls/protocol.ts';
import { serveCalls } from './calls/server.ts';
import type { LaneCalls } from './lane-calls.ts';
import { openWorkerLane } from './lane-here.ts';

/** One more core for a training: a lane of its own. */

declare const self: DedicatedWorkerGlobalScope;

let opened: Lane | null = null;

function open(): Lane {
  if (!opened) throw new RangeError('there is no lane yet');
  return opened;
}

const { receive } = serveCalls<LaneCalls, null>({
  send: (message) => self.postMessage(message),
  now: () => performance.now(),
  flushEvery: 33,
  note: () => null,
  handlers: {
    async open(parts) {
      opened = (await openWorkerLane(parts)).lane;
    },
    sample: async (wishes, { signal }) => open().sample(wishes, signal),
    logs: async ({ sequences, wish }) => open().logs(sequences, wish),
    gradients: async ({ shards, rule }) => open().gradients(shards, rule),
    apply: async ({ gradient, step }) => open().apply(gradient, step),
    exported: async () => open().exported(),
    weights: async () => open().weights(),
    take: async (weights) => open().take(weights),
  },
});
self.onmessage = ({ data }: MessageEvent<Request<LaneCalls>>) => receive(data);
