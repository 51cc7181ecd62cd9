// The other core of pool.bench.ts: one more copy of the model behind the page's own messages.
import { parentPort, workerData } from 'node:worker_threads';
import { openForCli } from '#cli/open.ts';
import { hostModel } from '#worker/model-host.ts';
import type { Request } from '#worker/calls/protocol.ts';
import type { ModelCalls } from '#worker/model-calls.ts';

const port = parentPort!;
const { receive } = hostModel(
  () => openForCli(String(workerData)),
  (message) => port.postMessage(message),
  () => performance.now(),
);
port.on('message', (message: Request<ModelCalls>) => receive(message));
