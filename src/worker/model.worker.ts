/// <reference lib="webworker" />
import type { Request } from './calls/protocol.ts';
import type { ModelCalls } from './model-calls.ts';
import { hostModel } from './model-host.ts';
import { openModel } from './open-model.ts';

declare const self: DedicatedWorkerGlobalScope;

const { receive } = hostModel(
  (what) =>
    'parts' in what
      ? openModel(what.parts)
      : Promise.reject(new Error('this worker holds models that ship with the page')),
  (message) => self.postMessage(message),
  () => performance.now(),
);
self.onmessage = ({ data }: MessageEvent<Request<ModelCalls>>) => receive(data);
