import type { Lane } from '#train/lane.ts';
import type { Handlers } from './calls/server.ts';
import type { LaneCalls } from './lane-calls.ts';
import { openWorkerLane } from './lane-here.ts';

/** What a thread that holds one lane answers, in a browser or in Node. */
export function laneHandlers(): Handlers<LaneCalls> {
  let opened: Lane | null = null;
  const lane = (): Lane => {
    if (!opened) throw new Error('The lane is not open');
    return opened;
  };
  return {
    async open(parts) {
      opened = (await openWorkerLane(parts)).lane;
    },
    sample: async (wishes, { signal }) => lane().sample(wishes, signal),
    logs: async ({ sequences, wish }) => lane().logs(sequences, wish),
    gradients: async ({ shards, rule }) => lane().gradients(shards, rule),
    apply: async ({ gradient, step }) => lane().apply(gradient, step),
    exported: async () => lane().exported(),
    weights: async () => lane().weights(),
    take: async (weights) => lane().take(weights),
  };
}
