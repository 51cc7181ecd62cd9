import type { Device } from './device-watch.ts';
import { partMissing } from '#policy/policy-error.ts';
import { deviceLost } from './gpu-errors.ts';
import type { GpuModel } from '../models/gpu-model.ts';
import { LogitCapture, SequentialEngine } from './sequential-engine.ts';
import type { AppConfig, MLCEngine } from '../webllm.ts';

/** What opening a model is busy with; `fraction` of it that is done, where known. */
export interface OpenProgress {
  readonly phase: 'starting' | 'compiling' | 'self-check';
  readonly fraction: number | null;
}

export interface LoadOptions {
  readonly model: GpuModel;
  /** The latest device: see device-watch.ts. WebLLM asks for it by itself. */
  readonly device: () => Device | null;
  readonly onProgress: (progress: OpenProgress) => void;
  /** Another version of WebLLM; the one this project depends on unless told. */
  readonly loadWebLlm?: () => Promise<{ readonly MLCEngine: typeof MLCEngine }>;
}

/** A model that WebLLM has loaded onto a device, as its public API has it. */
export interface LoadedModel {
  readonly engine: MLCEngine;
  readonly sequential: SequentialEngine;
  readonly device: Device;
}

export async function loadModel({
  model,
  device,
  onProgress,
  loadWebLlm = () => import('../webllm.ts'),
}: LoadOptions): Promise<LoadedModel> {
  onProgress({ phase: 'starting', fraction: null });
  const { MLCEngine } = await loadWebLlm().catch((cause: unknown) => {
    throw partMissing('gpu-drivers', cause);
  });
  const capture = new LogitCapture();
  let phase: OpenProgress['phase'] = 'starting';
  const engine = new MLCEngine({
    appConfig: appConfigFor(model),
    logitProcessorRegistry: new Map([[model.id, capture]]),
    initProgressCallback({ text, progress }) {
      // Shaders come last.
      if (/shader/i.test(text)) phase = 'compiling';
      onProgress({ phase, fraction: progress });
    },
    logLevel: 'WARN',
  });
  await engine.reload(model.id);
  const own = device();
  // WebLLM swallows an abort of its own making, and then has nothing loaded.
  if (own === null) throw deviceLost();
  onProgress({ phase: 'compiling', fraction: null });
  const sequential = await unlessLost(
    own,
    SequentialEngine.open({ engine, capture, modelId: model.id, context: model.context }),
  );
  return { engine, sequential, device: own };
}

/** Rejects once the device is lost: what WebLLM waits for then may never come. */
export async function unlessLost<T>(device: Device, work: Promise<T>): Promise<T> {
  const lost = device.lost.then((error): never => {
    throw error;
  });
  return Promise.race([work, lost]);
}

/** WebLLM's own default cache, which is where the files were downloaded to. */
function appConfigFor({ id, source, context, features }: GpuModel): AppConfig {
  const { config, library, tokenizer } = source.integrity ?? {};
  const integrity = {
    ...(config ? { config } : {}),
    ...(library ? { model_lib: library } : {}),
    ...(tokenizer ? { tokenizer: { 'tokenizer.json': tokenizer } } : {}),
  };
  return {
    cacheBackend: 'cache',
    model_list: [
      {
        model_id: id,
        model: source.weights,
        model_lib: source.library,
        // One of the two windows must be off, whatever the model's own config says.
        overrides: {
          sliding_window_size: -1,
          attention_sink_size: -1,
          ...source.overrides,
          context_window_size: context,
        },
        required_features: [...features],
        ...(source.integrity ? { integrity } : {}),
      },
    ],
  };
}
