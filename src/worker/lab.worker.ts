/// <reference lib="webworker" />
import { browserPlatform } from '#policy/webllm/files/browser-platform.ts';
import { loadGpuModels } from '#policy/webllm/models/model-list.ts';
import { readMachine } from '#policy/webllm/models/read-machine.ts';
import { runExperiment } from '#strategies/run-experiment.ts';
import { whilePartComes } from './arrival.ts';
import { breathe } from './breathe.ts';
import { EntryBatcher } from './entry-batcher.ts';
import { toFailure } from '#policy/policy-error.ts';
import type { FromLab, ModelProgress, ToLab } from './lab-messages.ts';
import { hostLibrary } from './library-host.ts';
import { OpenModels } from './open-models.ts';

declare const self: DedicatedWorkerGlobalScope;

const now = () => performance.now();
const send = (message: FromLab) => self.postMessage(message);
const library = hostLibrary((message) => send({ type: 'library', message }), {
  listed: loadGpuModels,
  machine: () => readMachine(navigator),
  platform: browserPlatform,
});
let models = new OpenModels(self.location.href, 1, library.find);
let current: { readonly run: number; readonly abort: AbortController } | null = null;

self.onmessage = ({ data: message }: MessageEvent<ToLab>) => {
  switch (message.type) {
    case 'start':
      models = new OpenModels(message.models, navigator.hardwareConcurrency, library.find);
      return;
    case 'run':
      current?.abort.abort();
      current = { run: message.run, abort: new AbortController() };
      return void run(message, current.abort.signal);
    case 'cancel':
      if (current?.run === message.run) current.abort.abort();
      return;
    case 'library':
      return library.handle(message.message);
    case 'ping':
      return send({ type: 'pong' });
  }
};

async function run(
  { run, experiment, resume }: Extract<ToLab, { type: 'run' }>,
  signal: AbortSignal,
): Promise<void> {
  const batch = new EntryBatcher(now, (entries) => send({ type: 'entries', run, entries }));
  try {
    const onProgress = (progress: ModelProgress) => send({ type: 'progress', run, progress });
    const model = await models.open(experiment.model, onProgress, signal);
    const openVerifier = (id: string) => models.openVerifier(id, onProgress, signal);
    for await (const entry of runExperiment(
      experiment,
      model,
      { now, signal, openVerifier, unlessStalled: whilePartComes },
      resume,
    )) {
      // What is recalled comes without a pause: messages, a cancel or a question for a sign of life, get their turn here.
      if (batch.add(entry)) await breathe();
    }
  } catch (error) {
    const event = signal.aborted
      ? ({ type: 'run-cancelled' } as const)
      : ({ type: 'run-failed', failure: toFailure(error) } as const);
    batch.add({ at: 0, event });
  }
  await breathe();
  batch.flush();
  send({ type: 'done', run });
}
