/// <reference lib="webworker" />
import type { ModelWith } from '#policy/language-model.ts';
import { AdmissionOrder } from '#policy/runtime/admission.ts';
import { LookAhead } from '#policy/runtime/look-ahead.ts';
import { createRuntimeModel } from '#policy/runtime/runtime-model.ts';
import { fetchFromCacheOnly } from '#policy/webllm/files/cached-only.ts';
import { watchDevices } from '#policy/webllm/drivers/device-watch.ts';
import { noWebGpu } from '#policy/webllm/drivers/gpu-errors.ts';
import { type OpenProgress, openGpuModel } from '#policy/webllm/drivers/open.ts';
import { fixShaders } from '#policy/webllm/drivers/shader-fix.ts';
import type { Request } from './calls/protocol.ts';
import { breathe } from './breathe.ts';
import { hostModel } from './model-host.ts';
import type { ModelCalls } from './model-calls.ts';
import { gpuModelInfo, openGpuWords } from './open-gpu.ts';

/** One WebLLM model on the graphics processor. The worker holds it until it is ended, or breaks: then it says so once. */

declare const self: DedicatedWorkerGlobalScope;

async function open(
  what: ModelCalls['open']['args'],
  onProgress: (progress: OpenProgress) => void,
): Promise<ModelWith<'scoring'>> {
  if (!('gpu' in what)) throw new Error('this worker holds a WebLLM model');
  const model = what.gpu;
  if (typeof GPUAdapter === 'undefined' || !('gpu' in navigator)) throw noWebGpu();
  fixShaders(GPUDevice.prototype);
  const device = watchDevices(GPUAdapter.prototype);
  fetchFromCacheOnly({ scope: self, cache: Cache.prototype });
  const words = await openGpuWords(model);
  const opened = await openGpuModel({
    model,
    device,
    onProgress,
  });
  void opened.broken.then(breakDown);
  const info = await gpuModelInfo(model, words, opened);
  return createRuntimeModel({
    engine: opened.engine,
    codec: words.codec,
    info,
    now: () => performance.now() / 1000,
    breathe,
    admission: new AdmissionOrder(),
    lookAhead: new LookAhead(opened.engine, what.watched, breathe),
  });
}

const { receive, breakDown } = hostModel(
  open,
  (message) => self.postMessage(message),
  () => performance.now(),
);
self.onmessage = ({ data }: MessageEvent<Request<ModelCalls>>) => receive(data);
