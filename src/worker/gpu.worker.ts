/// <reference lib="webworker" />
import type { LanguageModel } from '#policy/language-model.ts';
import { createRuntimeModel } from '#policy/runtime/runtime-model.ts';
import { fetchFromCacheOnly } from '#policy/webllm/files/cached-only.ts';
import { watchDevices } from '#policy/webllm/drivers/device-watch.ts';
import { noWebGpu } from '#policy/webllm/drivers/gpu-errors.ts';
import { openGpuModel } from '#policy/webllm/drivers/open.ts';
import { fixShaders } from '#policy/webllm/drivers/shader-fix.ts';
import { breathe } from './breathe.ts';
import { toFailure } from '#policy/policy-error.ts';
import { hostModel } from './model-host.ts';
import type { FromModel, OpenModel, ToModel } from './model-messages.ts';
import { gpuModelInfo, openGpuWords } from './open-gpu.ts';

/** One WebLLM model on the graphics processor. The worker holds it until it is ended, or breaks: then it says so once. */

declare const self: DedicatedWorkerGlobalScope;

const send = (message: FromModel) => self.postMessage(message);

async function open(message: OpenModel): Promise<LanguageModel> {
  if (message.type !== 'open-gpu') throw new Error('this worker holds a WebLLM model');
  const { model } = message;
  if (typeof GPUAdapter === 'undefined' || !('gpu' in navigator)) throw noWebGpu();
  fixShaders(GPUDevice.prototype);
  const device = watchDevices(GPUAdapter.prototype);
  fetchFromCacheOnly({ scope: self, cache: Cache.prototype });
  const words = await openGpuWords(model);
  const opened = await openGpuModel({
    model,
    device,
    onProgress: (progress) => send({ type: 'opening', progress }),
  });
  void opened.broken.then((error) => send({ type: 'failed', request: null, failure: toFailure(error) }));
  const info = await gpuModelInfo(model, words, opened);
  return createRuntimeModel({
    engine: opened.engine,
    codec: words.codec,
    info,
    now: () => performance.now() / 1000,
    breathe,
  });
}

const handle = hostModel(open, send, () => performance.now());
self.onmessage = ({ data }: MessageEvent<ToModel>) => void handle(data);
