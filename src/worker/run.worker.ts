/// <reference lib="webworker" />
import { setOwnModels } from '#policy/own-models.ts';
import { toFailure } from '#policy/policy-error.ts';
import type { LogEntry } from '#run/events.ts';
import { runExperiment } from '#strategies/run-experiment.ts';
import { whilePartComes } from './arrival.ts';
import { breathe } from './breathe.ts';
import { Batcher } from './calls/batcher.ts';
import type { Request } from './calls/protocol.ts';
import { type Call, serveCalls } from './calls/server.ts';
import type { RunWorkerCalls, ModelProgress } from './run-calls.ts';
import { laterLibrary } from './later-library.ts';
import { OpenModels } from './open-models.ts';
import { RemoteHost } from './remote-models.ts';
import { trustOwnAddresses } from './trusted-addresses.ts';

declare const self: DedicatedWorkerGlobalScope;

trustOwnAddresses();

/** About 30 messages of entries a second. */
const flushEvery = 33;
/** Models that stay open, each with a worker for each further core: so that one can go there and back between two. */
const kept = 2;
const now = () => performance.now();
const library = laterLibrary();
const remote = new RemoteHost();
let models = new OpenModels(self.location.href, 1, kept, library.find, remote, true);
let current: AbortController | null = null;

const { receive } = serveCalls<RunWorkerCalls, null>({
  send: (message) => self.postMessage(message),
  now,
  flushEvery,
  note: () => null,
  handlers: {
    ...library.handlers,
    ...remote.handlers,
    own: async (own) => setOwnModels(own),
    start: async ({ models: folder }) => {
      models = new OpenModels(folder, navigator.hardwareConcurrency, kept, library.find, remote, true);
    },
    async run(args, call) {
      current?.abort();
      const own = new AbortController();
      current = own;
      call.signal.addEventListener('abort', () => own.abort(), { once: true });
      await run(args, { ...call, signal: own.signal });
    },
  },
});
self.onmessage = ({ data }: MessageEvent<Request<RunWorkerCalls>>) => receive(data);

async function run(
  { experiment, resume }: RunWorkerCalls['run']['args'],
  { signal, emitNow }: Call<RunWorkerCalls['run']['item']>,
): Promise<void> {
  const entries = new Batcher<LogEntry>(now, flushEvery, (some) => emitNow(JSON.stringify(some)));
  try {
    const onProgress = (progress: ModelProgress) => emitNow(progress);
    const model = await models.open(experiment.model, onProgress, signal);
    const openVerifier = (id: string) => models.openVerifier(id, onProgress, signal);
    for await (const entry of runExperiment(
      experiment,
      model,
      { now, signal, openVerifier, unlessStalled: whilePartComes },
      resume,
    )) {
      // What is recalled comes without a pause: messages, a cancel or a question for a sign of life, get their turn here.
      if (entries.add(entry)) await breathe();
    }
  } catch (error) {
    const event = signal.aborted
      ? ({ type: 'run-cancelled' } as const)
      : ({ type: 'run-failed', failure: toFailure(error) } as const);
    entries.add({ at: 0, event });
  }
  entries.flush();
  await breathe();
}
