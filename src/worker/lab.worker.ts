/// <reference lib="webworker" />
import { runExperiment } from '../strategies/run-experiment.ts';
import { breathe } from './breathe.ts';
import { EntryBatcher } from './entry-batcher.ts';
import { toFailure } from './failures.ts';
import type { FromLab, ToLab } from './lab-messages.ts';
import { ModelShelf } from './model-shelf.ts';

declare const self: DedicatedWorkerGlobalScope;

const now = () => performance.now();
const send = (message: FromLab) => self.postMessage(message);
let shelf = new ModelShelf(self.location.href, 1);
let current: { readonly run: number; readonly abort: AbortController } | null = null;

self.onmessage = ({ data: message }: MessageEvent<ToLab>) => {
  switch (message.type) {
    case 'start':
      shelf = new ModelShelf(message.models, navigator.hardwareConcurrency);
      return;
    case 'run':
      current?.abort.abort();
      current = { run: message.run, abort: new AbortController() };
      return void run(message, current.abort.signal);
    case 'cancel':
      if (current?.run === message.run) current.abort.abort();
  }
};

async function run({ run, experiment }: Extract<ToLab, { type: 'run' }>, signal: AbortSignal): Promise<void> {
  const batch = new EntryBatcher(now, (entries) => send({ type: 'entries', run, entries }));
  try {
    const model = await shelf.open(experiment.model, (progress) => send({ type: 'progress', run, progress }), signal);
    for await (const entry of runExperiment(experiment, model, { now, signal, toFailure })) batch.add(entry);
  } catch (error) {
    const event = signal.aborted ? ({ type: 'run-cancelled' } as const) : ({ type: 'run-failed', failure: toFailure(error) } as const);
    batch.add({ at: 0, event });
  }
  await breathe();
  batch.flush();
  send({ type: 'done', run });
}
