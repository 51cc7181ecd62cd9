/// <reference lib="webworker" />
import { hostModel } from './model-host.ts';
import type { ToModel } from './model-messages.ts';
import { openModel } from './open-model.ts';

declare const self: DedicatedWorkerGlobalScope;

const handle = hostModel(
  (message) =>
    message.type === 'open'
      ? openModel(message.parts)
      : Promise.reject(new Error('this worker holds models that ship with the page')),
  (message) => self.postMessage(message),
  () => performance.now(),
);
self.onmessage = ({ data }: MessageEvent<ToModel>) => void handle(data);
