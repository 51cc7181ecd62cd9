import { parentPort } from 'node:worker_threads';
import type { Request } from '#worker/calls/protocol.ts';
import { serveCalls } from '#worker/calls/server.ts';
import type { LaneCalls } from '#worker/lane-calls.ts';
import { laneHandlers } from '#worker/lane-handlers.ts';

/** One core of a training on the command line: a lane of its own. It is ended from outside. */
const { receive } = serveCalls<LaneCalls, null>({
  send: (message) => parentPort?.postMessage(message),
  now: () => performance.now(),
  flushEvery: 33,
  note: () => null,
  handlers: laneHandlers(),
});

// The first call comes while this file is still being read: Node keeps it until then.
parentPort?.on('message', (message: Request<LaneCalls>) => receive(message));
