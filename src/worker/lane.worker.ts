/// <reference lib="webworker" />
import type { Request } from './calls/protocol.ts';
import { serveCalls } from './calls/server.ts';
import type { LaneCalls } from './lane-calls.ts';
import { laneHandlers } from './lane-handlers.ts';

/** One more core for a training: a lane of its own. */

declare const self: DedicatedWorkerGlobalScope;

const { receive } = serveCalls<LaneCalls, null>({
  send: (message) => self.postMessage(message),
  now: () => performance.now(),
  flushEvery: 33,
  note: () => null,
  handlers: laneHandlers(),
});
self.onmessage = ({ data }: MessageEvent<Request<LaneCalls>>) => receive(data);
