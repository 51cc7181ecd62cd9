import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { LanguageModel } from '#policy/language-model.ts';
import type { StepEngine } from '#policy/runtime/step-engine.ts';
import { AdmissionOrder } from '#policy/runtime/admission.ts';
import { LookAhead } from '#policy/runtime/look-ahead.ts';
import { createRuntimeModel } from '#policy/runtime/runtime-model.ts';
import { browserPlatform } from '#policy/webllm/files/browser-platform.ts';
import type { GpuCodec } from '#policy/webllm/text/codec.ts';
import { toGpuModel } from '#policy/webllm/models/custom-model.ts';
import { watchDevices } from '#policy/webllm/drivers/device-watch.ts';
import { downloadModel } from '#policy/webllm/files/download.ts';
import type { GpuModel } from '#policy/webllm/models/gpu-model.ts';
import { type OpenedGpuModel, openGpuModel } from '#policy/webllm/drivers/open.ts';
import { fixShaders } from '#policy/webllm/drivers/shader-fix.ts';
import type { MLCEngine } from '#policy/webllm/webllm.ts';
import { gpuModelInfo, openGpuWords } from '#worker/open-gpu.ts';
import { becomeBrowser } from './browser-in-node.ts';
import { serveFolder } from './serve-folder.ts';

/** WebLLM itself, in the version that the library on disk was compiled for. */
export interface WebLlm {
  readonly MLCEngine: typeof MLCEngine;
}

/** A model folder on disk, downloaded as the page would, ready for the project's own drivers or for WebLLM alone. */
export interface ModelFolder {
  readonly model: GpuModel;
  readonly words: GpuCodec;
  /** `llvmpipe …`, `NVIDIA …`: what it runs on. */
  readonly adapter: string;
  readonly webllmName: string;
  loadWebLlm(): Promise<WebLlm>;
  open(options?: OpenChoices): Promise<LanguageModel>;
  /** What `open` puts a runtime over. */
  openDriver(options?: Pick<OpenChoices, 'sequentialOnly'>): Promise<OpenedGpuModel>;
  /** A runtime over an engine of `openDriver`, which it owns until it is closed. */
  runOn(
    opened: OpenedGpuModel,
    engine: StepEngine,
    options?: Pick<OpenChoices, 'endless'>,
  ): Promise<LanguageModel>;
  close(): void;
}

export interface OpenChoices {
  readonly sequentialOnly?: boolean;
  /** Nothing ends a text but its limit: for measuring. */
  readonly endless?: boolean;
}

const howToName = `No model folder was named. SECOND_THOUGHT_MODEL is to hold the path of an MLC model folder with its library (.wasm) in it:

  SECOND_THOUGHT_MODEL=~/models/Qwen3-0.6B-q4f16_1-MLC npm run bench:webllm

bench/README.md tells where to get one, and how one with random weights is made.`;

const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Opens the folder that SECOND_THOUGHT_MODEL names with the WebLLM that SECOND_THOUGHT_WEBLLM names (the project's own
 * unless told), and makes a browser of this process for it.
 *
 * @param context tokens a sequence may have
 */
export async function openModelFolder(context: number): Promise<ModelFolder> {
  const folder = process.env.SECOND_THOUGHT_MODEL;
  if (!folder) throw new Error(howToName);
  const library = readdirSync(folder).find((name) => name.endsWith('.wasm'));
  if (library === undefined)
    throw new Error(`${folder} has no library: the model's .wasm file for WebGPU belongs into it.`);
  const { model_type: kind, quantization } = JSON.parse(
    readFileSync(path.join(folder, 'mlc-chat-config.json'), 'utf8'),
  ) as { model_type: string; quantization: string };

  const cacheFolder = mkdtempSync(path.join(tmpdir(), 'second-thought-'));
  await becomeBrowser(cacheFolder);
  const adapter = await navigator.gpu.requestAdapter();
  if (adapter === null) throw new Error('WebGPU found no adapter on this machine.');
  fixShaders(GPUDevice.prototype);
  const device = watchDevices(GPUAdapter.prototype);

  const server = await serveFolder(folder);
  const model = toGpuModel({
    id: `${kind}-${quantization}`,
    weights: server.url,
    library: server.url + library,
    context,
  });
  await downloadModel(model, browserPlatform(), () => {}, new AbortController().signal);
  await server.close();
  const words = await openGpuWords(model);
  const webllmName = process.env.SECOND_THOUGHT_WEBLLM ?? '@mlc-ai/web-llm';
  const loadWebLlm = (): Promise<WebLlm> => import(webllmName) as Promise<WebLlm>;

  const openDriver: ModelFolder['openDriver'] = ({ sequentialOnly = false } = {}) =>
    openGpuModel({ model, device, loadWebLlm, sequentialOnly, onProgress: () => {} });
  const runOn: ModelFolder['runOn'] = async (opened, engine, { endless = false } = {}) =>
    createRuntimeModel({
      engine,
      codec: endless ? { ...words.codec, endOfText: new Set() } : words.codec,
      admission: new AdmissionOrder(),
      lookAhead: new LookAhead(engine, false, breathe),
      info: await gpuModelInfo(model, words, opened),
      now: () => performance.now() / 1000,
      breathe,
    });
  return {
    model,
    words,
    adapter: adapter.info.description || `${adapter.info.vendor} ${adapter.info.architecture}`,
    webllmName,
    loadWebLlm,
    openDriver,
    runOn,
    async open(options = {}) {
      const opened = await openDriver(options);
      return runOn(opened, opened.engine, options);
    },
    close() {
      rmSync(cacheFolder, { recursive: true });
    },
  };
}
